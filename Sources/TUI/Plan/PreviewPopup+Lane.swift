import DayPlan
import Domain
import Terminal

/// The day of whoever would get the work, with ghosts where it would stand.
extension PreviewPopup {
  /// Whose day is drawn; nil where a plan is about several.
  private var receiver: Technician.ID? {
    if case .fill(let technician, _) = question { return technician }
    switch option?.kind {
    case .fills(let fit): return fit.technician
    case .filled(let technician, _), .together(let technician, _): return technician
    case .given, .givenWithRoom, .rearranged, .reordered, .shared, .told, .givenAway, .pushed, .fits, .next,
      .instead,
      nil:
      return nil
    }
  }

  /// The rows that it takes: the hours, the day, the free stretch that was chosen, and an empty one.
  var laneHeight: Int { receiver == nil ? 0 : stretch == nil ? 3 : 4 }

  func drawLane(on canvas: inout Canvas, at row: Int, _ model: Model) {
    guard let receiver, canvas.height > row + laneHeight,
      let lane = model.board.lanes.first(where: { $0.id == receiver })
    else { return }
    let width = canvas.width - 2
    let sheet = LaneSheet(model, TimelineState(day: model.office.today(at: model.now)), width: width)
    var day = sheet.day(of: lane)
    for change in option?.changes ?? []
    where change.to.technician == receiver && !out.contains(change.id) {
      if let range = change.to.range {
        day.drawGhost(change.number, range, broken(change).isEmpty ? nil : .warn)
      }
    }
    var rows = [LaneSheet.Row(name: " \(lane.name)", style: StyleRole.title.style, lane: day)]
    if let stretch {
      var marked = LaneRow(sheet.axis)
      marked.drawPromise(stretch)
      rows.append(LaneSheet.Row(name: "▌ free", style: StyleRole.title.style, lane: marked))
    }
    sheet.draw(rows, on: &canvas, in: Rect(column: 1, row: row, width: width, height: 1 + rows.count))
  }
}

/// Somebody's free stretches, of which one is chosen.
extension PreviewPopup {
  /// What is left of them today, in order; none where it is not free time that is filled.
  func stretches(_ model: Model) -> [TimeRange] {
    guard case .fill(let technician, _) = question, let known = model.office.technician(technician) else {
      return []
    }
    let today = model.office.today(at: model.now)
    return model.office.balance(of: known, on: today, in: model.office.scheduleIndex(at: model.now)).gaps
  }

  /// Asks about the next free stretch or the one before; beyond the first and the last about all of them.
  mutating func turn(by step: Int, _ model: Model) -> PopupAnswer {
    guard case .fill(let technician, let instant) = question else { return .ignored }
    let all = stretches(model)
    guard !all.isEmpty else {
      said = "There is no free stretch of half an hour today."
      return .stay
    }
    let now = instant.flatMap { instant in all.firstIndex { $0.contains(instant) } }
    let next = now.map { $0 + step } ?? (step > 0 ? 0 : all.count - 1)
    stretch = all.indices.contains(next) ? all[next] : nil
    question = .fill(technician, at: stretch?.start)
    (wish, index) = (nil, 0)
    return ask(model)
  }
}
