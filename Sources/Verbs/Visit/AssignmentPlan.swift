import DayPlan
public import Domain

/// Who would take each of several orders, the later ones placed after the earlier ones: what `assign` with `@best`
/// comes to, to be looked at before it is done.
public struct AssignmentPlan: Hashable, Sendable {
  public struct Line: Hashable, Sendable, Identifiable {
    public let id: WorkOrder.ID
    public let number: Int
    /// Nil where nobody can.
    public let candidate: Candidate?
    /// Why nobody can, by the rule that stops the first who is asked.
    public let reason: BrokenRule?
    /// What is done for it: what makes room, then the assignment.
    public let commands: [Command]
  }

  public let lines: [Line]

  /// Works it out on the office of the context; orders that have ended are left out.
  public init(_ orders: [WorkOrder.ID], in context: VerbContext) {
    var planned = context.office
    let role = context.office.person(context.person)?.role
    var lines: [Line] = []
    for id in orders {
      guard let order = planned.order(id), !order.isEnded else { continue }
      let candidates = planned.exactCandidates(
        for: order, at: context.now, for: role, rules: context.rules)
      guard let best = candidates.best else {
        lines.append(
          Line(
            id: id, number: order.number, candidate: nil, reason: candidates.obstacle, commands: []))
        continue
      }
      let command = Command.assignVisit(
        id,
        AssignVisit(
          visit: context.newID(), technician: best.id, start: best.arrival, length: nil,
          replacing: order.technician))
      let group = Placement.commands(command, after: best.moves, in: planned)
      lines.append(Line(id: id, number: order.number, candidate: best, reason: nil, commands: group))
      planned = Placement.assuming(group, in: planned, context)
    }
    self.lines = lines
  }

  /// What is done when it is taken: all who can be placed, as one group. Warnings were seen in the plan.
  public func proposal(in context: VerbContext) -> Proposal {
    var proposal = Proposal(
      verb: AssignVerb.name, commands: lines.flatMap(\.commands),
      orders: lines.filter { !$0.commands.isEmpty }.map(\.number))
    proposal.acceptedWarnings = lines.flatMap { $0.candidate?.shown ?? [] }
    let wording = Wording(office: context.office, now: context.now)
    proposal.warnings = lines.flatMap { line -> [String] in
      guard let range = line.candidate?.range, let order = context.office.order(line.id) else { return [] }
      return wording.missed(by: range, of: order).map { "✗ \(line.number) at that time: \($0)." }
        + (line.candidate?.moves ?? []).flatMap { wording.missed(by: $0) }.map { "✗ \($0)." }
    }
    proposal.isJudgedTogether = proposal.commands.count { $0.placedOrder != nil } > 1
    return proposal.tellingCustomers(in: context).namingVendors(in: context)
  }
}
