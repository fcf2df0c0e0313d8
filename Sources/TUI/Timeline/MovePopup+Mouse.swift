import Domain
import Terminal

extension MovePopup {
  /// Begins with a visit that the mouse has taken already.
  mutating func begin(_ grab: VisitGrab) { self.grab = grab }

  /// Pulls the ghost along: a column is a quarter of an hour at least, a row is a technician, the right edge is the
  /// length. Letting go leaves it there for Enter.
  mutating func point(_ mouse: Mouse, _ model: Model) -> PopupAnswer {
    guard let frame = frame(in: model) else { return .ignored }
    let axis = TimelineAxis(model, timeline, width: frame.width - 2)
    let instant = axis.instant(at: mouse.point.column - axis.nameWidth - 2)
    switch mouse.action {
    case .press(.left):
      guard let range = ghost.to.range, lane(atRow: mouse.point.row, model) == ghost.to.technician,
        range.start <= instant, instant < range.end + .seconds(axis.secondsPerColumn)
      else { return .ignored }
      let isEnd =
        range.end <= instant + .seconds(axis.secondsPerColumn)
        && axis.column(range.start) < axis.column(instant)
      grab = VisitGrab(at: instant, isEnd: isEnd)
    case .drag(.left):
      guard let taken = grab else { return .ignored }
      pull(to: instant, from: taken, axis)
      if !taken.isEnd, ghost.stays == nil, let technician = lane(atRow: mouse.point.row, model) {
        ghost.to.technician = technician
      }
      look(model)
    case .release: grab = nil
    case .wheelUp: top = max(0, top - 1)
    case .wheelDown: top = max(0, min(lanes(model).count - 1, top + 1))
    case .press, .drag, .move: return .ignored
    }
    return .stay
  }

  private mutating func pull(to instant: Timestamp, from taken: VisitGrab, _ axis: TimelineAxis) {
    let quarters = (instant - taken.at).seconds / 900
    guard quarters != 0 else { return }
    let span = Span.minutes(15 * quarters)
    if taken.isEnd {
      ghost.stretch(by: span)
    } else if let stays = ghost.stays {
      said = stays
    } else {
      ghost.move(by: span)
    }
    grab = VisitGrab(at: taken.at + span, isEnd: taken.isEnd)
  }
}
