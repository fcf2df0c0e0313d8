import Terminal

extension Canvas {
  /// The last action's sentence with its sign: done, refused, warned.
  mutating func drawResult(_ result: ResultLine?) {
    fill(bounds)
    guard let result else { return }
    let (sign, role): (String, Role) =
      switch result.kind {
      case .done: ("✓ ", .resultDone)
      case .refused: ("✗ ", .resultRefused)
      case .warning: ("! ", .resultWarning)
      case .note: ("", .plain)
      }
    put(" " + sign + result.sentence, at: .zero, style: role.style, width: width, ellipsis: true)
  }
}
