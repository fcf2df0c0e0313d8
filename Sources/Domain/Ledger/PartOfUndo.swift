/// What can be taken back of a group where all of it cannot.
public struct PartOfUndo: Sendable {
  public let submission: Submission
  /// The numbers of the orders that go back.
  public let goes: [Int]
  /// Why the others stay, for each of them.
  public let stays: [Refusal]

  /// Nil where nothing can be taken back, or all of it, or where something else than the state of its orders stands
  /// against it. Orders that one command is about go back together or not at all.
  public init?(of whole: Submission, on office: Office) {
    guard whole.reversal?.isRedo == false, let bundles = whole.bundles else { return nil }
    var places: [Int] = []
    var orders: Set<WorkOrder.ID> = []
    var stays: [Refusal] = []
    for bundle in bundles {
      do throws(Refusal) {
        if try office.decide(whole.with(bundle.places)).events.isEmpty { continue }
      } catch {
        if error.isOfTheMoment {
          stays.append(error)
          continue
        }
        // What is in each other's way is judged once all of them stand.
        guard case .broken = error else { return nil }
      }
      places += bundle.places
      orders.formUnion(bundle.orders)
    }
    if places.isEmpty || stays.isEmpty { return nil }
    submission = whole.with(places.sorted())
    goes = orders.compactMap { office.order($0)?.number }.sorted()
    self.stays = stays
  }
}

extension Submission {
  /// The places of its commands, those about the same orders together; nil where one is about no order.
  fileprivate var bundles: [(orders: Set<WorkOrder.ID>, places: [Int])]? {
    var bundles: [(orders: Set<WorkOrder.ID>, places: [Int])] = []
    for (place, command) in commands.enumerated() {
      var joined = (orders: Set(command.orders), places: [place])
      if joined.orders.isEmpty { return nil }
      bundles.removeAll { bundle in
        if bundle.orders.isDisjoint(with: joined.orders) { return false }
        joined.orders.formUnion(bundle.orders)
        joined.places = bundle.places + joined.places
        return true
      }
      joined.places.sort()
      bundles.append(joined)
    }
    return bundles
  }

  /// The same with the commands at these places alone.
  fileprivate func with(_ places: [Int]) -> Submission {
    Submission(
      id: id, stamp: stamp, commands: places.map { commands[$0] }, override: override,
      acceptsWarnings: acceptsWarnings, acceptsClaims: acceptsClaims, reversal: reversal,
      automation: automation, acceptedWarnings: acceptedWarnings, isJudgedTogether: isJudgedTogether,
      undoes: undoes)
  }
}
