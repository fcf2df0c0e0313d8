import Domain
import Terminal
import Verbs

extension Model {
  /// A click selects and focuses, the wheel scrolls what is under it.
  mutating func point(_ mouse: Mouse) -> [Effect] {
    if let top = popups.last, line == nil {
      let rect = popupRect(top.popup)
      guard rect.contains(mouse.point) else { return [] }
      let inside = Mouse(
        mouse.action, at: mouse.point.moved(columns: -rect.column, rows: -rect.row),
        modifiers: mouse.modifiers)
      return handTop(.mouse(inside))
    }
    guard face.isConsole, line == nil else { return [] }
    if mouse.point.row == 0, mouse.action == .press(.left) { return openHeader(at: mouse.point.column) }
    guard let pane = layout.pane(at: mouse.point) else { return [] }
    switch mouse.action {
    case .wheelUp: move(.scroll(-3), in: pane)
    case .wheelDown: move(.scroll(3), in: pane)
    case .press(.left): click(pane, at: mouse.point)
    case .drag(.left): return dragVisit(to: mouse.point)
    case .press, .drag, .release, .move: break
    }
    return []
  }

  private mutating func click(_ pane: Pane, at point: Point) {
    if pane == .alerts { clickAlert(at: point) }
    focus(on: pane)
    if let titles = layout.titleRow(of: pane), titles.contains(point) {
      return clickTitles(
        of: pane, at: Point(column: point.column - titles.column, row: point.row - titles.row), titles)
    }
    guard let body = layout.body(of: pane), body.contains(point) else { return }
    let line = point.row - body.row
    switch pane {
    case .queue: if let number = queue.cursor.number(onLine: line) { move(.to(number)) }
    case .technicians: if let number = technicians.cursor.number(onLine: line) { move(.to(number)) }
    case .alerts: break
    case .timeline: clickTimeline(line, column: point.column - body.column)
    }
  }

  /// The alert that is seen there is meant, before the focus brings the one selected until now back into sight.
  private mutating func clickAlert(at point: Point) {
    guard let body = layout.body(of: .alerts), body.contains(point),
      let number = alerts.cursor.number(onLine: point.row - body.row)
    else { return }
    move(.to(number), in: .alerts)
  }

  /// A column's title sorts by it, clicked again the other way; a count shows its rows.
  private mutating func clickTitles(of pane: Pane, at point: Point, _ titles: Rect) {
    switch pane {
    case .queue:
      if point.row < titles.height - 1 {
        let counts = QueueView.counts(self, width: titles.width)
        if let count = counts.last(where: { $0.column <= point.column }) {
          changeFilter(of: .queue) { $0.replace(with: count.bucket.filter) }
        }
      } else if let order = QueueView(self, width: titles.width).order(at: point.column) {
        sort(by: order)
      }
    case .technicians:
      if let order = TechniciansView(self, width: titles.width).order(at: point.column) { sort(by: order) }
    case .timeline, .alerts: break
    }
  }

  private mutating func clickTimeline(_ line: Int, column: Int) {
    guard let number = timeline.cursor.number(onLine: line), let axis = timelineAxis else { return }
    timeline.visit = nil
    timeline.grab = nil
    timeline.cursor.move(to: number, in: laneIDs)
    let column = column - axis.nameWidth - 1
    guard column >= 0 else { return }
    if timeline.scale == .week {
      let day = min(6, column / max(1, axis.columns / 7))
      return choose(day: timeline.monday.adding(days: day))
    }
    let instant = axis.instant(at: column)
    timeline.visit =
      selectedLane?.bars.first { bar in
        bar.range.contains(instant) || axis.column(bar.range.start) == column
      }?.id
    guard let bar = selectedBar else { return }
    visited(bar.order, isLookedAt: false)
    let isEdge = axis.column(bar.range.end) - 1 == column && axis.column(bar.range.start) < column
    timeline.grab = VisitGrab(at: instant, isEnd: isEdge)
  }

  /// A visit that is pulled by the mouse becomes a ghost; its right edge is its length.
  private mutating func dragVisit(to point: Point) -> [Effect] {
    guard let grab = timeline.grab, let order = selectedBar?.order, let axis = timelineAxis,
      let body = layout.body(of: .timeline), let visit = office.order(order)
    else { return [] }
    let column = point.column - body.column - axis.nameWidth - 1
    guard
      point.row != body.row + timeline.cursor.index - timeline.cursor.top
        || axis.instant(at: column) != grab.at
    else { return [] }
    timeline.grab = nil
    if let sentence = Sentences.waits(visit, self) ?? (grab.isEnd ? nil : Sentences.underWay(visit, self)) {
      say(.refused, sentence)
      return []
    }
    guard var popup = MovePopup(visit, self) else {
      say(.refused, Sentences.noVisit(visit, self))
      return []
    }
    popup.begin(grab)
    let frame = popupRect(popup)
    return open(popup)
      + handTop(.mouse(Mouse(.drag(.left), at: point.moved(columns: -frame.column, rows: -frame.row))))
  }

  /// Where a popup lies: in the middle, a little high, never over the two last lines.
  func popupRect(_ popup: any Popup) -> Rect {
    if isPlain {
      let wanted = popup.wantedSize(in: size, self)
      return Rect(
        column: 0, row: plainTop, width: min(wanted.width, size.width),
        height: max(0, min(wanted.height, size.height - plainTop - 1)))
    }
    let room = Rect(column: 0, row: 1, width: size.width, height: max(0, size.height - 3))
    if let frame = popup.frame(in: self) { return frame }
    let wanted = popup.wantedSize(in: size, self)
    let rect = room.centred(wanted)
    return Rect(
      column: rect.column, row: room.row + max(0, (room.height - rect.height) / 3), width: rect.width,
      height: rect.height)
  }
}
