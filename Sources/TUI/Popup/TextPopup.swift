public import Terminal

/// Text to read: a day sheet, an explanation, an answer of the line; scrolls, changes nothing.
public struct TextPopup: Popup {
  public let name: String
  let lines: [String]
  private var top = 0

  public init(_ name: String, lines: [String]) {
    self.name = name
    self.lines = lines
  }

  public var isReading: Bool { true }
  public var contexts: [String] { KeyContexts.popup }

  public func wantedSize(in screen: Size, _ model: Model) -> Size {
    let widest = lines.reduce(displayWidth(of: name) + 6) { max($0, displayWidth(of: $1) + 4) }
    let width = min(screen.width - 4, max(50, widest))
    return Size(width: width, height: min(screen.height - 4, shown(width: width).count + 2))
  }

  public mutating func handle(_ event: PopupEvent, _ model: Model) -> PopupAnswer {
    let size = wantedSize(in: model.size, model)
    let rows = max(1, size.height - 2)
    let last = max(0, shown(width: size.width).count - rows)
    switch event {
    case .action("move.down"): top += 1
    case .action("move.up"): top -= 1
    case .action("move.page-down"): top += rows - 1
    case .action("move.page-up"): top -= rows - 1
    case .action("move.first"): top = 0
    case .action("move.last"): top = last
    case .action("choose.highlighted"): return .close
    case .mouse(let mouse):
      if mouse.action == .wheelDown { top += 3 }
      if mouse.action == .wheelUp { top -= 3 }
    case .action, .key, .paste, .shown, .changed, .finished, .answered, .suggested, .draftSaved:
      return .ignored
    }
    top = max(0, min(top, last))
    return .stay
  }

  private func shown(width: Int) -> [String] {
    lines.flatMap { $0.isEmpty ? [""] : wrapped($0, width: max(1, width - 4)) }
  }

  public func draw(on canvas: inout Canvas, _ model: Model) {
    let shown = shown(width: canvas.width)
    let rows = max(0, canvas.height - 2)
    let down = shown.count > rows ? [(action: "move.down", words: "down")] : []
    let hints = model.hints(down + [("back", "back")], in: contexts)
    let more = shown.count > rows ? ["\(min(top + rows, shown.count)) of \(shown.count)"] : []
    canvas.box(
      canvas.bounds, style: Role.border.style, titles: [name] + more, titleStyle: Role.popupTitle.style,
      footer: [hints])
    for (row, line) in shown.dropFirst(top).prefix(rows).enumerated() {
      canvas.put(line, at: Point(column: 2, row: row + 1), width: max(0, canvas.width - 4), ellipsis: true)
    }
  }
}
