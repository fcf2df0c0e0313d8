import Domain
import Terminal

/// Draws one pane line by line; good for one version of the pane and one width.
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

  func drawTitles(_ model: Model, on canvas: inout Canvas) {
    canvas.fill(canvas.bounds)
    switch self {
    case .queue(let view): view.drawTitles(model, on: &canvas)
    case .technicians(let view): view.drawTitles(on: &canvas)
    case .timeline(let view): view.drawAxis(model, on: &canvas)
    case .alerts: break
    }
  }

  /// Draws a line as it looks without the cursor.
  func draw(line: Int, _ model: Model, on canvas: inout Canvas) {
    switch self {
    case .queue(let view): view.draw(line: line, model, on: &canvas)
    case .technicians(let view): view.draw(line: line, model, on: &canvas)
    case .timeline(let view): view.draw(line: line, model, on: &canvas)
    case .alerts(let view): view.draw(line: line, model, on: &canvas)
    }
  }

  /// Gives a drawn line the cursor's mark, or takes it away.
  func mark(_ mark: LineMark, on canvas: inout Canvas) {
    canvas.put(
      mark == .none ? " " : "▌", at: .zero, style: mark == .none ? .plain : StyleRole.borderFocus.style)
    let columns =
      switch self {
      case .queue(let view): view.markedColumns
      case .technicians(let view): view.markedColumns
      case .timeline(let view): view.markedColumns
      case .alerts(let view): view.markedColumns
      }
    for range in columns {
      let rect = Rect(column: range.lowerBound, row: 0, width: range.count, height: 1)
      canvas.restyle(rect) { mark == .focused ? $0.selected() : $0.removing(.selected) }
    }
  }
}
