import Domain
import Terminal

extension Model {
  var laneIDs: [Technician.ID] {
    let lanes = timeline.lanes(board)
    return timeline.rows.map { lanes[$0].id }
  }

  /// Another technician's row; of its visits the one nearest in time to the selected one.
  mutating func moveLane(_ move: ListMove) {
    let middle = selectedBar.map { $0.range.start + $0.range.length / 2 }
    timeline.cursor.take(move, in: laneIDs)
    guard let middle else { return }
    timeline.visit =
      selectedLane?.bars.min { left, right in
        Self.distance(left, middle) < Self.distance(right, middle)
      }?.id
    showSelectedVisit()
  }

  private static func distance(_ bar: TimelineBar, _ instant: Timestamp) -> Span {
    if bar.range.contains(instant) { return .zero }
    return instant < bar.range.start ? bar.range.start - instant : instant - bar.range.end
  }

  /// On the timeline to the next visit or back to the name; elsewhere to the pane beside.
  mutating func moveSideways(by step: Int) {
    guard focus == .timeline else {
      if focus == .queue, step > 0 { focus(on: .technicians) }
      if focus == .technicians, step < 0 { focus(on: .queue) }
      return
    }
    if timeline.scale == .week { return choose(day: timeline.day.adding(days: step)) }
    guard let bars = selectedLane?.bars, !bars.isEmpty else { return }
    let now = timeline.visit.flatMap { visit in bars.firstIndex { $0.id == visit } } ?? -1
    let next = min(bars.count - 1, now + step)
    timeline.visit = next < 0 ? nil : bars[next].id
    if let order = selectedBar?.order { visited(order, isLookedAt: false) }
    showSelectedVisit()
  }

  /// The day before or after; what was scrolled to goes along.
  mutating func turn(by days: Int) {
    guard focus == .timeline else {
      let way = key(for: Action.paneTimeline.rawValue, in: paneContexts).map { ": \($0) goes there" } ?? ""
      return say(.note, "Days are turned in the timeline\(way).")
    }
    if timeline.scale == .week { return choose(day: timeline.day.adding(days: 7 * days)) }
    let zone = office.zone
    timeline.left = timeline.left.map { left in
      let civil = zone.civil(at: left)
      return zone.timestamp(
        of: CivilTime(date: civil.date.adding(days: days), secondOfDay: civil.secondOfDay))
    }
    timeline.day = timeline.day.adding(days: days)
    timeline.visit = nil
    refreshTimeline()
  }

  /// Another day of the week that is shown, or of another one.
  mutating func choose(day: CivilDate) {
    timeline.day = day
    timeline.visit = nil
    timeline.left = nil
    refreshTimeline()
  }

  mutating func scrollTimeline(byHours hours: Int64) {
    guard focus == .timeline, timeline.scale != .week, let axis = timelineAxis else { return }
    let midnight = office.zone.startOfDay(timeline.day)
    let dayStart = timeline.begins(board).map { min(midnight, office.zone.hour(before: $0)) } ?? midnight
    let dayEnd = office.zone.startOfDay(timeline.day.adding(days: 1))
    let left = axis.left + .hours(hours)
    timeline.left = max(dayStart, min(left, max(dayStart, dayEnd - .hours(1))))
    versions.timeline &+= 1
  }

  mutating func changeScale() {
    timeline.scale = timeline.scale.next
    timeline.left = nil
    if timeline.scale == .week { timeline.visit = nil }
    refreshTimeline()
    showSelectedVisit()
  }

  mutating func timelineToNow() {
    timeline.day = office.today(at: now)
    timeline.left = nil
    refreshTimeline()
  }

  /// Scrolls just far enough for the selected visit to be seen.
  mutating func showSelectedVisit() {
    guard timeline.scale != .week, let bar = selectedBar, let axis = timelineAxis else { return }
    if bar.range.start < axis.left {
      timeline.left = office.zone.hour(before: bar.range.start)
      versions.timeline &+= 1
    } else if bar.range.start + min(bar.range.length, .minutes(30)) > axis.end {
      let seen = axis.end - axis.left
      timeline.left = office.zone.hour(
        before: bar.range.start - seen + min(bar.range.length, seen / 2) + .hours(1))
      versions.timeline &+= 1
    }
  }

  /// Which instants stand where; nil while the timeline is not drawn.
  var timelineAxis: TimelineAxis? {
    layout.body(of: .timeline).map { TimelineAxis(self, width: $0.width) }
  }
}

extension ZoneRules {
  /// The full hour of the wall clock at or before an instant.
  func hour(before instant: Timestamp) -> Timestamp {
    instant - .seconds(Int64(civil(at: instant).secondOfDay % 3_600))
  }
}
