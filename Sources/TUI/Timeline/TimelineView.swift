import Domain
import Terminal
import Verbs

/// Draws the timeline: an axis of hours and one technician a line.
struct TimelineView {
  let width: Int
  let axis: TimelineAxis

  init(_ model: Model, width: Int) {
    self.width = width
    axis = TimelineAxis(model, width: width)
  }

  /// The cells that show the cursor: the name.
  var markedColumns: [Range<Int>] { [1..<max(1, axis.nameWidth)] }

  /// The column of the now-line, counted from the first of the axis; nil when now is not on the screen.
  private func nowColumn(_ model: Model) -> Int? {
    let column = axis.column(model.now)
    return model.now >= axis.left && column < axis.columns ? column : nil
  }

  func drawAxis(_ model: Model, on canvas: inout Canvas) {
    if model.timeline.scale == .week { return drawDays(model, on: &canvas) }
    let zone = model.office.zone
    let isFine = axis.columnsPerHour >= 12
    let step = [1, 2, 3, 4, 6, 12].first { $0 * axis.columnsPerHour >= 4 } ?? 12
    let start = axis.nameWidth + 1
    var before = zone.hour(before: axis.left - .seconds(1))
    var shown: [Int: Character] = [:]
    for column in 0..<axis.columns {
      let hour = zone.hour(before: axis.instant(at: column))
      defer { before = hour }
      let civil = zone.civil(at: hour)
      guard hour != before, civil.hour % step == 0, column + (isFine ? 5 : 2) <= axis.columns else {
        continue
      }
      let short = isFine ? civil.time.text : String(civil.time.text.prefix(2))
      // An hour that comes twice says which of the two it is.
      let full = zone.isShownTwice(hour) ? "\(short) \(zone.shorthand(at: hour))" : short
      let isRoom = full.count < step * axis.columnsPerHour && column + full.count <= axis.columns
      let label = isRoom ? full : short
      canvas.put(label, at: Point(column: start + column, row: 0), style: StyleRole.timelineAxis.style)
      for (offset, digit) in label.enumerated() { shown[column + offset] = digit }
    }
    if let now = nowColumn(model) {
      // A digit stays, and shows by its colour that the line goes through it.
      let mark = String(shown[now] ?? "┊")
      canvas.put(mark, at: Point(column: start + now, row: 0), style: StyleRole.timelineNow.style)
    }
  }

  func draw(line: Int, _ model: Model, on canvas: inout Canvas) {
    let cursor = model.timeline.cursor
    let number = cursor.top + line
    let lanes = model.timeline.lanes(model.board)
    guard number < model.timeline.rows.count else {
      drawBelow(line, lanes.count, model, on: &canvas)
      return
    }
    let lane = lanes[model.timeline.rows[number]]
    let isSelected = number == cursor.index
    let hasFocus = isSelected && model.focus == .timeline
    canvas.put(lane.name, at: Point(column: 1, row: 0), width: axis.nameWidth - 1, ellipsis: true)
    if let week = model.timeline.week[lane.id] { return draw(week, model, on: &canvas) }
    var row = LaneRow(axis)
    row.fill(
      lane, dangers: model.board.dangers, now: nowColumn(model),
      selected: hasFocus ? model.timeline.visit : nil)
    row.draw(on: &canvas, at: Point(column: axis.nameWidth + 1, row: 0))
  }

  private func drawBelow(_ line: Int, _ count: Int, _ model: Model, on canvas: inout Canvas) {
    if line == 0 {
      let said =
        count == 0
        ? "Nobody is on the timeline on \(TimeWords.day(model.timeline.day))."
        : "0 of \(count) match. Esc shows all."
      canvas.put(said, at: Point(column: 1, row: 0), width: width - 1, ellipsis: true)
    } else if model.timeline.scale != .week, let now = nowColumn(model) {
      canvas.put("┊", at: Point(column: axis.nameWidth + 1 + now, row: 0), style: StyleRole.timelineNow.style)
    }
  }
}
