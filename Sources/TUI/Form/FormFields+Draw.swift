public import Terminal

extension FormFields {
  /// Draws one row a field: label, content, and to the right what is said beside it.
  public func draw(
    on canvas: inout Canvas, in rect: Rect, labelWidth: Int = 10, valueWidth: Int? = nil,
    isActive: Bool = true
  ) {
    let value = valueWidth ?? max(8, (rect.width - labelWidth) * 6 / 10)
    for (index, field) in fields.enumerated() where index < rect.height {
      let row = rect.row + index
      canvas.put(
        field.label, at: Point(column: rect.column, row: row), style: Role.fieldLabel.style,
        width: labelWidth - 1)
      let at = Point(column: rect.column + labelWidth, row: row)
      let width = min(value, rect.endColumn - at.column)
      let hasFocus = isActive && index == focus
      switch field.kind {
      case .text:
        field.text.draw(
          on: &canvas, at: at, width: width, style: (hasFocus ? Role.fieldFocus : Role.fieldValue).style,
          isFocused: hasFocus)
      case .shown:
        canvas.put(field.text.text, at: at, style: Role.fieldNote.style, width: width, ellipsis: true)
      case .choice(let choices):
        drawChoices(
          choices, of: field, on: &canvas, at: at, width: rect.endColumn - at.column, hasFocus: hasFocus)
        continue
      }
      let said = field.fault ?? field.note
      let left = rect.endColumn - at.column - width - 1
      guard !said.isEmpty, left > 4 else { continue }
      canvas.put(
        said, at: at.moved(columns: width + 1),
        style: (field.fault == nil ? Role.fieldNote : .fieldError).style,
        width: left, ellipsis: true)
    }
  }

  private func drawChoices(
    _ choices: [String], of field: FormField, on canvas: inout Canvas, at point: Point, width: Int,
    hasFocus: Bool
  ) {
    let chosen = field.choiceIndex
    var column = 0
    for (index, choice) in choices.enumerated() {
      let text = "\(index + 1) \(choice)" + (chosen == index ? " ◂" : "")
      let room = width - column
      guard room >= min(4, displayWidth(of: text)) else { break }
      let style: Role = chosen == index ? (hasFocus ? .choiceSelected : .fieldValue) : .choice
      let used = canvas.put(
        text, at: point.moved(columns: column), style: style.style, width: min(room, displayWidth(of: text)),
        ellipsis: true)
      if hasFocus, chosen == index || (chosen == nil && index == 0) {
        canvas.cursor = point.moved(columns: column)
      }
      column += used + 2
    }
    if let fault = field.fault, width - column > 4 {
      canvas.put(
        fault, at: point.moved(columns: column), style: Role.fieldError.style, width: width - column,
        ellipsis: true)
    }
  }
}
