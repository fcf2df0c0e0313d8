import Domain
import TUI
import Terminal

/// One thing that dispatchers do all day, with the keys that do it once its object is selected.
struct KeyStory: Sendable, CustomStringConvertible {
  let name: String
  /// Selects the object; not counted.
  var before = ""
  /// As `FormDesk.type` reads them; words that are typed stand between `«` and `»`.
  let steps: String
  /// So many keys, words apart.
  let promised: Int
  let isDone: @Sendable (FormDesk) -> Bool

  var description: String { name }

  /// The keys with the words in them.
  var keys: String { steps.filter { $0 != "«" && $0 != "»" } }

  /// The keys before the last one, and that one.
  var untilLast: (before: String, last: String) {
    let start = keys.hasSuffix(">") ? keys.lastIndex(of: "<") : keys.indices.last
    return (String(keys[..<(start ?? keys.endIndex)]), String(keys[(start ?? keys.endIndex)...]))
  }

  /// Keys pressed beside the words.
  var count: Int { shown.reduce(0) { $0 + ($1 == "words" ? 0 : 1) } }

  /// The keys as the page shows them.
  var shown: [String] {
    var shown: [String] = []
    var rest = steps[...]
    while let first = rest.first {
      let closing: Character? = first == "«" ? "»" : first == "<" ? ">" : nil
      guard let closing, let end = rest.firstIndex(of: closing) else {
        shown.append(first == " " ? "Space" : String(first))
        rest = rest.dropFirst()
        continue
      }
      shown.append(first == "«" ? "words" : String(rest[rest.index(after: rest.startIndex)..<end]))
      rest = rest[rest.index(after: end)...]
    }
    return shown
  }

  static var page: String {
    var page = """
      # What things cost in keys

      With the default map, once the order, the alert or the name is selected; words that are typed are not counted. A \
      test presses these keys in the real console and looks at what came of them; `make docs` writes this page.

      | what | keys | pressed |
      |---|---|---|

      """
    for story in all {
      let keys = story.shown.map { $0 == "words" ? "words" : "`\($0)`" }.joined(separator: " ")
      let words = story.shown.contains("words") ? " and the words" : ""
      page += "| \(story.name) | \(story.count)\(words) | \(keys) |\n"
    }
    return page
  }
}
