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
      canvas.bounds, style: StyleRole.borderFocus.style,
      titles: ["3 Timeline", TimeWords.day(timeline.day), title(model)], titleStyle: StyleRole.title.style,
      footer: [footer(model, canvas.width)])
    guard canvas.height > 4 else { return }
    let height = laneHeight(model)
    let sheet = LaneSheet(model, timeline, width: canvas.width - 2)
    let rows = lines(model, height: height).map { row($0, sheet, model) }
    sheet.draw(rows, on: &canvas, in: Rect(column: 1, row: 1, width: canvas.width - 2, height: 1 + height))
    drawStrip(on: &canvas, row: 2 + height, model)
  }

  private func title(_ model: Model) -> String {
    guard let order = model.office.order(list.order) else { return "WHO FITS" }
    let what = [model.siteName(of: order), order.summary].compactMap(\.self).joined(separator: ", ")
    let length = order.openVisit?.estimate ?? order.estimate
    return "WHO FITS \(order.number) · \(order.priority.text) · \(what) · \(TimeWords.estimate(length))"
  }

  private func row(_ line: Line, _ sheet: LaneSheet, _ model: Model) -> LaneSheet.Row {
    switch line {
    case .row(let number): return row(number, sheet, model)
    case .promise:
      var lane = LaneRow(sheet.axis)
      if let window = promise(model) { lane.drawPromise(window) }
      return LaneSheet.Row(name: "  promised", style: StyleRole.fieldNote.style, lane: lane)
    }
  }

  private func row(_ number: Int, _ sheet: LaneSheet, _ model: Model) -> LaneSheet.Row {
    let one = list.rows[number]
    let isMarked = number == list.index
    let day = timeline.lanes(model.board).first { $0.id == one.technician }
    var lane = day.map { sheet.day(of: $0) } ?? LaneRow(sheet.axis)
    let name: String
    var style = isMarked ? StyleRole.title.style : .plain
    switch one {
    case .fits(let candidate):
      name = "\(number < 9 ? String(number + 1) : " ") \(candidate.name)"
      draw(candidate, in: &lane, model)
    case .cannot(let refused):
      name = "– \(refused.name)"
      if !isMarked { style = StyleRole.dim.style }
    }
    return LaneSheet.Row(name: "\(isMarked ? "▌" : " ")\(name)", style: style, lane: lane)
  }

  /// The way to it and the work, where it would be on the day that is shown.
  private func draw(_ candidate: Candidate, in lane: inout LaneRow, _ model: Model) {
    guard let order = model.office.order(list.order),
      model.office.zone.date(at: candidate.arrival) == timeline.day
    else { return }
    let way = TimeRange(start: candidate.arrival - candidate.travel.span, end: candidate.arrival)
    lane.lay(candidate.travel.isGuess ? "~" : "·", way, StyleRole.timelineTravel.style)
    let isWarned =
      !candidate.warnings.isEmpty || !candidate.moves.isEmpty || !list.missed(candidate, model).isEmpty
    lane.drawGhost(order.number, candidate.range, isWarned ? .warn : nil)
  }

  private func footer(_ model: Model, _ width: Int) -> String {
    if list.typing != nil {
      return model.hints([("form.enter", "done"), ("form.clear-field", "clear")], in: KeyContexts.form)
    }
    return model.hints(
      [
        ("choose.highlighted", "or 1-9 assign"), ("back", "leave it"), ("move.down", "next"),
        ("assign.more", list.isAll ? "only who can" : "all"), ("assign.time", "time"),
        ("assign.length", "length"), (FitsVerb.name, "as a list"), ("choose.0", "back to queue")
      ], in: contexts, fitting: width)
  }
}
