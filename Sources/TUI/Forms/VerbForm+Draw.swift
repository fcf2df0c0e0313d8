import Domain
import Terminal
import Verbs

extension VerbForm {
  static let labelWidth = 11
  /// So many suggestions are listed at once.
  static let mostMatches = 6

  /// The rows that a field takes.
  struct Row {
    let field: Int
    let lines: Range<Int>
    /// The choices of each row; empty for a field that is typed.
    let choices: [[Int]]
  }

  /// The rows of all fields but those that are folded, in so many columns.
  func rows(width: Int, without folded: Set<Int> = []) -> [Row] {
    var start = 0
    return texts.fields.fields.indices.filter { !folded.contains($0) }.map { index in
      var choices: [[Int]] = []
      if case .choice(let words) = texts.fields.fields[index].kind {
        choices = Self.broken(
          words, chosen: texts.fields.fields[index].choiceIndex, width: max(10, width - Self.labelWidth))
      }
      let row = Row(field: index, lines: start..<start + max(1, choices.count), choices: choices)
      start = row.lines.upperBound
      return row
    }
  }

  func wantedSize(in screen: Size, _ model: Model) -> Size {
    let width = min(screen.width - 2, 104)
    let rows = rows(width: width - 4).last?.lines.upperBound ?? 0
    let lines =
      content.lines(texts, model, width: max(10, width - 4)).count + saidLines(width: width - 4).count
    let gap = model.isPlain ? min(Self.mostMatches, matches.count) : 0
    return Size(width: width, height: max(rows + lines + gap + 2, box == nil ? 0 : 14))
  }

  func draw(on canvas: inout Canvas, _ model: Model) {
    drawBox(on: &canvas, model)
    let inner = canvas.bounds.inset(columns: 2, rows: 1)
    guard inner.width > 0, inner.height > 0 else { return }
    if let box {
      canvas.put(
        texts.fields.focused?.label ?? "", at: inner.origin, style: StyleRole.fieldLabel.style,
        width: inner.width)
      box.draw(
        on: &canvas,
        in: Rect(column: inner.column, row: inner.row + 1, width: inner.width, height: inner.height - 1),
        style: StyleRole.fieldFocus.style)
      return
    }
    let lines = content.lines(texts, model, width: inner.width)
    let said = saidLines(width: inner.width)
    let folded = folded(in: inner.size, below: said.count + lines.count)
    let rows = rows(width: inner.width, without: folded)
    let fields = rows.last?.lines.upperBound ?? 0
    let pinned = content.pinsLines && fields + said.count + lines.count > inner.height ? lines.prefix(2) : []
    let below = foldedLines(folded, model, width: inner.width) + said + lines.dropFirst(pinned.count)
    for (index, line) in pinned.enumerated() {
      let row = inner.row + inner.height - pinned.count + index
      line.draw(on: &canvas, at: Point(column: inner.column, row: row), width: inner.width)
    }
    drawFields(
      rows, below, on: &canvas, model,
      in: Rect(
        column: inner.column, row: inner.row, width: inner.width, height: max(1, inner.height - pinned.count))
    )
  }

  /// The fields, what stands below them, and what is suggested over both.
  private func drawFields(
    _ rows: [Row], _ below: [PageLine], on canvas: inout Canvas, _ model: Model, in inner: Rect
  ) {
    let count = (rows.last?.lines.upperBound ?? 0) + below.count
    let focused = rows.first { $0.field == texts.fields.focus }?.lines ?? 0..<1
    // The focused field and what is listed under it stay in sight, whatever the height.
    let needed = focused.upperBound + min(matches.count, Self.mostMatches)
    let top = max(0, min(max(needed - inner.height, scroll), max(needed, count) - inner.height))
    // Whoever listens hears line by line: a suggestion over another field would be taken for what is in it.
    let gap = model.isPlain ? min(Self.mostMatches, matches.count) : 0
    canvas.draw(in: inner) { canvas in
      for row in rows {
        let line = row.lines.lowerBound - top + (row.lines.lowerBound < focused.upperBound ? 0 : gap)
        draw(row, from: line, on: &canvas, width: inner.width)
      }
      let start = (rows.last?.lines.upperBound ?? 0) - top + gap
      for (index, line) in below.enumerated() {
        line.draw(on: &canvas, at: Point(column: 0, row: start + index), width: inner.width)
      }
      drawMatches(
        on: &canvas, at: Point(column: Self.labelWidth, row: focused.upperBound - top), width: inner.width,
        marks: model.isPlain ? ("marked suggestion: ", "suggestion: ") : ("▸ ", "  "))
    }
  }

