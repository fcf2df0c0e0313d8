/// Turns the many ways people write a key into the one spelling, and knows which keys cannot be bound.
enum KeySpelling {
  static let functionKeys = (1...12).map { "F\($0)" }
  static let movingKeys = [
    "Up", "Down", "Left", "Right", "Home", "End", "PageUp", "PageDown", "Insert", "Delete"
  ]
  static let plainKeys = ["Enter", "Esc", "Tab", "Space", "Backspace"]
  static let named = plainKeys + movingKeys + functionKeys

  private static let byName = Dictionary(uniqueKeysWithValues: named.map { ($0.lowercased(), $0) })
    .merging(synonyms) { own, _ in own }

  private static let synonyms = [
    "return": "Enter", "ret": "Enter", "cr": "Enter", "escape": "Esc", "spc": "Space", "spacebar": "Space",
    "bs": "Backspace", "bksp": "Backspace", "del": "Delete", "ins": "Insert", "pgup": "PageUp",
    "pgdn": "PageDown",
    "pgdown": "PageDown", "page-up": "PageUp", "page-down": "PageDown", "prior": "PageUp", "next": "PageDown",
    "backtab": "S-Tab"
  ]

  private static let modifiers: [(written: [String], means: Character)] = [
    (["ctrl-", "ctrl+", "control-", "control+", "c-"], "C"),
    (["alt-", "alt+", "meta-", "meta+", "m-", "a-"], "M"),
    (["shift-", "shift+", "s-"], "S")
  ]

  static func key(_ text: String) throws(KeyRefusal) -> KeyName {
    var rest = text[...]
    var held: Set<Character> = []
    if rest.count == 2, rest.first == "^" {
      held.insert("C")
      rest = rest.dropFirst()
    }
    while let (modifier, length) = modifier(in: rest) {
      held.insert(modifier)
      rest = rest.dropFirst(length)
    }
    let base = String(rest)
    if base.count == 1, let character = base.first, character != " " {
      return try character.asKey(with: held, written: text)
    }
    guard let name = base == " " ? "Space" : byName[base.lowercased()] else {
      throw .unknown(text, nearest: Nearest.words(to: base, in: named))
    }
    if name == "S-Tab" { return KeyName(pressed: name) }
    return try special(name, with: held, written: text)
  }

  /// A modifier counts only when something follows it: `-` and `C-` alone are keys or nonsense.
  private static func modifier(in text: Substring) -> (Character, Int)? {
    let lower = text.lowercased()
    for (written, means) in modifiers {
      for prefix in written where lower.hasPrefix(prefix) && lower.count > prefix.count {
        return (means, prefix.count)
      }
    }
    return nil
  }

  private static func special(
    _ name: String, with held: Set<Character>, written: String
  ) throws(KeyRefusal) -> KeyName {
    if held.isEmpty { return KeyName(pressed: name) }
    guard held.count == 1, let modifier = held.first else { throw .neverSent(written) }
    if movingKeys.contains(name) || functionKeys.contains(name) {
      return KeyName(pressed: "\(modifier)-\(name)")
    }
    switch (modifier, name) {
    case ("S", "Tab"), ("C", "Space"), ("M", "Enter"), ("M", "Backspace"), ("M", "Space"):
      return KeyName(pressed: "\(modifier)-\(name)")
    case ("M", "Esc"), ("M", "Tab"): throw .neverSent(written)
    default: throw .sameAs(written, other: name)
    }
  }
}

extension Character {
  fileprivate func asKey(with held: Set<Character>, written: String) throws(KeyRefusal) -> KeyName {
    guard unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
      throw .unknown(written, nearest: [])
    }
    var held = held
    var base = String(self)
    if held.contains("S"), isASCII, isLetter {
      // With Ctrl the case of the letter never reaches the program.
      if held.contains("C") { throw .sameAs(written, other: "C-\(base.lowercased())") }
      held.remove("S")
      base = base.uppercased()
    }
    if held.isEmpty { return KeyName(pressed: base) }
    guard held.count == 1, let modifier = held.first else { throw .neverSent(written) }
    switch modifier {
    case "C": return try Self.control(base.lowercased(), written: written)
    case "M":
      if base == "[" || base == "O" {
        throw .sameAs(written, other: "the beginning of an arrow or function key")
      }
      return KeyName(pressed: "M-\(base)")
    default: throw .neverSent(written)
    }
  }

  private static func control(_ base: String, written: String) throws(KeyRefusal) -> KeyName {
    switch base {
    case "m": throw .sameAs(written, other: "Enter")
    case "j": throw .sameAs(written, other: "Enter")
    case "i": throw .sameAs(written, other: "Tab")
    case "[": throw .sameAs(written, other: "Esc")
    case "h", "?": throw .sameAs(written, other: "Backspace")
    case "a": throw .reserved(written, why: "screen takes it for itself")
    case "b": throw .reserved(written, why: "tmux takes it for itself")
    case "q": throw .reserved(written, why: "terminals use it to resume stopped output")
    case "d": throw .reserved(written, why: "by habit it ends the input, so it stays harmless")
    case "\\": throw .reserved(written, why: "it kills programs by signal")
    case "@", "`": throw .sameAs(written, other: "C-Space")
    case "/": throw .sameAs(written, other: "C-_")
    case "]", "^", "_": return KeyName(pressed: "C-\(base)")
    default:
      guard base.count == 1, let letter = base.unicodeScalars.first, ("a"..."z").contains(letter) else {
        throw .neverSent(written)
      }
      return KeyName(pressed: "C-\(base)")
    }
  }
}
