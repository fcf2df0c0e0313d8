import Domain
import Terminal
import Verbs

extension FitsPopup {
  /// A line between the axis and what speaks for the marked one.
  enum Line: Hashable {
    case row(Int)
    case promise
  }

  /// The rows around the marked one, the customer's promise under it.
  func lines(_ model: Model, height: Int) -> [Line] {
    var lines: [Line] = []
    for row in list.rows.indices {
      lines.append(.row(row))
      if row == list.index, promise(model) != nil { lines.append(.promise) }
    }
    let first = max(0, min(max(list.index - height / 2, 0), lines.count - height))
    return Array(lines.dropFirst(first).prefix(max(0, height)))
  }

  /// What the customer was promised, where it is on the day that is shown.
  private func promise(_ model: Model) -> TimeRange? {
    guard let window = model.office.order(list.order)?.window,
      model.office.zone.date(at: window.start) == timeline.day
    else { return nil }
    return window
  }

  /// Rows between the axis and the rule above what speaks for the marked one.
  func laneHeight(_ model: Model) -> Int {
    let room = model.frameOverTimeline.height - 4
    // As many for everybody, so that nothing jumps while one walks through the rows.
    return max(min(5, room), room - 8)
  }

  func draw(on canvas: inout Canvas, _ model: Model) {
    canvas.box(
      canvas.bounds, style: Role.borderFocus.style,
      titles: ["3 Timeline", TimeWords.day(timeline.day), title(model)], titleStyle: Role.title.style,
      footer: [footer(model, canvas.width)])
    guard canvas.height > 4 else { return }
    let height = laneHeight(model)
    var shown = model
    shown.timeline = timeline
    let view = TimelineView(shown, width: canvas.width - 2)
    canvas.draw(in: Rect(column: 1, row: 1, width: canvas.width - 2, height: 1)) {
      view.drawAxis(shown, on: &$0)
    }
    for (row, line) in lines(model, height: height).enumerated() {
      canvas.draw(in: Rect(column: 1, row: 2 + row, width: canvas.width - 2, height: 1)) {
        draw(line, view.axis, model, on: &$0)
      }
    }
    drawStrip(on: &canvas, row: 2 + height, model)
  }

  private func title(_ model: Model) -> String {
    guard let order = model.office.order(list.order) else { return "WHO FITS" }
    let what = [model.siteName(of: order), order.summary].compactMap(\.self).joined(separator: ", ")
    let length = order.openVisit?.estimate ?? order.estimate
    return "WHO FITS \(order.number) · \(order.priority.text) · \(what) · \(TimeWords.minutes(length))"
  }

  private func draw(_ line: Line, _ axis: TimelineAxis, _ model: Model, on canvas: inout Canvas) {
    var row = LaneRow(axis)
    switch line {
    case .row(let number): draw(number, axis, model, &row, on: &canvas)
    case .promise:
      canvas.put("  promised", at: .zero, style: Role.fieldNote.style, width: axis.nameWidth, ellipsis: true)
      if let window = promise(model) { row.drawPromise(window) }
    }
    row.draw(on: &canvas, at: Point(column: axis.nameWidth + 1, row: 0))
  }

  private func draw(
    _ number: Int, _ axis: TimelineAxis, _ model: Model, _ row: inout LaneRow, on canvas: inout Canvas
  ) {
    let one = list.rows[number]
    let isMarked = number == list.index
    let name: String
    var style = isMarked ? Role.title.style : .plain
    switch one {
    case .fits(let candidate): name = "\(number < 9 ? String(number + 1) : " ") \(candidate.name)"
    case .cannot(let refused):
      name = "– \(refused.name)"
      if !isMarked { style = Role.dim.style }
    }
    canvas.put(
      "\(isMarked ? "▌" : " ")\(name)", at: .zero, style: style, width: axis.nameWidth, ellipsis: true)
    let now = axis.column(model.now)
    if let lane = timeline.lanes(model.board).first(where: { $0.id == one.technician }) {
      row.fill(lane, now: model.now >= axis.left && now < axis.columns ? now : nil, selected: nil)
    }
    guard case .fits(let candidate) = one, let order = model.office.order(list.order),
      model.office.zone.date(at: candidate.arrival) == timeline.day
    else { return }
    let way = TimeRange(start: candidate.arrival - candidate.travel.span, end: candidate.arrival)
    row.lay("·", way, Role.timelineTravel.style)
    let isWarned =
      !candidate.warnings.isEmpty || !candidate.moves.isEmpty || !list.missed(candidate, model).isEmpty
    row.drawGhost(order.number, candidate.range, isWarned ? .warn : nil)
  }

  private func footer(_ model: Model, _ width: Int) -> String {
    if list.typing != nil {
      return model.hints([("form.next", "done"), ("form.clear-field", "clear")], in: KeyContexts.form)
    }
    return model.hints(
      [
        ("choose.highlighted", "or 1-9 assign"), ("back", "leave it"), ("move.down", "next"),
        ("assign.more", list.isAll ? "only who can" : "all"), ("assign.time", "time"),
        ("assign.length", "length"), (Fits.name, "as a list"), ("choose.0", "back to queue")
      ], in: contexts, fitting: width)
  }
}
