import Domain
import Settings
import TUI
import Terminal
import Verbs

/// The console as a test drives it: keys in, effects and screens out.
struct Console {
  var model: Model
  var screen = Screen()
  var effects: [Effect] = []

  init(_ width: Int = 120, _ height: Int = 36, board: Board = Story.board(), keymap: String = "default") {
    model = Story.model(width, height, board: board, keymap: keymap)
    screen.draw(model)
  }

  init(model: Model) {
    self.model = model
    screen.draw(model)
  }

  /// Presses the keys of a text; names stand in angle brackets: `jj/doors<enter>`.
  mutating func type(_ text: String) {
    effects = []
    var rest = Substring(text)
    while let first = rest.first {
      if first == "<", let end = rest.firstIndex(of: ">"),
        let key = Key(name: String(rest[rest.index(after: rest.startIndex)..<end]))
      {
        press(key)
        rest = rest[rest.index(after: end)...]
      } else {
        press(first == " " ? .space : .character(first))
        rest = rest.dropFirst()
      }
    }
  }

  mutating func press(_ key: Key) { send(.input(.key(key))) }

  mutating func send(_ message: Message) {
    effects += update(&model, message)
    screen.draw(model)
  }

  mutating func click(_ column: Int, _ row: Int) {
    send(.input(.mouse(Mouse(.press(.left), at: Point(column: column, row: row)))))
  }

  var rows: [String] { screen.canvas.rows }
  var text: String { screen.canvas.text }
  var resultLine: String { rows[model.size.height - 2] }
  var hintLine: String { rows[model.size.height - 1] }
  var selectedNumber: Int? { model.selectedOrder.flatMap { model.office.order($0)?.number } }

  var didQuit: Bool { effects.contains { if case .quit = $0 { true } else { false } } }
}
