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

  func axis(_ model: Model, width: Int) -> TimelineAxis { TimelineAxis(model, timeline, width: width) }

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
    let zone = model.office.zone
    let day = zone.date(at: start)
    if day != timeline.day {
      timeline.left = nil
      timeline.day = day
      timeline.otherLanes = nil
    }
    if day != model.office.today(at: model.now), timeline.otherLanes == nil {
      timeline.otherLanes = model.office.lanes(on: day, at: model.now)
    } else if day == model.office.today(at: model.now) {
      timeline.otherLanes = nil
    }
    let axis = axis(model, width: frame.width - 2)
    let seen = axis.end - axis.left
    if start < axis.left {
      timeline.left = zone.hour(before: start)
    } else if start + min(ghost.to.length, .minutes(30)) > axis.end {
      timeline.left = zone.hour(before: start - seen + min(ghost.to.length, seen / 2) + .hours(1))
    }
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
      canvas.bounds, style: Role.borderFocus.style,
      titles: [
        "3 Timeline", TimeWords.day(timeline.day),
        "MOVING \(ghost.number) · \(order?.priority.text ?? "") · \(what) · \(TimeWords.minutes(ghost.to.length))"
      ], titleStyle: Role.title.style, footer: [footer(model, canvas.width)])
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

  private func draw(_ line: Line, _ axis: TimelineAxis, _ model: Model, on canvas: inout Canvas) {
    var row = LaneRow(axis)
    let now = axis.column(model.now)
    switch line {
    case .lane(let number):
      let lane = lanes(model)[number]
      let isTarget = lane.id == ghost.to.technician
      canvas.put(
        "\(isTarget ? "▌" : " ")\(lane.name)", at: .zero, style: isTarget ? Role.title.style : .plain,
        width: axis.nameWidth, ellipsis: true)
      row.fill(
        lane, now: model.now >= axis.left && now < axis.columns ? now : nil,
        selected: lane.bars.first { $0.order == ghost.order }?.id)
    case .ghost:
      let who = ghost.to.technician == nil ? " nobody" : " here?"
      canvas.put(
        "▌ \(ghost.number)\(who)", at: .zero, style: Role.title.style, width: axis.nameWidth, ellipsis: true)
      if let target = target(model) { row.drawAway(lanes(model)[target]) }
      if let range = ghost.to.range { row.drawGhost(ghost.number, range, worst?.severity) }
    case .promise:
      canvas.put("  promised", at: .zero, style: Role.fieldNote.style, width: axis.nameWidth, ellipsis: true)
      if let window = model.office.order(ghost.order)?.window { row.drawPromise(window) }
    }
    row.draw(on: &canvas, at: Point(column: axis.nameWidth + 1, row: 0))
  }

  private func footer(_ model: Model, _ width: Int) -> String {
    if let typing {
      let keys = model.hints(
        [("form.next", dropsTyped ? "drop" : "take it"), ("form.keep-draft", "leave it")],
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
