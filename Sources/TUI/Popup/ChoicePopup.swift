import Domain
import Terminal
import Verbs

/// A numbered list of actions: digits choose, Enter takes the highlighted one.
struct ChoicePopup: Popup {
  struct Choice: Sendable {
    let words: String
    /// The action of the keymap or the choice's own word.
    let action: String
    var isCurrent = false
  }

  let name: String
  let choices: [Choice]
  private var index: Int

  init(_ name: String, _ choices: [Choice]) {
    self.name = name
    self.choices = choices
    index = choices.firstIndex(where: \.isCurrent) ?? 0
  }

  var isReading: Bool { true }
  var contexts: [String] { KeyContexts.popup }

  func wantedSize(in screen: Size, _ model: Model) -> Size {
    let widest = choices.reduce(36) { max($0, displayWidth(of: $1.words) + 10) }
    return Size(width: min(screen.width - 4, widest), height: min(screen.height - 4, choices.count + 2))
  }

  mutating func handle(_ event: PopupEvent, _ model: Model) -> PopupAnswer {
    switch event {
    case .action("move.down"): index = min(choices.count - 1, index + 1)
    case .action("move.up"): index = max(0, index - 1)
    case .action("move.first"): index = 0
    case .action("move.last"): index = max(0, choices.count - 1)
    case .action("choose.highlighted"): return take(index)
    case .action(let name):
      guard let digit = Action(rawValue: name)?.digit else { return .ignored }
      return take(digit == 0 ? 9 : digit - 1)
    case .mouse(let mouse):
      guard mouse.action == .press(.left) else { return .ignored }
      return take(mouse.point.row - 1)
    case .key, .paste, .shown, .changed, .finished, .answered, .suggested, .draftSaved: return .ignored
    }
    return .stay
  }

  private func take(_ number: Int) -> PopupAnswer {
    choices.indices.contains(number) ? PopupAnswer(.run(choices[number].action)) : .stay
  }

  func draw(on canvas: inout Canvas, _ model: Model) {
    canvas.box(
      canvas.bounds, style: Role.border.style, titles: [name], titleStyle: Role.popupTitle.style,
      footer: [model.hints([("choose.highlighted", "choose"), ("back", "back")], in: contexts)])
    let first = max(0, index - (canvas.height - 3))
    for (row, number) in choices.indices.dropFirst(first).prefix(max(0, canvas.height - 2)).enumerated() {
      let choice = choices[number]
      let digit = number < 9 ? "\(number + 1)" : number == 9 ? "0" : " "
      let style: Role = number == index ? .choiceSelected : .choice
      canvas.put(
        "\(number == index ? "▌" : " ")\(digit) \(choice.words)\(choice.isCurrent ? " ◂" : "")",
        at: Point(column: 1, row: row + 1), style: style.style, width: canvas.width - 2, ellipsis: true)
    }
  }
}
