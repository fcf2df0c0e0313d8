import Domain
import Terminal
import Verbs

extension Gate {
  func title(_ model: Model) -> String {
    switch purpose {
    case .locked: "Locked for \(model.personName)"
    case .change: "\(who.text) takes over from \(model.personName)"
    }
  }

  /// Draws the box and, in the last row, that nothing else works.
  func draw(_ model: Model, on canvas: inout Canvas) {
    let width = min(64, canvas.width - 4)
    let lines = lines(model, width: width - 4)
    let rect = Rect(column: 0, row: 1, width: canvas.width, height: max(0, canvas.height - 3)).centred(
      Size(width: width, height: min(canvas.height - 4, lines.count + (showsHelp ? 2 : 5))))
    let hints = model.hints(
      [
        (Action.lockOpen.rawValue, isLocked ? "open" : "take over"),
        (Action.lockWho.rawValue, isLocked ? "somebody else" : ""),
        (Action.back.rawValue, isLocked ? "empty" : "leave it"), (Action.openHelp.rawValue, "help")
      ].filter { !$0.1.isEmpty }, in: KeyContexts.lock)
    canvas.draw(in: rect) { canvas in
      canvas.fill(canvas.bounds, style: StyleRole.popup.style)
      canvas.box(
        canvas.bounds, style: StyleRole.border.style, titles: [title(model)],
        titleStyle: StyleRole.popupTitle.style,
        footer: [showsHelp ? "any key goes back" : hints])
      let first = showsHelp ? 1 : 4
      if !showsHelp { drawFields(model, on: &canvas) }
      for (row, line) in lines.enumerated() {
        canvas.put(
          line, at: Point(column: 2, row: first + row),
          style: (showsHelp ? StyleRole.plain : StyleRole.resultWarning).style,
          width: canvas.width - 4, ellipsis: true)
      }
    }
    let last = Rect(column: 0, row: canvas.height - 1, width: canvas.width, height: 1)
    canvas.fill(last)
    canvas.put(
      isLocked ? "Locked: the panes go on, windows and forms are kept behind." : "A PIN is asked for.",
      at: Point(column: 1, row: last.row), style: StyleRole.heading.style, width: canvas.width - 2,
      ellipsis: true)
  }

  private func drawFields(_ model: Model, on canvas: inout Canvas) {
    let width = max(0, canvas.width - 10)
    canvas.put("Who", at: Point(column: 2, row: 1), style: StyleRole.fieldLabel.style)
    if isLocked {
      who.draw(
        on: &canvas, at: Point(column: 8, row: 1), width: min(24, width),
        style: (isOnWho ? StyleRole.fieldFocus : StyleRole.fieldValue).style, isFocused: isOnWho)
    } else {
      canvas.put(
        who.text, at: Point(column: 8, row: 1), style: StyleRole.fieldValue.style, width: min(24, width))
    }
    canvas.put("PIN", at: Point(column: 2, row: 2), style: StyleRole.fieldLabel.style)
    pin.draw(
      on: &canvas, at: Point(column: 8, row: 2), width: min(PINRule.longest + 1, width),
      style: (isOnWho ? StyleRole.fieldValue : StyleRole.fieldFocus).style, isFocused: !isOnWho,
      isSecret: true)
  }

  private func lines(_ model: Model, width: Int) -> [String] {
    if showsHelp { return help(model).flatMap { wrapped($0, width: max(1, width)) } }
    if isChecking { return ["Looking at it…"] }
    return said.map { wrapped($0, width: max(1, width)) } ?? [""]
  }

  private func help(_ model: Model) -> [String] {
    let who = isLocked ? [(Action.lockWho.rawValue, "goes to the name and back")] : []
    let back = isLocked ? "empties the PIN" : "leaves it: \(model.personName) goes on"
    let keys = model.hintList(
      [(Action.lockOpen.rawValue, "tries the PIN")] + who + [
        (Action.clearField.rawValue, "empties the field"), (Action.back.rawValue, back),
        (Action.openHelp.rawValue, "shows this")
      ], in: KeyContexts.lock)
    return keys.map { "\($0.key)  \($0.words)" } + [
      "",
      "Whoever has a PIN can open the desk, under his own name. After two wrong ones each next try waits longer.",
      "Forgotten: a supervisor or the owner sets a new one, callout person pin HANDLE, and that is on record."
    ]
  }
}
