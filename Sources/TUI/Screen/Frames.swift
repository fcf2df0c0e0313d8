import Terminal

/// The borders of the panes with what is written in them.
struct Frames: Hashable {
  let focus: Pane
  /// By pane, as `1 Queue`, `17 unassigned`, `by score`.
  let titles: [Pane: [String]]
  /// The titles of the detail's and the strip's upper border, where there are any.
  let detail: String
  let isFiltering: Bool

  init(_ model: Model, _ layout: ScreenLayout) {
    focus = model.focus
    isFiltering = model.isFiltering
    titles = Dictionary(uniqueKeysWithValues: layout.boxes.keys.map { ($0, PaneTitles.of($0, model)) })
    detail = layout.detail == nil ? "" : DetailLine.title(model)
  }
}

extension Canvas {
  /// Draws all borders anew, the focused pane's last, so that its colour wins where panes share an edge.
  mutating func drawFrames(_ frames: Frames, _ layout: ScreenLayout) {
    for box in layout.boxes.values {
      fill(Rect(column: box.column, row: box.row, width: box.width, height: 1))
      fill(Rect(column: box.column, row: box.endRow - 1, width: box.width, height: 1))
    }
    let order = Pane.allCases.filter { $0 != frames.focus && layout.boxes[$0] != nil } + [frames.focus]
    for pane in order {
      guard let rect = layout.boxes[pane] else { continue }
      box(rect, style: (pane == frames.focus ? StyleRole.borderFocus : StyleRole.border).style)
    }
    for pane in order {
      guard let rect = layout.boxes[pane] else { continue }
      let style: StyleRole = pane == frames.focus ? .title : .heading
      write(frames.titles[pane] ?? [], inEdge: rect.row, of: rect, style: style.style)
    }
    guard let box = layout.boxes[frames.focus] else { return }
    if let detail = layout.detail {
      divide(box, at: detail.row - 1, title: frames.detail)
    }
    if let strip = layout.strip {
      divide(box, at: strip.row - 1, title: "the other panes")
    }
  }

  private mutating func divide(_ box: Rect, at row: Int, title: String) {
    fill(Rect(column: box.column + 1, row: row, width: box.width - 2, height: 1))
    rule(from: Point(column: box.column, row: row), columns: box.width, style: StyleRole.borderFocus.style)
    write([title], inEdge: row, of: box, style: StyleRole.heading.style)
  }
}
