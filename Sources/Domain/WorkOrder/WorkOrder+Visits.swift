/// Which of its visits an order is about, and what came of them.
extension WorkOrder {
  /// The visit in hand, planned or under way; nil when the order waits for one. Of further visits the first is in hand
  /// once the one beside which they were planned is over; one that was declined waits for somebody else before them.
  public var openVisit: Visit? {
    if let open = visits.last(where: { $0.isFurther == nil && $0.isInHand }) { return open }
    if visits.last(where: { $0.isFurther == nil })?.assignment?.status == .declined { return nil }
    return visits.filter { $0.isFurther != nil && $0.isInHand }.min(by: Visit.isEarlier)
  }

  /// The visits that wait for the one in hand, by start.
  public var furtherVisits: [Visit] {
    let inHand = openVisit?.id
    return visits.filter { $0.isFurther != nil && $0.isInHand && $0.id != inHand }.sorted(by: Visit.isEarlier)
  }

  /// The order as a command about one of its further visits sees it: the other visits that are still to be done are not
  /// there, as if that one were all that is left. With an id that no visit has, as if none were open.
  public func facing(_ visit: Visit.ID?) -> WorkOrder {
    guard let visit, openVisit?.id != visit else { return self }
    var order = self
    order.visits.removeAll { $0.isOpen && $0.id != visit }
    return order
  }

  /// When the customer was promised that somebody comes; nil once somebody has come in time and further visits go on.
  public var openPromise: TimeRange? {
    guard let window, visits.contains(where: { $0.isFurther != nil }) else { return window }
    let isKept = visits.contains { visit in
      visit.assignment.map { $0.status == .done && $0.onSiteAt ?? $0.endedAt ?? .distantPast <= window.end }
        ?? false
    }
    return isKept ? nil : window
  }

  /// The technician who has it now.
  public var technician: Technician.ID? { openVisit?.activeAssignment?.technician }

  /// How the work stands once no visit is open: as its last visit ended, or, where that came to nothing, as the
  /// one ended that was done beside it and took longer.
  public var outcome: Assignment? {
    guard openVisit == nil, let last = latestVisit?.assignment else { return nil }
    guard last.status == .notDone, let end = last.endedAt else { return last }
    return visits.last { visit in
      guard let assignment = visit.assignment, assignment.status == .done else { return false }
      return assignment.endedAt.map { $0 >= end } ?? false
    }?.assignment ?? last
  }

  /// The visit that the order has come to: the last one; of further ones, which may be done in any order, the one in hand,
  /// else the one that ended last.
  public var latestVisit: Visit? {
    guard visits.contains(where: { $0.isFurther != nil }) else { return visits.last }
    return openVisit ?? visits.max(by: Visit.endsEarlier)
  }

  /// Tells whoever has the next visit today that it is his turn, where the one in hand ends: he was told nothing before.
  func goingOn(after ended: Visit.ID, in moment: Moment) -> [WorkOrderEvent] {
    guard openVisit?.id == ended, !furtherVisits.isEmpty else { return [] }
    var after = self
    for index in after.visits.indices where after.visits[index].id == ended {
      guard !after.visits[index].assignments.isEmpty else { return [] }
      after.visits[index].assignments[after.visits[index].assignments.count - 1].status = .done
    }
    return after.tellingNext(in: moment)
  }

  /// The same where the further visit is in hand already, as when a hold is over.
  func tellingNext(in moment: Moment) -> [WorkOrderEvent] {
    guard let next = openVisit, next.isFurther != nil, let holder = next.activeAssignment,
      holder.status == .scheduled, let start = next.start,
      moment.office.zone.date(at: start) <= moment.office.today(at: moment.now)
    else { return [] }
    let road = moment.office.technician(holder.technician)?.toldBy ?? .phone
    if road == .phone { return [.dispatched(next.id)] }
    return [.dispatched(next.id), .toldBy(next.id, road)] + written(in: moment)
  }

  /// The message with the visit in hand to its technician; none where the office knows no way to him.
  private func written(in moment: Moment) -> [WorkOrderEvent] {
    let message = SendMessage(
      id: OutgoingMessage.ID(high: id.high, low: id.low &+ UInt64(messages.count + 1)), to: .technician,
      .template(MessageTemplate.visit), cause: .with("work-order.visit"))
    do throws(Refusal) { return try message.decide(on: self, in: moment) } catch { return [] }
  }

  /// When the last needed work was done: the end of the visit that settles the outcome.
  public var doneAt: Timestamp? { outcome.flatMap { $0.status == .done ? $0.endedAt : nil } }

  /// Who did that work; nil while it is not done.
  public var doneBy: Technician.ID? { outcome.flatMap { $0.status == .done ? $0.technician : nil } }

  /// What is known of the last finished visit, or what its source said came of it.
  public var report: CompletionReport? {
    let reported = visits.filter { $0.assignment?.report != nil }
    let last = visits.contains { $0.isFurther != nil } ? reported.max(by: Visit.endsEarlier) : reported.last
    return last?.assignment?.report ?? sourceReport
  }
}
