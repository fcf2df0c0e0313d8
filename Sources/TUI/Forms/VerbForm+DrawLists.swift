import Domain
import Terminal

extension VerbForm {
  /// The choices of a field, in the rows that they take.
  func drawChoices(
    _ row: Row, _ field: FormField, from line: Int, on canvas: inout Canvas, hasFocus: Bool
  ) {
    guard case .choice(let words) = field.kind else { return }
    for (offset, numbers) in row.choices.enumerated() {
      var column = Self.labelWidth
      for number in numbers {
        let isChosen = field.choiceIndex == number
        let text = "\(number + 1) \(words[number])\(isChosen ? " ◂" : "")"
        let point = Point(column: column, row: line + offset)
        let style: StyleRole = isChosen ? (hasFocus ? .choiceSelected : .fieldValue) : .choice
        column += canvas.put(text, at: point, style: style.style) + (isChosen ? 1 : 3)
        if hasFocus, isChosen || (field.choiceIndex == nil && number == 0) { canvas.cursor = point }
      }
      let said = field.fault ?? field.note
      if offset == row.choices.count - 1, !said.isEmpty {
        canvas.put(
          said, at: Point(column: column, row: line + offset),
          style: (field.fault == nil ? StyleRole.fieldNote : .fieldError).style,
          width: max(0, canvas.width - column),
          ellipsis: true)
      }
    }
  }

  /// Choices by rows, in so many columns; each counts with the room for its mark.
  static func broken(_ words: [String], chosen: Int?, width: Int) -> [[Int]] {
    var rows: [[Int]] = [[]]
    var used = 0
    for (number, word) in words.enumerated() {
      let wanted = displayWidth(of: word) + 5
      // The last one of a row needs no gap behind it, and its mark only where it is the chosen one.
      if used + wanted - (number == chosen ? 1 : 3) > width, !(rows.last?.isEmpty ?? true) {
        rows.append([])
        used = 0
      }
      rows[rows.count - 1].append(number)
      used += wanted
    }
    return rows
  }

  /// What the focused field may mean, over the fields below it.
  func drawMatches(
    on canvas: inout Canvas, at point: Point, width: Int, marks: (on: String, off: String)
  ) {
    let shown = min(Self.mostMatches, matches.count)
    guard shown > 0 else { return }
    let first = max(0, min(matchIndex - shown + 1, matches.count - shown))
    for row in 0..<shown {
      let match = matches[first + row]
      let isMarked = first + row == matchIndex
      let style: StyleRole = isMarked ? .choiceSelected : .choice
      let detail = match.detail.isEmpty ? "" : "  \(match.detail)"
      let more =
        row == shown - 1 && matches.count > first + shown ? "  \(matches.count - first - shown) more" : ""
      canvas.put(
        "\(isMarked ? marks.on : marks.off)\(match.text)\(detail)\(more)", at: point.moved(rows: row),
        style: style.style,
        width: max(0, width - point.column), ellipsis: true)
    }
  }
}
