/// One technician's row on the timeline: when he works, when not, and his visits.
public struct TimelineLane: Hashable, Sendable, Identifiable {
  public let id: Technician.ID
  public let name: String
  /// When he works that day, in order.
  public let working: [TimeRange]
  /// Breaks and absences inside working time, in order.
  public let away: [Away]
  /// His visits, by start.
  public let bars: [TimelineBar]

  public struct Away: Hashable, Sendable {
    public let range: TimeRange
    /// Nil for the usual break.
    public let reason: String?

    public init(range: TimeRange, reason: String?) {
      self.range = range
      self.reason = reason
    }
  }

  public init(id: Technician.ID, name: String, working: [TimeRange], away: [Away], bars: [TimelineBar]) {
    self.id = id
    self.name = name
    self.working = working
    self.away = away
    self.bars = bars
  }
}

extension [TimelineLane.Away] {
  /// Those that midnight has cut in two are one again.
  var joined: [TimelineLane.Away] {
    reduce(into: []) { whole, next in
      guard let last = whole.last, last.reason == next.reason, last.range.end == next.range.start else {
        return whole.append(next)
      }
      whole[whole.count - 1] = TimelineLane.Away(
        range: TimeRange(start: last.range.start, end: next.range.end), reason: last.reason)
    }
  }
}

/// One visit on a timeline row.
public struct TimelineBar: Hashable, Sendable, Identifiable {
  public let id: Visit.ID
  public let order: WorkOrder.ID
  public let number: Int
  public let priority: Priority
  public let trade: Trade?
  public let status: AssignmentStatus
  public let isHeld: Bool
  /// As planned, or as it was once it is over.
  public let range: TimeRange
  /// As it was planned, where it began or ended otherwise.
  public let planned: TimeRange?
  /// Past the estimate: until now for one still under way, until its end for one that is over.
  public let overrun: TimeRange?
  /// The way to the site, before the visit.
  public let travel: TimeRange?
  /// Whether it collides with the visit before it.
  public let isConflict: Bool

  public init(
    id: Visit.ID, order: WorkOrder.ID, number: Int, priority: Priority, trade: Trade?,
    status: AssignmentStatus, isHeld: Bool, range: TimeRange, planned: TimeRange? = nil, overrun: TimeRange?,
    travel: TimeRange?, isConflict: Bool
  ) {
    self.planned = planned == range ? nil : planned
    self.id = id
    self.order = order
    self.number = number
    self.priority = priority
    self.trade = trade
    self.status = status
    self.isHeld = isHeld
    self.range = range
    self.overrun = overrun
    self.travel = travel
    self.isConflict = isConflict
  }

  /// The part of it that was planned for: all but what ran over.
  public var block: TimeRange {
    guard let overrun, range.start < overrun.start, overrun.start < range.end else { return range }
    return TimeRange(start: range.start, end: overrun.start)
  }
}

extension AssignmentStatus {
  /// Whether what happened stands beside what was planned.
  var hasActual: Bool {
    switch self {
    case .onSite, .done, .notDone: true
    case .tentative, .scheduled, .dispatched, .seen, .accepted, .travelling, .declined: false
    }
  }
}
