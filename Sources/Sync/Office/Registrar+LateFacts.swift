import Domain

/// A technician's facts that come before what they are about, as after a restore.
extension Registrar {
  /// So many facts of one technician wait at a time: each is an alert, and a day's work tells of no more.
  private static let mostAwaited = 60

  /// Why a technician's facts are not entered yet that came before their order or their visit; nil where they did not. A
  /// visit that was taken from him is none to wait for: the ledger has it that he was given it.
  func absence(
    for submission: Submission, on office: Office, _ log: any OpenLog
  ) throws -> Refusal? {
    guard let technician = office.person(person)?.technician, office.hasScope(person),
      submission.commands.allSatisfy({ $0.kind == .fact }),
      // Who tells no end of what is not his is refused as before, all of it in one conflict.
      office.conflicts.count(where: { $0.person == person && $0.isOpen && $0.isAwaiting(in: office) })
        < Self.mostAwaited
    else { return nil }
    for command in submission.commands where office.isAwaited(by: command, of: person) {
      for order in command.orders where try !log.hasGiven(command.reportedVisit, of: order, to: technician) {
        return .notFound(.order(0))
      }
    }
    return nil
  }
}

extension OpenLog {
  /// Whether a technician was ever given a visit of an order: that one, where one is meant.
  fileprivate func hasGiven(
    _ visit: Visit.ID?, of order: WorkOrder.ID, to technician: Technician.ID
  ) throws -> Bool {
    let giving = try latest(about: order, among: .max) { events in
      events.contains { event in
        guard case .workOrder(order, let what) = event else { return false }
        return what.gives(visit, to: technician)
      }
    }
    return giving != nil
  }
}

extension Event {
  /// Whether it notes a step on a visit that is not whoever's who reported it.
  var isOfOthersVisit: Bool {
    if case .workOrder(_, .anomalyFound(.notTheirs, _, _)) = self { true } else { false }
  }
}
