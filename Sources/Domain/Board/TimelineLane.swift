/// One technician's row on the timeline: when he works, when not, and his visits.
public struct TimelineLane: Hashable, Sendable, Identifiable {
  public let id: Technician.ID
  public let name: String
  /// When he works that day, with the whole of a shift that midnight falls into, in order.
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
  /// In order, what goes on for the same reason as one.
  var merged: [TimelineLane.Away] {
    var merged: [TimelineLane.Away] = []
    for next in sorted(by: { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }) {
      if let last = merged.last, last.reason == next.reason, next.range.start <= last.range.end {
        let whole = TimeRange(start: last.range.start, end: Swift.max(last.range.end, next.range.end))
        merged[merged.count - 1] = TimelineLane.Away(range: whole, reason: last.reason)
      } else {
        merged.append(next)
      }
    }
    return merged
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
