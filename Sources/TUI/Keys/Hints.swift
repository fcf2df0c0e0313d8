import Domain
import Settings
import Terminal
import Verbs

/// One hint: a key of the live keymap and what it does here.
struct Hint: Hashable {
  let key: String
  let words: String
}

extension Model {
  /// Hints of actions that have a key in these contexts, as one text: `Enter open  a assign`.
  public func hints(_ wanted: [(action: String, words: String)], in contexts: [String]) -> String {
    hintList(wanted, in: contexts).map { "\($0.key) \($0.words)" }.joined(separator: "   ")
  }

  /// The key shown for each action that has one; an action without a key is never hinted at, nor one that the role of
  /// whoever acts has not.
  func hintList(_ wanted: [(action: String, words: String)], in contexts: [String]) -> [Hint] {
    wanted.compactMap { action, words in
      guard mayOffer(action) else { return nil }
      return key(for: action, in: contexts).map { Hint(key: $0, words: words) }
    }
  }

  /// Whether the role of whoever acts has a verb at all; what is no verb is anybody's.
  func mayOffer(_ action: String) -> Bool {
    guard let verb = Verbs.verb(named: action), let role = office.person(person)?.role else { return true }
    return verb.permissions.isEmpty || verb.permissions.contains { role.may($0) }
  }

  /// How people would press an action here, such as `a`, `E x` or `^P`.
  public func key(for action: String, in contexts: [String]) -> String? {
    keymap.keys(for: action, in: contexts).first.map { keys in keys.map(\.shown).joined(separator: " ") }
  }
}

extension KeyName {
  /// As hints and help show it: `^P` for `C-p`, arrows as arrows.
  var shown: String {
    switch spelling {
    case "Up": return "↑"
    case "Down": return "↓"
    case "Left": return "←"
    case "Right": return "→"
    default: break
    }
    if spelling.hasPrefix("C-"), spelling.count == 3 { return "^" + spelling.dropFirst(2).uppercased() }
    return spelling.hasPrefix("M-")
      ? "Alt-" + spelling.dropFirst(2)
      : spelling.hasPrefix("S-") ? "Shift-" + spelling.dropFirst(2) : spelling
  }
}
