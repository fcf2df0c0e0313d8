import Domain
import Terminal

extension VerbForm {
  static let labelWidth = 11

  /// The rows that a field takes.
  struct Row {
    let field: Int
    let lines: Range<Int>
    /// The choices of each row; empty for a field that is typed.
    let choices: [[Int]]
  }

  func rows(width: Int) -> [Row] {
    var start = 0
    return texts.fields.fields.indices.map { index in
      var choices: [[Int]] = []
      if case .choice(let words) = texts.fields.fields[index].kind {
        choices = Self.broken(words, width: max(10, width - Self.labelWidth))
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
    return Size(width: width, height: max(rows + lines + 2, box == nil ? 0 : 14))
  }

  func draw(on canvas: inout Canvas, _ model: Model) {
    drawBox(on: &canvas, model)
    let inner = canvas.bounds.inset(columns: 2, rows: 1)
    guard inner.width > 0, inner.height > 0 else { return }
    if let box {
      canvas.put(
        texts.fields.focused?.label ?? "", at: inner.origin, style: Role.fieldLabel.style, width: inner.width)
      box.draw(
        on: &canvas,
        in: Rect(column: inner.column, row: inner.row + 1, width: inner.width, height: inner.height - 1),
        style: Role.fieldFocus.style)
      return
    }
    let rows = rows(width: inner.width)
    let below = saidLines(width: inner.width) + content.lines(texts, model, width: inner.width)
    let count = (rows.last?.lines.upperBound ?? 0) + below.count
    let focused = rows.first { $0.field == texts.fields.focus }?.lines ?? 0..<1
    // The focused field and what is listed under it stay in sight, whatever the height.
    let needed = focused.upperBound + min(matches.count, 6)
    let top = max(0, min(max(needed - inner.height, scroll), max(needed, count) - inner.height))
    canvas.draw(in: inner) { canvas in
      for row in rows { draw(row, from: row.lines.lowerBound - top, on: &canvas, width: inner.width) }
      let start = (rows.last?.lines.upperBound ?? 0) - top
      for (index, line) in below.enumerated() {
        line.draw(on: &canvas, at: Point(column: 0, row: start + index), width: inner.width)
      }
      drawMatches(
        on: &canvas, at: Point(column: Self.labelWidth, row: focused.upperBound - top), width: inner.width)
    }
  }

  private func drawBox(on canvas: inout Canvas, _ model: Model) {
    var titles = content.titles(texts, model)
    if isDraftSaved { titles.append("draft saved") }
    var hints: [(action: String, words: String)] = [("form.save", "save")] + content.hints
    let leaving = (action: "form.keep-draft", words: "keep as draft")
    if box != nil {
      hints = [("form.save", "save"), content.opensBox ? leaving : ("form.big-text", "back to the form")]
    } else {
      hints += [leaving, ("form.next", "next field"), ("form.big-text", "large box")]
    }
    // Where there may be no Ctrl key, the way that needs none is said first.
    if case .pocket = model.face, box == nil {
      hints = [("form.next", "next, the last saves"), leaving] + hints.filter { $0.action == "form.save" }
    }
    let quick =
      isQuick ? model.hints([("line.run", "saves, the rest has defaults   ")], in: KeyContexts.line) : ""
    canvas.box(
      canvas.bounds, style: Role.border.style, titles: titles, titleStyle: Role.popupTitle.style,
      footer: [
        quick + model.hints(hints, in: KeyContexts.form, fitting: canvas.width - displayWidth(of: quick))
      ])
  }

  private func saidLines(width: Int) -> [PageLine] {
    said.map { PageLine.text($0, width: width, .fieldError) } ?? []
  }

  private func draw(_ row: Row, from line: Int, on canvas: inout Canvas, width: Int) {
    let field = texts.fields.fields[row.field]
    let hasFocus = row.field == texts.fields.focus
    canvas.put(
      field.label, at: Point(column: 0, row: line), style: Role.fieldLabel.style,
      width: min(width, Self.labelWidth - 1),
      ellipsis: true)
    let room = max(0, width - Self.labelWidth)
    if !row.choices.isEmpty { return drawChoices(row, field, from: line, on: &canvas, hasFocus: hasFocus) }
    let said = field.fault ?? field.note
    let typed = min(room * 11 / 20, max(20, displayWidth(of: field.text.text) + 2))
    let value = said.isEmpty ? room : max(typed, room - displayWidth(of: said) - 2)
    let point = Point(column: Self.labelWidth, row: line)
    if field.isShown {
      canvas.put(field.text.text, at: point, style: Role.fieldValue.style, width: value, ellipsis: true)
    } else {
      field.text.draw(
        on: &canvas, at: point, width: value, style: (hasFocus ? Role.fieldFocus : Role.fieldValue).style,
        isFocused: hasFocus)
    }
    guard !said.isEmpty else { return }
    canvas.put(
      said, at: point.moved(columns: value + 1),
      style: (field.fault == nil ? Role.fieldNote : .fieldError).style,
      width: max(0, room - value - 1), ellipsis: true)
  }
}

extension VerbForm {
  private func drawChoices(
    _ row: Row, _ field: FormField, from line: Int, on canvas: inout Canvas, hasFocus: Bool
  ) {
    guard case .choice(let words) = field.kind else { return }
    for (offset, numbers) in row.choices.enumerated() {
      var column = Self.labelWidth
      for number in numbers {
        let isChosen = field.choiceIndex == number
        let text = "\(number + 1) \(words[number])\(isChosen ? " ◂" : "")"
        let point = Point(column: column, row: line + offset)
        let style: Role = isChosen ? (hasFocus ? .choiceSelected : .fieldValue) : .choice
        column += canvas.put(text, at: point, style: style.style) + (isChosen ? 1 : 3)
        if hasFocus, isChosen || (field.choiceIndex == nil && number == 0) { canvas.cursor = point }
      }
      let said = field.fault ?? field.note
      if offset == row.choices.count - 1, !said.isEmpty {
        canvas.put(
          said, at: Point(column: column, row: line + offset),
          style: (field.fault == nil ? Role.fieldNote : .fieldError).style,
          width: max(0, canvas.width - column),
          ellipsis: true)
      }
    }
  }

  /// Choices by rows, in so many columns; each counts with the room for its mark.
  private static func broken(_ words: [String], width: Int) -> [[Int]] {
    var rows: [[Int]] = [[]]
    var used = 0
    for (number, word) in words.enumerated() {
      let wanted = displayWidth(of: word) + 5
      if used + wanted > width + 3, !(rows.last?.isEmpty ?? true) {
        rows.append([])
        used = 0
      }
      rows[rows.count - 1].append(number)
      used += wanted
    }
    return rows
  }

  private func drawMatches(on canvas: inout Canvas, at point: Point, width: Int) {
    let shown = min(6, matches.count)
    guard shown > 0 else { return }
    let first = max(0, min(matchIndex - shown + 1, matches.count - shown))
    for row in 0..<shown {
      let match = matches[first + row]
      let isMarked = first + row == matchIndex
      let style: Role = isMarked ? .choiceSelected : .choice
      let detail = match.detail.isEmpty ? "" : "  \(match.detail)"
      let more =
        row == shown - 1 && matches.count > first + shown ? "  \(matches.count - first - shown) more" : ""
      canvas.put(
        "\(isMarked ? "▸" : " ") \(match.text)\(detail)\(more)", at: point.moved(rows: row),
        style: style.style,
        width: max(0, width - point.column), ellipsis: true)
    }
  }
}
