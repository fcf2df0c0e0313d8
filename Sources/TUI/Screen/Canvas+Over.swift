import Settings
import Terminal
import Verbs

extension Canvas {
  /// Lays popups, the command line and what may follow a prefix key over the panes.
  mutating func drawOver(_ model: Model) {
    if let gate = model.gate { return gate.draw(model, on: &self) }
    for open in model.popups {
      let rect = model.popupRect(open.popup)
      guard rect.width >= 2, rect.height >= 2 else { continue }
      draw(in: rect) { canvas in
        canvas.fill(canvas.bounds, style: StyleRole.popup.style)
        open.popup.draw(on: &canvas, model)
      }
    }
    if !model.popups.isEmpty, model.line == nil, let top = model.popups.last {
      drawPopupHints(top.popup, model)
    }
    drawResultOver(model)
    if let tour = model.tour { tour.draw(model, on: &self) }
    if let line = model.line { drawLine(line, model) }
    if !model.pending.isEmpty { drawContinuations(model) }
    if model.isFiltering, model.popups.isEmpty, model.line == nil { cursor = nil }
  }

  /// Under a popup the panes' hints would lie: the last line says what always works instead.
  private mutating func drawPopupHints(_ popup: any Popup, _ model: Model) {
    let wanted = [("help.open", "help")] + (model.face.hasLine ? [("line.open", "command line")] : [])
    let row = Rect(column: 0, row: height - 1, width: width, height: 1)
    fill(row)
    var column = 1
    column += put(popup.name, at: Point(column: column, row: row.row), style: StyleRole.heading.style) + 2
    for (action, words) in wanted {
      guard let key = model.key(for: action, in: popup.contexts), column < width else { continue }
      column += put(key, at: Point(column: column, row: row.row), style: StyleRole.hintKey.style) + 1
      column += put(words, at: Point(column: column, row: row.row), style: StyleRole.hintText.style) + 2
    }
  }

  /// The line being typed stands in the last row, its candidates in a box above it.
  private mutating func drawLine(_ line: LineEditor, _ model: Model) {
    let row = height - 1
    fill(Rect(column: 0, row: row, width: width, height: 1))
    put(":", at: Point(column: 0, row: row), style: StyleRole.hintKey.style)
    line.field.draw(on: &self, at: Point(column: 1, row: row), width: width - 1, style: StyleRole.plain.style)
    guard !line.candidates.isEmpty else { return }
    let shown = Swift.min(line.candidates.count, 8, Swift.max(0, height - 4))
    let first = Swift.max(0, Swift.min((line.picked ?? 0) - shown / 2, line.candidates.count - shown))
    let widest = line.candidates.reduce(20) {
      Swift.max($0, displayWidth(of: $1.text) + displayWidth(of: $1.help) + 6)
    }
    let rect = Rect(column: 0, row: row - shown - 2, width: Swift.min(width, widest), height: shown + 2)
    draw(in: rect) { canvas in
      canvas.fill(canvas.bounds, style: StyleRole.popup.style)
      canvas.box(canvas.bounds, style: StyleRole.border.style, titles: ["\(line.candidates.count) fit"])
      for (offset, number) in (first..<first + shown).enumerated() {
        let candidate = line.candidates[number]
        let style: StyleRole = number == line.picked ? .choiceSelected : .choice
        canvas.put(
          " \(candidate.text)  \(candidate.help)", at: Point(column: 1, row: offset + 1), style: style.style,
          width: canvas.width - 2, ellipsis: true)
      }
    }
  }

  /// After a prefix key: what may follow, by the live keymap.
  private mutating func drawContinuations(_ model: Model) {
    guard case .prefix(let following) = model.keymap.action(for: model.pending, in: model.contexts) else {
      return
    }
    let lines = following.map {
      ($0.keys.map(\.shown).joined(separator: " "), HelpPopup.words(for: $0.action))
    }
    let widest = lines.reduce(24) { Swift.max($0, displayWidth(of: $1.0) + displayWidth(of: $1.1) + 6) }
    // Above the result, however many rows it takes.
    let below = 1 + Swift.max(1, Swift.min(model.resultLines.count, Canvas.longestResult))
    let rows = Swift.min(lines.count, Swift.max(0, height - 2 - below))
    let rect = Rect(
      column: Swift.max(0, width - widest - 1), row: height - below - rows - 2,
      width: Swift.min(width, widest), height: rows + 2)
    draw(in: rect) { canvas in
      canvas.fill(canvas.bounds, style: StyleRole.popup.style)
      canvas.box(
        canvas.bounds, style: StyleRole.border.style,
        titles: [model.pending.map(\.shown).joined(separator: " ")],
        titleStyle: StyleRole.popupTitle.style)
      for (row, line) in lines.prefix(rows).enumerated() {
        canvas.put(line.0, at: Point(column: 2, row: row + 1), style: StyleRole.hintKey.style)
        canvas.put(
          line.1, at: Point(column: 3 + displayWidth(of: line.0), row: row + 1),
          width: Swift.max(0, canvas.width - 4 - displayWidth(of: line.0)), ellipsis: true)
      }
    }
  }
}
