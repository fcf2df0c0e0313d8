import Domain
import Terminal
import Verbs

/// What the office has on its books, each as a list, and how its file is.
struct RecordMenu: Popup {
  private var index = 0
  private let kinds: [RecordKind] = [.customers, .sites, .equipment, .technicians, .people, .drafts]
  var isReading: Bool { true }
  var contexts: [String] { KeyContexts.popup }
  var name: String { "Records" }

  func wantedSize(in screen: Size, _ model: Model) -> Size {
    Size(width: min(40, screen.width - 2), height: kinds.count + 3)
  }

  mutating func handle(_ event: PopupEvent, _ model: Model) -> PopupAnswer {
    switch event {
    case .action("choose.highlighted"): return take(index)
    case .action(let action):
      if RowCursor.move(&index, by: action, among: kinds.count + 1) { return .stay }
      guard let digit = Action(rawValue: action)?.digit else { return .ignored }
      return take(digit - 1)
    case .mouse(let mouse):
      return mouse.action == .press(.left) ? take(mouse.point.row - 1) : .ignored
    case .key, .paste, .shown, .changed, .finished, .answered, .suggested, .draftSaved: return .ignored
    }
  }

  private func take(_ number: Int) -> PopupAnswer {
    if number == kinds.count { return PopupAnswer(.close, effects: [.ask(.health, .keys)]) }
    return kinds.indices.contains(number) ? PopupAnswer(.replace(RecordList(kinds[number]))) : .stay
  }

  func draw(on canvas: inout Canvas, _ model: Model) {
    canvas.box(
      canvas.bounds, style: StyleRole.border.style, titles: [name], titleStyle: StyleRole.popupTitle.style,
      footer: [model.hints([("choose.highlighted", "open"), ("back", "back")], in: contexts)])
    for (row, title) in (kinds.map(\.title) + ["Health of the file"]).enumerated() {
      canvas.put(
        "\(row == index ? "▌" : " ")\(row + 1)  \(title)", at: Point(column: 1, row: row + 1),
        style: (row == index ? StyleRole.choiceSelected : .choice).style, width: max(0, canvas.width - 2))
    }
  }
}
