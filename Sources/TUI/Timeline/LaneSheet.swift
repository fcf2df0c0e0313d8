import Domain
import Terminal

/// Lanes under an axis of hours, and under them what follows from what is drawn: how a visit is moved, who fits, and
/// what a plan makes of somebody's day.
struct LaneSheet {
  /// A line beside a name: somebody's day, or what would become of it.
  struct Row {
    var name: String
    var style = Style.plain
    var lane: LaneRow
  }

  /// The timeline as it is seen from here.
  let timeline: TimelineState
  let model: Model
  let axis: TimelineAxis
  /// The column of the now-line; nil when now is not on the screen.
  let now: Int?

  init(_ model: Model, _ timeline: TimelineState, width: Int) {
    self.timeline = timeline
    var shown = model
    shown.timeline = timeline
    self.model = shown
    axis = TimelineAxis(shown, width: width)
    let column = axis.column(model.now)
    now = model.now >= axis.left && column < axis.columns ? column : nil
  }

  /// Somebody's day as it stands.
  func day(of lane: TimelineLane, selected: Visit.ID? = nil) -> LaneRow {
    var row = LaneRow(axis)
    row.fill(lane, dangers: model.board.dangers, now: now, selected: selected)
    return row
  }

  /// The hours, and a row for each line that there is room for.
  func draw(_ rows: [Row], on canvas: inout Canvas, in area: Rect) {
    let line = Size(width: area.width, height: 1)
    canvas.draw(in: Rect(origin: area.origin, size: line)) {
      TimelineView(model, width: area.width).drawAxis(model, on: &$0)
    }
    for (number, row) in rows.prefix(max(0, area.height - 1)).enumerated() {
      canvas.draw(in: Rect(origin: area.origin.moved(rows: 1 + number), size: line)) { canvas in
        canvas.put(row.name, at: .zero, style: row.style, width: axis.nameWidth, ellipsis: true)
        row.lane.draw(on: &canvas, at: Point(column: axis.nameWidth + 1, row: 0))
      }
    }
  }
}

extension LaneSheet {
  /// A rule with a heading, and as many lines below it as there is room for; the last says how many more there are.
  static func drawStrip(_ heading: String, _ lines: [PageLine], on canvas: inout Canvas, row: Int) {
    canvas.rule(from: Point(column: 0, row: row), columns: canvas.width, style: StyleRole.borderFocus.style)
    canvas.write([heading], inEdge: row, of: canvas.bounds, style: StyleRole.heading.style)
    let room = canvas.height - row - 2
    let hidden = lines.count - room
    let shown =
      hidden > 0 ? lines.prefix(max(0, room - 1)) + [PageLine("\(hidden + 1) lines more", .dim)] : lines[...]
    for (offset, line) in shown.enumerated() where offset < room {
      line.draw(on: &canvas, at: Point(column: 2, row: row + 1 + offset), width: canvas.width - 4)
    }
  }
}

extension TimelineState {
  /// All lanes of it over the pane, where a week shows no hours as a day.
  var overPane: TimelineState {
    var state = self
    state.filter = PaneFilter()
    if state.scale == .week { state.scale = .day }
    return state
  }

  /// Scrolls just so far that what is there for so long is seen, and turns to its day where that is not in sight: what
  /// hangs on the mouse keeps the scale that it was taken on.
  mutating func follow(_ start: Timestamp, _ length: Span, _ model: Model, width: Int) {
    let zone = model.office.zone
    let least = min(length, .minutes(30))
    takeLanes(model)
    var axis = TimelineAxis(model, self, width: width)
    let wanted = zone.date(at: start)
    if wanted != day, start < axis.left || start + least > axis.end {
      (left, day, otherLanes) = (nil, wanted, nil)
      takeLanes(model)
      axis = TimelineAxis(model, self, width: width)
    }
    if start < axis.left {
      left = zone.hour(before: start)
    } else if start + least > axis.end {
      let seen = axis.end - axis.left
      left = zone.hour(before: start - seen + min(length, seen / 2) + .hours(1))
    }
  }

  private mutating func takeLanes(_ model: Model) {
    if day == model.office.today(at: model.now) {
      otherLanes = nil
    } else if otherLanes == nil {
      otherLanes = model.office.lanes(on: day, at: model.now)
    }
  }
}
