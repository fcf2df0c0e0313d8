import Domain
import Terminal
import Verbs

extension MovePopup {
  /// A line between the axis and what follows from a drop.
  enum Line: Hashable {
    case lane(Int)
    case ghost
    case promise
  }

  func lanes(_ model: Model) -> [TimelineLane] { timeline.lanes(model.board) }

  /// The lanes from the first one seen, the ghost and the promise under the lane that it is over.
  func lines(_ model: Model, height: Int) -> [Line] {
    let target = target(model)
    var lines: [Line] = target == nil ? below(model) : []
    for number in lanes(model).indices.dropFirst(top) where lines.count < height {
      lines.append(.lane(number))
      if number == target { lines += below(model) }
    }
    return Array(lines.prefix(height))
  }

  /// The technician whose row, or whose ghost, stands in a row of the popup.
  func lane(atRow row: Int, _ model: Model) -> Technician.ID? {
    let lines = lines(model, height: laneHeight(model))
    guard lines.indices.contains(row - 2) else { return nil }
    switch lines[row - 2] {
    case .lane(let number): return lanes(model)[number].id
    case .ghost, .promise: return ghost.to.technician
    }
  }

  private func below(_ model: Model) -> [Line] {
    guard let window = model.office.order(ghost.order)?.window else { return [.ghost] }
    return model.office.zone.date(at: window.start) == timeline.day ? [.ghost, .promise] : [.ghost]
  }

  func target(_ model: Model) -> Int? {
    lanes(model).firstIndex { $0.id == ghost.to.technician }
  }

  /// Rows between the axis and the rule above what follows from a drop.
  func laneHeight(_ model: Model) -> Int {
    guard let frame = frame(in: model) else { return 1 }
    let room = frame.height - 4
    let wanted = strip(model, width: frame.width - 4).count
    return max(min(4, room), room - max(3, wanted))
  }

  /// Turns to the ghost's day and scrolls just so far that it is seen.
  mutating func follow(_ model: Model) {
    guard let start = ghost.to.start, let frame = frame(in: model) else { return }
    timeline.follow(start, ghost.to.length, model, width: frame.width - 2)
    guard let target = target(model) else { return }
    let room = max(1, laneHeight(model) - below(model).count)
    top = max(0, min(top, target))
    if target - top >= room { top = target - room + 1 }
  }
}

extension MovePopup {
  func draw(on canvas: inout Canvas, _ model: Model) {
    let order = model.office.order(ghost.order)
    let what = [order.flatMap { model.siteName(of: $0) }, order?.summary].compactMap(\.self).joined(
      separator: ", ")
    canvas.box(
      canvas.bounds, style: StyleRole.borderFocus.style,
      titles: [
        "3 Timeline", TimeWords.day(timeline.day),
        "MOVING \(ghost.number) · \(order?.priority.text ?? "") · \(what) · \(TimeWords.estimate(ghost.to.length))"
      ], titleStyle: StyleRole.title.style, footer: [footer(model, canvas.width)])
    guard canvas.height > 4 else { return }
    let height = laneHeight(model)
    let sheet = LaneSheet(model, timeline, width: canvas.width - 2)
    let rows = lines(model, height: height).map { row($0, sheet, model) }
    sheet.draw(rows, on: &canvas, in: Rect(column: 1, row: 1, width: canvas.width - 2, height: 1 + height))
    drawStrip(on: &canvas, row: 2 + height, model)
  }

  private func row(_ line: Line, _ sheet: LaneSheet, _ model: Model) -> LaneSheet.Row {
    var lane = LaneRow(sheet.axis)
    switch line {
    case .lane(let number):
      let one = lanes(model)[number]
      let isTarget = one.id == ghost.to.technician
      return LaneSheet.Row(
        name: "\(isTarget ? "▌" : " ")\(one.name)", style: isTarget ? StyleRole.title.style : .plain,
        lane: sheet.day(of: one, selected: one.bars.first { $0.order == ghost.order }?.id))
    case .ghost:
      if let target = target(model) { lane.drawAway(lanes(model)[target]) }
      if let range = ghost.to.range { lane.drawGhost(ghost.number, range, worst?.severity) }
      let who = ghost.to.technician == nil ? " nobody" : " here?"
      return LaneSheet.Row(name: "▌ \(ghost.number)\(who)", style: StyleRole.title.style, lane: lane)
    case .promise:
      if let window = model.office.order(ghost.order)?.window { lane.drawPromise(window) }
      return LaneSheet.Row(name: "  promised", style: StyleRole.fieldNote.style, lane: lane)
    }
  }

  private func footer(_ model: Model, _ width: Int) -> String {
    if let typing {
      let keys = model.hints(
        [("form.enter", dropsTyped ? "drop" : "take it"), ("form.keep-draft", "leave it")],
        in: KeyContexts.form)
      return "\(typing.rawValue)   \(keys)"
    }
    return model.hints(
      [
        ("visit.drop", "drop"), ("back", "leave it"), ("visit.earlier", "earlier"), ("visit.later", "later"),
        ("visit.technician-down", "technician"), ("visit.push", ghost.isPushing ? "push none" : "push later"),
        ("visit.time", "time"), ("visit.longer", "longer"), ("visit.hour-later", "hour"),
        ("visit.day-later", "day")
      ], in: KeyContexts.move, fitting: width)
  }
}
