import Domain
import TUI
import Terminal

extension Story {
  /// The morning as the wall shows it.
  static func wall(
    _ width: Int, _ height: Int, office: Office = office(), board: Board = board(), keymap: String = "default"
  ) -> Console {
    Console(
      model: Model(
        office: office, board: board, now: now, person: bea, keymap: Keymaps.shipped(keymap),
        identifiers: CountingIdentifiers(), size: Size(width: width, height: height), face: .wall(Wall())))
  }
}

extension Console {
  var wall: Wall? { if case .wall(let wall) = model.face { wall } else { nil } }

  /// Lets pages be turned as often as that.
  mutating func turn(_ count: Int = 1) { for _ in 0..<count { send(.turn) } }

  var top: String? { model.popups.last?.popup.name }
}
