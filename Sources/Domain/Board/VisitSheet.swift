/// A visit with somebody on it, as lanes and cards need it.
struct VisitSheet: Hashable, Sendable {
  let id: Visit.ID
  let order: WorkOrder.ID
  let number: Int
  let priority: Priority
  let trade: Trade?
  let technician: Technician.ID
  /// Whether he only comes along to it: nothing of it is his to report.
  let isHelp: Bool
  /// Whether it waits for another visit of its order to be over.
  let isWaiting: Bool
  let status: AssignmentStatus
  let isHeld: Bool
  /// Whether it was called off and he is out for it all the same, because he has not heard of that.
  let isOff: Bool
  /// As planned; nil while no time is set.
  let planned: TimeRange?
  let estimate: Span
  /// Since when it is his without a break: given to him, taken up again or released.
  let standsSince: Timestamp
  let travellingAt: Timestamp?
  let onSiteAt: Timestamp?
  let endedAt: Timestamp?
  let place: Coordinates?
  /// The latest arrival that is not late: the customer's window, else a quarter of an hour after the plan.
  let latest: Timestamp?
  /// When the time that was promised begins; nil where none was, and for a visit that waits for another.
  let opens: Timestamp?
  let lives: [AlertLife]
  /// When the office came to know of the order, where that was late.
  let learnedAt: Timestamp?

  static let grace = Span.minutes(15)

  init?(_ visit: Visit, of order: borrowing WorkOrder, site: Site?, helper: Technician.ID? = nil) {
    guard let assignment = visit.assignment, assignment.status != .declined,
      assignment.status.isOver || !order.isEnded
        || order.unreached.map({ $0.status.isUnderWay && $0.technician == assignment.technician }) ?? false
    else { return nil }
    isOff = order.isEnded && !assignment.status.isOver
    id = visit.id
    self.order = order.id
    number = order.number
    priority = order.priority
    trade = order.trade
    technician = helper ?? assignment.technician
    isHelp = helper != nil
    status = assignment.status
    isHeld = order.hold != nil
    planned = visit.range
    estimate = visit.estimate
    standsSince = max(assignment.assignedAt, order.goesOnSince ?? assignment.assignedAt)
    travellingAt = assignment.travellingAt
    onSiteAt = assignment.onSiteAt
    endedAt = assignment.endedAt
    place = site?.coordinates
    lives = order.alertLives
    learnedAt = order.learnedAt
    isWaiting = visit.isFurther != nil && order.openVisit?.id != visit.id
    latest =
      isWaiting ? visit.start.map { $0 + VisitSheet.grace } : order.latestArrival(planned: visit.start)
    opens = isWaiting ? nil : order.openPromise?.start
  }

  /// An order's visits, each for its technician and for everybody who comes along to it.
  static func all(of order: borrowing WorkOrder, site: Site?) -> [VisitSheet] {
    var sheets: [VisitSheet] = []
    for visit in order.visits {
      guard let sheet = VisitSheet(visit, of: order, site: site) else { continue }
      sheets.append(sheet)
      if sheet.isOver { continue }
      for helper in visit.helpers ?? [] where helper != sheet.technician {
        if let along = VisitSheet(visit, of: order, site: site, helper: helper) { sheets.append(along) }
      }
    }
    return sheets
  }

  /// Whether somebody cannot be at both: visits of two orders, or of one order where one waits for the other.
  func isAnother(than other: VisitSheet) -> Bool {
    order != other.order || (isWaiting || other.isWaiting) && id != other.id
  }

  var isOver: Bool { status.isOver }
  var isUnderWay: Bool { status.isUnderWay }
  /// Whether it takes up time to come; held work does not until it is released, nor what is off.
  var isAhead: Bool { !isOver && !isHeld && !isOff }

  /// Planned time, from the arrival on as it came, and as it was once it is over.
  var range: TimeRange? {
    switch status {
    case .declined: nil
    case .done, .notDone:
      endedAt.map { end in
        TimeRange(start: onSiteAt ?? travellingAt ?? planned.map { min($0.start, end) } ?? end, end: end)
      } ?? planned
    case .onSite: (onSiteAt ?? planned?.start).map { TimeRange(start: $0, length: estimate) }
    case .travelling, .tentative, .scheduled, .dispatched, .seen, .accepted: planned
    }
  }

  /// The time that counts as work: on site it grows by whole minutes once it is over its estimate.
  func counted(at now: Timestamp) -> TimeRange? { status == .onSite ? range?.growing(at: now) : range }

  /// What it took beyond its estimate, once it is over.
  var overrun: TimeRange? {
    guard isOver, let begun = onSiteAt, let end = endedAt, begun + estimate < end else { return nil }
    return TimeRange(start: begun + estimate, end: end)
  }

  func isDone(in range: TimeRange) -> Bool { status == .done && endedAt.map(range.contains) ?? false }

  /// Whether it was to begin in it, or was done in it all the same.
  func isPlanned(in range: TimeRange) -> Bool {
    isDone(in: range) || planned.map { range.contains($0.start) } ?? false
  }

  static func isBefore(_ left: VisitSheet, _ right: VisitSheet) -> Bool {
    (left.range?.start ?? .distantPast, left.number, left.id)
      < (right.range?.start ?? .distantPast, right.number, right.id)
  }
}
