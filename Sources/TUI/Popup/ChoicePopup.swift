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
  /// What Enter opens, where digits alone choose; nil where it takes the highlighted one.
  let opens: Choice?
  private var index: Int

  init(_ name: String, _ choices: [Choice], opens: Choice? = nil) {
    self.name = name
    self.choices = choices
    self.opens = opens
    index = choices.firstIndex(where: \.isCurrent) ?? 0
  }

  var isReading: Bool { true }
  var contexts: [String] { KeyContexts.popup }

  func wantedSize(in screen: Size, _ model: Model) -> Size {
    let widest = choices.reduce(36) { max($0, displayWidth(of: $1.words) + 10) }
    let width = min(screen.width - 4, widest)
    let rows = lines(in: width).reduce(2) { $0 + $1.count }
    return Size(width: width, height: min(screen.height - 4, rows))
  }

  /// The lines that each choice takes in a popup of this width: none is cut short where it is narrow.
  private func lines(in width: Int) -> [[String]] {
    choices.map { wrapped($0.words + ($0.isCurrent ? " ◂" : ""), width: max(8, width - 5)) }
  }

  mutating func handle(_ event: PopupEvent, _ model: Model) -> PopupAnswer {
    switch event {
    case .action(let name):
      if RowCursor.move(&index, by: name, among: choices.count) { return .stay }
      if name == Action.chooseHighlighted.rawValue {
        return opens.map { PopupAnswer(.run($0.action)) } ?? take(index)
      }
      guard let digit = Action(rawValue: name)?.digit else { return .ignored }
      return take(digit == 0 ? 9 : digit - 1)
    case .mouse(let mouse):
      guard mouse.action == .press(.left) else { return .ignored }
      let width = wantedSize(in: model.size, model).width
      let rows = lines(in: width).enumerated().flatMap { number, lines in lines.map { _ in number } }
      let row = mouse.point.row - 1
      return rows.indices.contains(row) ? take(rows[row]) : .stay
    case .key, .paste, .shown, .changed, .finished, .answered, .suggested, .draftSaved: return .ignored
    }
  }

  private func take(_ number: Int) -> PopupAnswer {
    choices.indices.contains(number) ? PopupAnswer(.run(choices[number].action)) : .stay
  }

  func draw(on canvas: inout Canvas, _ model: Model) {
    canvas.box(
      canvas.bounds, style: StyleRole.border.style, titles: [name], titleStyle: StyleRole.popupTitle.style,
      footer: [
        model.hints([("choose.highlighted", opens?.words ?? "choose"), ("back", "back")], in: contexts)
      ])
    let (lines, room) = (lines(in: canvas.width), max(0, canvas.height - 2))
    var first = 0
    while first < index, lines[first...index].reduce(0, { $0 + $1.count }) > room { first += 1 }
    var row = 1
    for number in choices.indices.dropFirst(first) {
      let digit = number < 9 ? "\(number + 1)" : number == 9 ? "0" : " "
      let isSelected = number == index && opens == nil
      let style: StyleRole = isSelected ? .choiceSelected : .choice
      for (place, words) in lines[number].enumerated() where row <= room {
        let mark = isSelected ? "▌" : " "
        canvas.put(
          "\(mark)\(place == 0 ? digit : " ") \(words)", at: Point(column: 1, row: row), style: style.style,
          width: canvas.width - 2, ellipsis: true)
        row += 1
      }
    }
  }
}
