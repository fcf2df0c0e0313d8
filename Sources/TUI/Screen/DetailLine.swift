import Domain
import Terminal

/// A line of text in parts of different meaning, for the detail and the strip of the small screen.
struct DetailLine: Hashable {
  struct Part: Hashable {
    let text: String
    let role: StyleRole
  }

  var parts: [Part]

  init(_ parts: [Part]) { self.parts = parts }
  init(_ text: String, _ role: StyleRole = .plain) { parts = [Part(text: text, role: role)] }

  /// Facts with a middle dot between them; those that are nil are left out.
  init(facts: [String?]) {
    self.init(facts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · "))
  }
}

extension Canvas {
  /// Draws lines one under the other, each beginning in the second column.
  mutating func draw(_ lines: [DetailLine]) {
    fill(bounds)
    for (row, line) in lines.enumerated() where row < height {
      var column = 1
      for part in line.parts where column < width {
        column += put(
          part.text, at: Point(column: column, row: row), style: part.role.style,
          width: min(width - column, displayWidth(of: part.text)), ellipsis: true)
      }
    }
  }
}
