extension HoldWorkOrder {
  /// Whether it puts back the hold for parts that a person took off last.
  func takesBack(_ order: WorkOrder, by person: Person.ID) -> Bool {
    guard let past = order.pastHolds.last, past.releasedBy == person else { return false }
    return reason == .parts && past.hold.reason == .parts && since == past.hold.since
  }
}

extension ReopenWorkOrder {
  /// Whether it takes back the closing of done work that a person made.
  func takesBack(_ order: WorkOrder, by person: Person.ID) -> Bool {
    guard order.doneAt != nil, let ending = order.ending, case .closed = ending.kind else {
      return false
    }
    return forgets ?? false && restoring == nil && replacing?.by == person && ending.by == person
  }
}

extension ReturnForRework {
  /// Whether it takes back that a person sent the work back.
  func takesBack(_ order: WorkOrder, by person: Person.ID) -> Bool {
    let isOwn = order.reworks.contains { $0.visit == visit && $0.by == person }
    return isOwn && forgets ?? false
  }
}