  private func drawBox(on canvas: inout Canvas, _ model: Model) {
    var titles = content.titles(texts, model)
    if isDraftSaved { titles.append("draft saved") }
    var hints: [(action: String, words: String)] =
      [("form.save", "save")]
      + content.hints.filter { $0.action != "form.save-and-assign" || model.mayOffer(AssignVerb.name) }
    let leaving = (action: "form.keep-draft", words: "keep as draft")
    if box != nil {
      hints = [("form.save", "save"), content.opensBox ? leaving : ("form.big-text", "back to the form")]
    } else {
      hints += [leaving, ("form.next", "next field"), ("form.big-text", "large box")]
    }
    // Where there may be no Ctrl key, the way that needs none is said first.
    if case .pocket = model.face, box == nil {
      hints =
        (isQuick ? [] : [("form.enter", "next, the last saves")]) + [leaving]
        + hints.filter { $0.action == "form.save" }
    }
    let quick =
      isQuick ? model.hints([("line.run", "saves, the rest has defaults   ")], in: KeyContexts.line) : ""
    canvas.box(
      canvas.bounds, style: StyleRole.border.style, titles: titles, titleStyle: StyleRole.popupTitle.style,
      footer: [
        quick + model.hints(hints, in: KeyContexts.form, fitting: canvas.width - displayWidth(of: quick))
      ])
  }

  func saidLines(width: Int) -> [PageLine] {
    said.map { PageLine.text($0, width: width, .fieldError) } ?? []
  }

  private func draw(_ row: Row, from line: Int, on canvas: inout Canvas, width: Int) {
    let field = texts.fields.fields[row.field]
    let hasFocus = row.field == texts.fields.focus
    canvas.put(
      field.label, at: Point(column: 0, row: line), style: StyleRole.fieldLabel.style,
      width: min(width, Self.labelWidth - 1),
      ellipsis: true)
    let room = max(0, width - Self.labelWidth)
    if !row.choices.isEmpty { return drawChoices(row, field, from: line, on: &canvas, hasFocus: hasFocus) }
    let said = field.fault ?? field.note
    let typed = min(room * 11 / 20, max(20, displayWidth(of: field.text.text) + 2))
    // On a phone what was typed matters more than what is said beside it.
    let isTight = field.fault == nil && room < 40 && !field.text.isEmpty
    let value = said.isEmpty || isTight ? room : max(typed, room - displayWidth(of: said) - 2)
    let point = Point(column: Self.labelWidth, row: line)
    if field.isShown {
      canvas.put(field.text.text, at: point, style: StyleRole.fieldValue.style, width: value, ellipsis: true)
    } else {
      let style: StyleRole = hasFocus ? (isMarked ? .choiceSelected : .fieldFocus) : .fieldValue
      field.text.draw(on: &canvas, at: point, width: value, style: style.style, isFocused: hasFocus)
    }
    guard !said.isEmpty else { return }
    canvas.put(
      said, at: point.moved(columns: value + 1),
      style: (field.fault == nil ? StyleRole.fieldNote : .fieldError).style,
      width: max(0, room - value - 1), ellipsis: true)
  }
}
