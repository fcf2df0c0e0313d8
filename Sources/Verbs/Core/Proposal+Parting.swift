public import Domain

extension Proposal {
  /// What a group comes to when what some of its orders refuse is left out.
  public struct Parting: Sendable {
    /// The same for those that take it, with what is left out said.
    public let rest: Proposal
    /// Those that do not, and why, in their order.
    public let refused: [Refused]

    public struct Refused: Hashable, Sendable {
      public let order: Int
      public let refusal: Refusal
    }
  }

  /// Parts a group that was refused as a whole by order; nil where none, or each of them refuses it, or where it is
  /// about one order only. What a yes or a reason passes counts as taken: that is asked for then.
  public func parted(in office: Office, as stamp: Stamp, id: Submission.ID) -> Parting? {
    guard !isEach, takingBack == nil else { return nil }
    var groups: [(order: WorkOrder.ID?, commands: [Command])] = []
    for command in commands {
      let order = command.orders.first
      if let index = groups.firstIndex(where: { $0.order == order }) {
        groups[index].commands.append(command)
      } else {
        groups.append((order, [command]))
      }
    }
    guard groups.count(where: { $0.order != nil }) > 1 else { return nil }
    var after = office
    var taken: Set<WorkOrder.ID> = []
    var refused: [Parting.Refused] = []
    for group in groups {
      let submission = Submission(
        id: id, stamp: stamp, commands: group.commands, override: override, acceptsWarnings: true,
        acceptsClaims: true, isJudgedTogether: isJudgedTogether)
      do throws(Refusal) {
        after = try after.decide(submission).after
        if let order = group.order { taken.insert(order) }
      } catch {
        guard let order = group.order else { return nil }
        if case .broken(let broken) = error, broken.severity == .block, override == nil {
          taken.insert(order)
        } else {
          refused.append(Parting.Refused(order: office.order(order)?.number ?? 0, refusal: error))
        }
      }
    }
    guard !refused.isEmpty, !taken.isEmpty else { return nil }
    var rest = self
    rest.commands = commands.filter { $0.orders.first.map { taken.contains($0) } ?? true }
    let left = refused.map(\.order)
    rest.orders = orders.filter { !left.contains($0) }
    rest.warnings.append(
      "Left out: \(left.prefix(8).map(String.init).joined(separator: ", "))\(left.count > 8 ? "…" : "").")
    return Parting(rest: rest, refused: refused)
  }
}
