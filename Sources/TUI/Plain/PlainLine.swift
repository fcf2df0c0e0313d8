import Domain
import Settings
import Terminal
import Verbs

/// A line that is typed at a face without a screen: one choice of what works here, never letters one after the other.
extension Model {
  /// What stands for Esc, which no line can hold.
  static let lineBack = "."

  /// Where something is asked for the line is its words, but for a key that is no letter, such as `^S`; else it is one
  /// key, or the words of what a key does. An empty one is Enter alone. What the line before it came to is said, and
  /// goes: the same again is an answer, too.
  mutating func take(line: String) -> [Effect] {
    result = nil
    if line == Self.lineBack { return take(.key(.escape)) }
    if let keys = commandKeys(of: line) { return keys.flatMap { take(.key($0)) } }
    if asksForWords, !line.isEmpty { return answer(line) }
    // Nobody asks for what is hidden by an empty line.
    if line.isEmpty, popups.last?.popup.isSecretMarked ?? false {
      say(.note, "The line Enter shows the access code, and that is on record.")
      return []
    }
    guard let keys = line.isEmpty ? [.enter] : keys(of: line) else {
      let back = popups.isEmpty ? "? says them all." : "A full stop alone goes back."
      say(
        .refused,
        "\"\(Sanitised.line(String(line.prefix(40))))\" is no choice here: a line is one key, or the words of what it does. \(back)"
      )
      return []
    }
    return keys.flatMap { take(.key($0)) }
  }

  /// The words of the field that is asked for; its end enters them, where they have not gone on by themselves. What is
  /// none of a field's choices is no answer to it: it is asked for again.
  private mutating func answer(_ line: String) -> [Effect] {
    let field = fieldAskedFor
    var words = line
    if let choices = choicesAskedFor {
      guard let chosen = Self.choice(line, among: choices) else {
        let list = choices.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: ", ")
        let said = Sanitised.line(String(line.prefix(40)))
        say(.refused, "\"\(said)\" is none of these: \(list). An empty line leaves the field as it is.")
        return []
      }
      words = chosen < 9 ? "\(chosen + 1)" : choices[chosen]
    }
    var effects: [Effect] = []
    for key in [Key.character("u", .control)] + words.map({ Key.character($0) }) {
      effects += take(.key(key))
    }
    return fieldAskedFor == field ? effects + take(.key(.enter)) : effects
  }

  /// The choice that a line means: by its number, its words, or the beginning of no other's.
  private static func choice(_ line: String, among choices: [String]) -> Int? {
    let wanted = line.trimmed.lowercased()
    if let number = Int(wanted) { return choices.indices.contains(number - 1) ? number - 1 : nil }
    let begun = choices.indices.filter { choices[$0].lowercased().hasPrefix(wanted) }
    return begun.first { choices[$0].lowercased() == wanted } ?? (begun.count == 1 ? begun.first : nil)
  }

  /// The keys of a line that is never words where it is bound: one with ^, a function key, and `?` for the help.
  private func commandKeys(of line: String) -> [Key]? {
    let name = line.trimmed
    if name == "?", asksForWords {
      return keymap.keys(for: AlwaysAction.openHelp.rawValue, in: contexts).first?
        .compactMap { Key(name: $0.spelling) }
    }
    let isFunction = name.first == "F" && name.count > 1 && name.dropFirst().allSatisfy(\.isNumber)
    guard name.count > 1, name.hasPrefix("^") || isFunction, let keys = try? KeyName.readSequence(name),
      keys.count == 1, isBound(keys)
    else { return nil }
    return keys.compactMap { Key(name: $0.spelling) }
  }

  /// The keys of one choice here; nil where none is called so.
  private func keys(of line: String) -> [Key]? {
    let wanted = line.trimmed.lowercased()
    if let keys = try? KeyName.readSequence(line.trimmed), isBound(keys) {
      return keys.compactMap { Key(name: $0.spelling) }
    }
    let contexts = contexts
    for binding in keymap.bindings where contexts.contains(binding.context) {
      guard let action = binding.action, spoken(action).contains(wanted),
        let keys = keymap.keys(for: action, in: contexts).first
      else { continue }
      return keys.compactMap { Key(name: $0.spelling) }
    }
    return nil
  }

  private func isBound(_ keys: [KeyName]) -> Bool {
    if case .action = keymap.action(for: keys, in: contexts) { true } else { false }
  }

  /// What counts now on a face without panes, as its hints say it.
  private var faceHints: [(action: String, words: String)] {
    switch face {
    case .pocket: pocketHints
    case .calls: CallDeskPainter.hints
    case .console, .wall: []
    }
  }

  /// What an action is called: by the hints, by the command line, by its own name.
  private func spoken(_ action: String) -> [String] {
    let hints = faceHints.filter { $0.action == action }.map(\.words)
    let own =
      Verbs.verb(named: action).map { $0.words.joined(separator: " ") }
      ?? action.split(separator: ".").joined(separator: " ")
    return hints + [own, own.replacing("-", with: " ")]
  }
}
