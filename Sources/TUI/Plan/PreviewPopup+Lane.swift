import DayPlan
import Domain
import Terminal

/// The day of whoever would get the work, with ghosts where it would stand.
extension PreviewPopup {
  /// Whose day is drawn; nil where an option is about several.
  private var receiver: Technician.ID? {
    switch option?.kind {
    case .fills(let fit): fit.technician
    case .filled(let technician, _), .together(let technician, _): technician
    case .given, .givenWithRoom, .rearranged, .reordered, .told, .givenAway, .pushed, .fits, .next, .instead,
      nil:
      nil
    }
  }

  /// The rows that it takes: the hours, the day, and an empty one.
  var laneHeight: Int { receiver == nil ? 0 : 3 }

  func drawLane(on canvas: inout Canvas, at row: Int, _ model: Model) {
    guard let receiver, let option, canvas.height > row + laneHeight else { return }
    var shown = model
    shown.timeline = TimelineState(day: model.office.today(at: model.now))
    let width = canvas.width - 2
    let view = TimelineView(shown, width: width)
    canvas.draw(in: Rect(column: 1, row: row, width: width, height: 1)) { view.drawAxis(shown, on: &$0) }
    guard let lane = model.board.lanes.first(where: { $0.id == receiver }) else { return }
    let now = view.axis.column(model.now)
    var line = LaneRow(view.axis)
    line.fill(lane, now: model.now >= view.axis.left && now < view.axis.columns ? now : nil, selected: nil)
    for change in option.changes where change.to.technician == receiver && !dropped.contains(change.id) {
      if let range = change.to.range {
        line.drawGhost(change.number, range, change.broken.isEmpty ? nil : .warn)
      }
    }
    canvas.draw(in: Rect(column: 1, row: row + 1, width: width, height: 1)) { canvas in
      canvas.put(
        " \(lane.name)", at: .zero, style: Role.title.style, width: view.axis.nameWidth, ellipsis: true)
      line.draw(on: &canvas, at: Point(column: view.axis.nameWidth + 1, row: 0))
    }
  }
}
