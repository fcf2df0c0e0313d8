extension Office {
  /// Whether a command takes back what somebody has done himself, where that has put the order outside of his scope:
  /// the parts desk's release, a closing, a return for rework. What others have done is not his to take back.
  func takesBackOwn(_ command: Command, _ actor: Person) -> Bool {
    if case .holdWorkOrder(let id, let rule) = command { return rule.takesBack(order(id), by: actor.id) }
    if case .reopenWorkOrder(let id, let rule) = command { return rule.takesBack(order(id), by: actor.id) }
    if case .returnForRework(let id, let rule) = command { return rule.takesBack(order(id), by: actor.id) }
    return false
  }
}

extension HoldWorkOrder {
  /// Whether it puts back the hold for parts that a person took off last.
  fileprivate func takesBack(_ order: WorkOrder?, by person: Person.ID) -> Bool {
    guard let past = order?.pastHolds.last, past.releasedBy == person else { return false }
    return reason == .parts && past.hold.reason == .parts && since == past.hold.since
  }
}

extension ReopenWorkOrder {
  /// Whether it takes back the closing of done work that a person made.
  fileprivate func takesBack(_ order: WorkOrder?, by person: Person.ID) -> Bool {
    guard let order, order.doneAt != nil, let ending = order.ending, case .closed = ending.kind else {
      return false
    }
    return forgets ?? false && restoring == nil && replacing?.by == person && ending.by == person
  }
}

extension ReturnForRework {
  /// Whether it takes back that a person sent the work back.
  fileprivate func takesBack(_ order: WorkOrder?, by person: Person.ID) -> Bool {
    let isOwn = order?.reworks.contains { $0.visit == visit && $0.by == person } ?? false
    return isOwn && forgets ?? false
  }
}
