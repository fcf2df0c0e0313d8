/// A visit in somebody's schedule: what it is for, where, and the time it takes up.
public struct ScheduledVisit: Hashable, Sendable, Identifiable {
  public let id: Visit.ID
  public let order: WorkOrder.ID
  public let number: Int
  public let technician: Technician.ID
  public let status: AssignmentStatus
  public let site: Site.ID?
  public let place: Coordinates?
  public let priority: Priority
  /// As planned; once he is on site from his arrival, and no shorter than until now; once over, as it was.
  public let range: TimeRange

  /// As it was planned; nil while no time is set.
  public let planned: TimeRange?

  /// How long it is meant to take.
  let estimate: Span
  /// Whether he only comes along: the visit is another one's.
  public internal(set) var isHelp = false
  /// Whether it waits for another visit of its order to be over.
  public internal(set) var isFurther = false

  /// Whether no plan and no push moves it: it is another one's, or it waits for another visit.
  public var staysPut: Bool { isHelp || isFurther }

  /// The same visit for somebody who comes along to it.
  func helped(by helper: Technician.ID) -> ScheduledVisit {
    var visit = placed(range, with: helper)
    visit.isHelp = true
    return visit
  }

  /// The same visit at another time, with somebody else.
  func placed(_ range: TimeRange, with technician: Technician.ID) -> ScheduledVisit {
    var visit = ScheduledVisit(
      id: id, order: order, number: number, technician: technician, status: status, site: site, place: place,
      priority: priority, range: range, planned: planned, estimate: range.length)
    visit.isHelp = isHelp
    visit.isFurther = isFurther
    return visit
  }

  /// The time that counts as work of a day: on site it grows by whole minutes once it is over its estimate, as the
  /// boards show it.
  func counted(at now: Timestamp) -> TimeRange {
    guard status == .onSite else { return range }
    return TimeRange(start: range.start, length: estimate).growing(at: now)
  }

  /// Whether it takes up time to come, and is not over.
  public var isActive: Bool { !status.isOver }
}

extension Office {
  /// A visit as its technician's schedule shows it; nil while it has no time or nobody on it.
  func scheduled(_ visit: Visit, of order: borrowing WorkOrder, at now: Timestamp) -> ScheduledVisit? {
    guard let assignment = visit.assignment, let range = visit.takenUp(by: assignment, at: now) else {
      return nil
    }
    let site = site(order.site)
    var scheduled = ScheduledVisit(
      id: visit.id, order: order.id, number: order.number, technician: assignment.technician,
      status: assignment.status, site: order.site, place: site?.coordinates, priority: order.priority,
      range: range, planned: visit.range, estimate: visit.estimate)
    scheduled.isFurther = visit.isFurther != nil && order.openVisit?.id != visit.id
    return scheduled
  }
}

extension TimeRange {
  /// What is not over when it should be lasts until the minute that has begun.
  func growing(at now: Timestamp) -> TimeRange { TimeRange(start: start, end: max(end, now.startOfMinute)) }
}

extension Visit {
  fileprivate func takenUp(by assignment: Assignment, at now: Timestamp) -> TimeRange? {
    switch assignment.status {
    case .declined: return nil
    case .done, .notDone:
      guard let end = assignment.endedAt else { return range }
      let begin = assignment.onSiteAt ?? assignment.travellingAt ?? start.map { min($0, end) } ?? end
      return TimeRange(start: begin, end: end)
    case .onSite:
      guard let arrival = assignment.onSiteAt ?? start else { return nil }
      return TimeRange(start: arrival, end: max(arrival + estimate, now))
    case .tentative, .scheduled, .dispatched, .seen, .accepted, .travelling: return range
    }
  }
}
