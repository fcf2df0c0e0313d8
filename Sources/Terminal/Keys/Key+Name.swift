/// Why a word in a keymap names no key that can be bound.
public enum KeyNameError: Error, Hashable, Sendable {
  /// No key is called so.
  case unknown
  /// Terminals send the same for this key as for another one, whose name is given.
  case sameAs(String)
  /// Terminals send nothing of its own for this key, or the start of other keys.
  case notSent
}

extension Key {
  /// The one spelling used in keymap files, help and macros, such as `a`, `C-a`, `M-x`, `S-Tab`, `C-M-Left`.
  public var name: String {
    switch self {
    case .character(let character, let modifiers): modifiers.prefix + String(character)
    case .named(let named, let modifiers): modifiers.prefix + named.rawValue
    }
  }

  /// The key of a name; modifiers may stand in any order. Nil for what `parse` refuses.
  public init?(name: String) {
    guard let key = try? Key.parse(name) else { return nil }
    self = key
  }

  /// The key of a name, or the reason why there is none to bind.
  public static func parse(_ name: String) throws(KeyNameError) -> Key {
    var rest = name[...]
    var modifiers: Modifiers = []
    while rest.count > 2, rest.dropFirst().first == "-", let letter = rest.first {
      guard let modifier = Modifiers(letter: letter), !modifiers.contains(modifier) else { throw .unknown }
      modifiers.insert(modifier)
      rest = rest.dropFirst(2)
    }
    if rest.count == 1, let character = rest.first { return try parse(character, modifiers) }
    let word = rest.lowercased()
    guard let named = Named.allCases.first(where: { $0.rawValue.lowercased() == word }) ?? Named(alias: word)
    else { throw .unknown }
    return try check(named, modifiers)
  }
}

extension Key {
  private static func parse(_ character: Character, _ modifiers: Modifiers) throws(KeyNameError) -> Key {
    guard displayWidth(of: String(character)) > 0, Sanitised.line(String(character)) == String(character)
    else {
      throw .unknown
    }
    if character == " " { return try check(.space, modifiers) }
    if modifiers.contains(.shift) {
      let upper = character.uppercased()
      guard character.isLetter, upper.count == 1, let letter = upper.first else { throw .notSent }
      if modifiers.contains(.control) {
        throw .sameAs(modifiers.subtracting(.shift).prefix + character.lowercased())
      }
      return .character(letter, modifiers.subtracting(.shift))
    }
    guard modifiers.contains(.control) else {
      if modifiers == .alt, character == "[" || character == "O" { throw .notSent }
      return .character(character, modifiers)
    }
    let letter = Character(character.lowercased())
    let alt = modifiers.subtracting(.control).prefix
    switch letter {
    case "m": throw .sameAs(alt + "Enter")
    case "j": throw .sameAs(alt + "Enter")
    case "i": throw .sameAs(alt + "Tab")
    case "[": throw .sameAs("Esc")
    case "h", "?": throw .sameAs(alt + "Backspace")
    case "@": throw .sameAs(modifiers.prefix + "Space")
    case "/": throw .sameAs(modifiers.prefix + "_")
    case "a"..."z", "\\", "]", "^", "_":
      guard letter.isASCII else { throw .notSent }
      return .character(letter, modifiers)
    default: throw .notSent
    }
  }

  private static func check(_ named: Named, _ modifiers: Modifiers) throws(KeyNameError) -> Key {
    switch named {
    case .enter, .backspace, .space, .escape, .tab:
      if named == .tab, modifiers == .shift { return .named(named, modifiers) }
      if named == .space, modifiers == .control || modifiers == [.control, .alt] {
        return .named(named, modifiers)
      }
      if modifiers.isEmpty || modifiers == .alt && named != .escape { return .named(named, modifiers) }
      throw .sameAs(modifiers.intersection(.alt).prefix + named.rawValue)
    case .delete, .insert, .home, .end, .pageUp, .pageDown, .up, .down, .left, .right, .f1, .f2, .f3, .f4,
      .f5, .f6, .f7, .f8, .f9, .f10, .f11, .f12:
      return .named(named, modifiers)
    }
  }
}

extension Key.Named {
  fileprivate init?(alias: String) {
    switch alias {
    case "return", "cr": self = .enter
    case "escape": self = .escape
    case "del": self = .delete
    case "ins": self = .insert
    case "pgup": self = .pageUp
    case "pgdn", "pgdown": self = .pageDown
    case "bs": self = .backspace
    default: return nil
    }
  }
}

extension Key.Modifiers {
  fileprivate init?(letter: Character) {
    switch letter {
    case "C", "c": self = .control
    case "M", "m", "A": self = .alt
    case "S", "s": self = .shift
    default: return nil
    }
  }

  /// The modifiers as written before a key, always in the order C, M, S.
  var prefix: String {
    (contains(.control) ? "C-" : "") + (contains(.alt) ? "M-" : "") + (contains(.shift) ? "S-" : "")
  }
}
