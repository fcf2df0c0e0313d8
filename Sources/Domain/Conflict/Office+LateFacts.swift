extension Conflict {
  /// Whether it was refused for an order that was not here, and is by now: after a restore consoles give back what they
  /// have in no common order.
  public func wasEarly(in office: Office) -> Bool {
    guard case .notFound(.order) = refusal, !orders.isEmpty else { return false }
    return orders.allSatisfy { office.order($0) != nil }
  }

  /// What was wanted once more, with what settles it: by whoever wanted it, when he did.
  public func toldAgain(as id: Submission.ID, from console: ConsoleID) -> Submission {
    Submission(
      id: id, stamp: Stamp(by: person, at: at, console: console),
      commands: commands + [.settleConflict(SettleConflict(self.id, .redo))], acceptsWarnings: true)
  }
}

extension Office {
  /// Facts that the office has still to enter: those that came before the order that they are about, since a fact is not
  /// refused for that and nobody need choose, and those of which somebody has said that they count.
  public var lateFacts: [Conflict] {
    conflicts.filter { $0.isFact && ($0.awaitsEntry ?? ($0.isOpen && $0.wasEarly(in: self))) }
  }
}
