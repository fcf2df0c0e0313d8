import Domain

/// Which instant a column of the timeline shows; one hour is a whole number of columns.
struct TimelineAxis: Hashable {
  /// Columns of the names to the left of it.
  let nameWidth: Int
  let columns: Int
  let columnsPerHour: Int
  /// The instant at the left edge of the first column.
  let left: Timestamp

  private static let steps = [60, 30, 24, 20, 12, 10, 8, 6, 4, 3, 2, 1]

  init(_ model: Model, width: Int) { self.init(model, model.timeline, width: width) }

  /// The axis of another view of the timeline than the pane's.
  init(_ model: Model, _ timeline: TimelineState, width: Int) {
    nameWidth = width >= 150 ? 22 : width >= 70 ? 15 : 12
    columns = max(1, width - nameWidth - 1)
    let wanted = Double(columns) / timeline.scale.hours
    columnsPerHour = Self.steps.first { Double($0) <= wanted } ?? 1
    left = timeline.left ?? Self.follow(model, timeline, hours: Double(columns) / Double(columnsPerHour))
  }

  /// Where nobody has scrolled: the morning in sight and now a third from the left, on a full hour; soon after midnight
  /// that is in the night before, where anybody works in it.
  private static func follow(_ model: Model, _ timeline: TimelineState, hours: Double) -> Timestamp {
    let zone = model.office.zone
    let dayStart = zone.startOfDay(timeline.day)
    let begins = timeline.begins(model.board) ?? dayStart + .hours(7)
    guard timeline.day == model.office.today(at: model.now) else {
      return zone.hour(before: max(dayStart, begins))
    }
    let third = zone.hour(before: model.now - .seconds(Int64(hours * 3_600 * 0.3)) + .minutes(30))
    return max(zone.hour(before: begins), third)
  }

  var secondsPerColumn: Int64 { 3_600 / Int64(columnsPerHour) }

  /// The instant at the right edge.
  var end: Timestamp { left + .seconds(secondsPerColumn * Int64(columns)) }

  /// The column that shows an instant, possibly outside the screen, counted from the first of the axis.
  func column(_ instant: Timestamp) -> Int {
    let seconds = (instant - left).seconds
    let column = seconds >= 0 ? seconds / secondsPerColumn : (seconds + 1) / secondsPerColumn - 1
    return Int(max(-100_000, min(100_000, column)))
  }

  func instant(at column: Int) -> Timestamp { left + .seconds(secondsPerColumn * Int64(column)) }

  /// `7½ min`, the time that one column is.
  var columnLength: String {
    let halves = 120 / columnsPerHour
    return halves.isMultiple(of: 2) ? "\(halves / 2) min" : "\(halves / 2 == 0 ? "" : "\(halves / 2)")½ min"
  }
}
