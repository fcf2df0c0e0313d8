import Domain
import Terminal

/// What a pane shows, in a few numbers: equal stamps look equal.
struct PaneStamp: Hashable {
  /// The pane's version: any change of its content, filter, order or minute.
  let version: Int
  let top: Int
  let count: Int
  let selected: Int
  let hasFocus: Bool
  /// The visit that is selected on the timeline.
  let visit: Visit.ID?

  init(_ pane: Pane, _ model: Model) {
    version = model.versions[pane]
    hasFocus = model.focus == pane
    visit = pane == .timeline ? model.timeline.visit : nil
    switch pane {
    case .queue: (top, count, selected) = model.queue.cursor.place
    case .technicians: (top, count, selected) = model.technicians.cursor.place
    case .timeline: (top, count, selected) = model.timeline.cursor.place
    case .alerts: (top, count, selected) = model.alerts.cursor.place
    }
  }

  func content(ofLine line: Int) -> LineContent {
    let row = top + line
    guard row < count else { return LineContent(version: version, row: -1 - line, visit: nil) }
    return LineContent(version: version, row: row, visit: row == selected && hasFocus ? visit : nil)
  }

  func mark(ofLine line: Int) -> LineMark {
    let row = top + line
    guard row < count, row == selected else { return .none }
    if !hasFocus { return .selected }
    return visit == nil ? .focused : .withinFocus
  }
}

/// What stands in a line of a pane, the mark of the cursor apart.
struct LineContent: Hashable {
  let version: Int
  /// The number of the row, negative for a line without one.
  let row: Int
  let visit: Visit.ID?
}

/// How the cursor shows in a line: it moves without the rest of the line being drawn again.
enum LineMark: Hashable {
  case none
  /// Selected in a pane that keys do not act on.
  case selected
  /// What the keys act on.
  case focused
  /// The keys act on a part of the line, such as a visit on the timeline.
  case withinFocus
}
