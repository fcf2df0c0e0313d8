import Domain
public import Terminal

extension Guide {
  /// The whole screen.
  public func canvas(glyphs: GlyphSet = .unicode) -> Canvas {
    var canvas = Canvas(size: size, glyphs: glyphs)
    guard size.holds(ScreenLayout.least) else {
      canvas.drawTooSmall(size)
      return canvas
    }
    let name = office?.profile.name ?? "a new office"
    canvas.fill(Rect(column: 0, row: 0, width: size.width, height: 1), style: StyleRole.header.style)
    canvas.put(
      " callout · \(name)", at: .zero, style: StyleRole.header.style, width: size.width, ellipsis: true)
    drawSteps(on: &canvas)
    let width = min(size.width - 2, 110)
    let box = Rect(column: (size.width - width) / 2, row: 3, width: width, height: size.height - 5)
    canvas.draw(in: box) { canvas in
      canvas.box(
        canvas.bounds, style: StyleRole.borderFocus.style, titles: [step.title],
        titleStyle: StyleRole.title.style)
      canvas.draw(in: canvas.bounds.inset()) { showsHelp ? drawHelp(on: &$0) : drawPage(on: &$0) }
    }
    drawHints(on: &canvas)
    return canvas
  }

  private func drawSteps(on canvas: inout Canvas) {
    var column = 1
    let steps = GuideStep.allCases.filter { $0 != .welcome && $0 != .done }
    let now = GuideStep.allCases.firstIndex(of: step) ?? 0
    for (number, one) in steps.enumerated() {
      // Behind us, done or skipped.
      let isPast = number + 1 < now
      let words = canvas.width < 100 && one != step ? "\(number + 1)" : "\(number + 1) \(one.title)"
      let style: StyleRole = one == step ? .heading : isPast ? .plain : .dim
      column +=
        canvas.put(words, at: Point(column: column, row: 1), style: style.style) + 3
    }
  }

  private func drawPage(on canvas: inout Canvas) {
    var row = 0
    func put(_ lines: [String], _ role: StyleRole) {
      for line in lines where row < canvas.height {
        canvas.put(
          line, at: Point(column: 1, row: row), style: role.style, width: canvas.width - 2, ellipsis: true)
        row += 1
      }
    }
    put(wrapped(step.words, width: canvas.width - 2), .plain)
    row += 1
    for (number, choice) in choices.enumerated() {
      let isIt = number == index
      canvas.put(
        "\(isIt ? "▌" : " ")\(number + 1) \(choice)", at: Point(column: 1, row: row),
        style: (isIt ? StyleRole.choiceSelected : .choice).style, width: canvas.width - 2, ellipsis: true)
      row += 1
    }
    drawFields(on: &canvas, &row)
    row += 1
    if isWorking {
      put(["…"], .dim)
    } else {
      put(said.flatMap { wrapped($0, width: canvas.width - 2) }, isRefused ? .resultRefused : .resultDone)
    }
    if isPreviewed {
      put(["Import it? \(key(Action.chooseHighlighted)) does, \(key(Action.back)) leaves it."], .heading)
    }
    if !said.isEmpty { row += 1 }
    put(soFar, .dim)
    guard let shown, row + 1 < canvas.height else { return }
    canvas.put(
      "$ \(shown)", at: Point(column: 1, row: canvas.height - 1), style: StyleRole.dim.style,
      width: canvas.width - 2,
      ellipsis: true)
  }

  private func drawFields(on canvas: inout Canvas, _ row: inout Int) {
    let width = max(12, min(40, canvas.width / 2 - 14))
    for field in fields.fields {
      let isFocused = field.name == fields.focused?.name && !isPreviewed
      canvas.put(field.label, at: Point(column: 1, row: row), style: StyleRole.fieldLabel.style, width: 12)
      let style = (isFocused ? StyleRole.fieldFocus : StyleRole.fieldValue).style
      var note = field.note
      if case .choice(let choices) = field.kind {
        canvas.put(
          field.text.text, at: Point(column: 14, row: row), style: style, width: width, ellipsis: true)
        note = choices.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: "  ")
      } else {
        field.text.draw(
          on: &canvas, at: Point(column: 14, row: row), width: width, style: style, isFocused: isFocused)
      }
      canvas.put(
        note, at: Point(column: 15 + width, row: row), style: StyleRole.fieldNote.style,
        width: max(0, canvas.width - 16 - width), ellipsis: true)
      row += 1
    }
  }

  private func drawHelp(on canvas: inout Canvas) {
    let lines =
      GuideHelp.lines(self) + [
        "", "Each step gives a command, shown in the last line, that a shell can give as well.",
        "What was typed is kept: however this ends, callout goes on where it stood.", "", "Any key goes back."
      ]
    for (row, line) in lines.flatMap({ $0.isEmpty ? [""] : wrapped($0, width: canvas.width - 2) }).prefix(
      canvas.height
    )
    .enumerated() {
      canvas.put(line, at: Point(column: 1, row: row))
    }
  }

  private func drawHints(on canvas: inout Canvas) {
    var column = 1
    for hint in GuideHelp.hints(self) {
      guard column + displayWidth(of: hint.key) + displayWidth(of: hint.words) + 1 < canvas.width else {
        break
      }
      let row = canvas.height - 1
      column += canvas.put(hint.key, at: Point(column: column, row: row), style: StyleRole.hintKey.style) + 1
      column +=
        canvas.put(hint.words, at: Point(column: column, row: row), style: StyleRole.hintText.style) + 3
    }
  }

  func key(_ action: Action) -> String {
    keymap.shownKey(for: action.rawValue, in: contexts) ?? ""
  }
}
