import Domain
import Terminal

/// Draws one pane line by line; made anew for every frame, so it only keeps what is cheap to make.
enum PaneView {
  case queue(QueueView)
  case technicians(TechniciansView)
  case timeline(TimelineView)
  case alerts(AlertsView)

  init(_ pane: Pane, _ model: Model, width: Int) {
    switch pane {
    case .queue: self = .queue(QueueView(model, width: width))
    case .technicians: self = .technicians(TechniciansView(model, width: width))
    case .timeline: self = .timeline(TimelineView(model, width: width))
    case .alerts: self = .alerts(AlertsView(model, width: width))
    }
  }

  /// Numbers that change when the row of titles does.
  func titleStamp(_ model: Model) -> [Int] {
    switch self {
    case .queue(let view): [view.width, view.look]
    case .technicians(let view): [view.width, view.look]
    case .timeline: [model.versions.timeline]
    case .alerts: []
    }
  }

  func drawTitles(_ model: Model, on canvas: inout Canvas) {
    canvas.fill(canvas.bounds)
    switch self {
    case .queue(let view): view.drawTitles(on: &canvas)
    case .technicians(let view): view.drawTitles(on: &canvas)
    case .timeline(let view): view.drawAxis(model, on: &canvas)
    case .alerts: break
    }
  }

  func stamp(ofLine line: Int, _ model: Model) -> LineStamp {
    switch self {
    case .queue:
      let cursor = model.queue.cursor
      return stamp(line, .queue, model, top: cursor.top, count: cursor.count, selected: cursor.index)
    case .technicians:
      let cursor = model.technicians.cursor
      return stamp(line, .technicians, model, top: cursor.top, count: cursor.count, selected: cursor.index)
    case .timeline:
      let cursor = model.timeline.cursor
      var stamp = stamp(line, .timeline, model, top: cursor.top, count: cursor.count, selected: cursor.index)
      if stamp.look != 0, let visit = model.timeline.visit { stamp.look |= visit.hashValue << 2 }
      return stamp
    case .alerts:
      let cursor = model.alerts.cursor
      return stamp(line, .alerts, model, top: cursor.top, count: cursor.count, selected: cursor.index)
    }
  }

  private func stamp(
    _ line: Int, _ pane: Pane, _ model: Model, top: Int, count: Int, selected: Int
  ) -> LineStamp {
    let row = top + line
    guard row < count else { return LineStamp(version: model.versions[pane], row: -1 - line, look: 0) }
    let look = row == selected ? (model.focus == pane ? 3 : 1) : 0
    return LineStamp(version: model.versions[pane], row: row, look: look)
  }

  func draw(line: Int, _ model: Model, on canvas: inout Canvas) {
    switch self {
    case .queue(let view): view.draw(line: line, model, on: &canvas)
    case .technicians(let view): view.draw(line: line, model, on: &canvas)
    case .timeline(let view): view.draw(line: line, model, on: &canvas)
    case .alerts(let view): view.draw(line: line, model, on: &canvas)
    }
  }
}
