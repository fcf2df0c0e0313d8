public import Domain
public import Terminal

/// What the timeline remembers: the day, how much of it is seen, whose row and which visit are selected.
public struct TimelineState: Sendable {
  public internal(set) var day: CivilDate
  /// The lanes of another day than the board's; nil shows the board's own.
  public internal(set) var otherLanes: [TimelineLane]?
  /// Numbers of the lanes shown, filtered.
  public internal(set) var rows: [Int] = []
  public internal(set) var cursor = ListCursor<Technician.ID>()
  public internal(set) var filter = PaneFilter()
  /// The selected visit; nil while the name is.
  public internal(set) var visit: Visit.ID?
  public internal(set) var scale = TimelineScale.day
  /// The instant of the first column once somebody has scrolled; until then it follows the clock.
  public internal(set) var left: Timestamp?

  /// How full each day of the shown week is, Monday first; empty on the other scales.
  public internal(set) var week: [Technician.ID: [DayBalance]] = [:]
  /// Where the selected visit was taken by the mouse, until it is pulled or let go.
  var grab: VisitGrab?

  public init(day: CivilDate) { self.day = day }

  /// The Monday of the week that the shown day is in.
  var monday: CivilDate { day.adding(days: 1 - day.weekday.rawValue) }

  /// The lanes of the day that is shown.
  public func lanes(_ board: Board) -> [TimelineLane] { otherLanes ?? board.lanes }

  /// When anybody's work begins on it, in the night before where a shift or a visit comes from there.
  func begins(_ board: Board) -> Timestamp? {
    lanes(board).compactMap { lane in
      [lane.working.first?.start, lane.bars.first?.range.start].compactMap(\.self).min()
    }.min()
  }
}

/// A visit taken by the mouse: at which instant, and whether by its right edge.
struct VisitGrab: Hashable, Sendable {
  let at: Timestamp
  let isEnd: Bool
}

/// How much of the day the timeline shows at once.
public enum TimelineScale: String, CaseIterable, Hashable, Sendable {
  case hour, halfDay, day, week

  /// Hours that should fit.
  var hours: Double {
    switch self {
    case .hour: 4
    case .halfDay: 8
    case .day, .week: 12.5
    }
  }

  var next: TimelineScale {
    switch self {
    case .hour: .halfDay
    case .halfDay: .day
    case .day: .week
    case .week: .hour
    }
  }
}
