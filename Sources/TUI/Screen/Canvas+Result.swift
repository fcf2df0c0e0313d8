import Terminal

extension ResultLine {
  /// Its sign, and how it is drawn.
  fileprivate var look: (sign: String, role: StyleRole) {
    switch kind {
    case .done: ("✓ ", .resultDone)
    case .refused: ("✗ ", .resultRefused)
    case .warning: ("! ", .resultWarning)
    case .note: ("", .plain)
    }
  }
}

extension Model {
  /// The last action's sentence in as many lines as it takes, at most four, none without one: what can be done about
  /// it stands at the end.
  var resultLines: [String] {
    guard let result else { return [] }
    let text = String((result.look.sign + result.sentence).map { $0.isNewline ? " " : $0 })
    guard displayWidth(of: text) > size.width - 2 else { return [text] }
    return wrapped(text, width: max(1, size.width - 2))
  }
}

extension Canvas {
  static let longestResult = 4

  /// The last action's sentence with its sign: done, refused, warned.
  mutating func drawResult(_ result: ResultLine?) {
    fill(bounds)
    guard let result else { return }
    put(
      " " + result.look.sign + result.sentence, at: .zero, style: result.look.role.style, width: width,
      ellipsis: true)
  }

  /// A sentence that is longer than its row takes rows of the panes above it, until the next thing is done. On a face
  /// that has no panes one of any length stands above the last row while a popup has its words there.
  mutating func drawResultOver(_ model: Model) {
    let lines = model.resultLines
    let isHidden = !model.face.isConsole && !model.popups.isEmpty
    guard !model.isPlain, lines.count > 1 || isHidden, let result = model.result else { return }
    let shown = lines.prefix(Self.longestResult)
    let top = height - 1 - shown.count
    guard top > 0 else { return }
    for (offset, line) in shown.enumerated() {
      let isCut = offset == shown.count - 1 && lines.count > shown.count
      let row = Rect(column: 0, row: top + offset, width: width, height: 1)
      fill(row)
      put(
        " " + line + (isCut ? "…" : ""), at: row.origin, style: result.look.role.style, width: width,
        ellipsis: true)
    }
  }
}
