import Domain
import Settings
import TUI
import Terminal

/// The keymap and the theme in force, and what was wrong with them: a bad file never keeps the console closed.
struct Look {
  let keymap: Keymap
  private(set) var sheet: StyleSheet
  private(set) var problems: [SettingsProblem] = []
  private let depth: PaintDepth
  private let followsTerminal: Bool

  init(_ surroundings: Surroundings, screenDepth: ColourDepth) {
    let configuration = surroundings.configuration
    var problems: [SettingsProblem] = []
    keymap = Self.keymap(configuration.keymap.value, &problems)
    depth = configuration.colours.value.depth ?? Self.depth(screenDepth)
    followsTerminal = configuration.theme.value == "auto"
    let name = followsTerminal ? "dark" : configuration.theme.value
    sheet = styleSheet(Self.theme(name, &problems), depth: depth)
    self.problems = problems
  }

  /// Takes the light theme on a light terminal, when no theme was chosen.
  mutating func terminalBackground(red: UInt8, green: UInt8, blue: UInt8) {
    guard followsTerminal else { return }
    let isLight = Int(red) * 299 + Int(green) * 587 + Int(blue) * 114 > 127 * 1_000
    var none: [SettingsProblem] = []
    sheet = styleSheet(Self.theme(isLight ? "light" : "dark", &none), depth: depth)
  }
}

extension Look {
  /// A built-in keymap by name, or a file by path, laid over the default; what cannot be used is left out, and what
  /// nobody could do without stays.
  static func keymap(_ name: String, _ problems: inout [SettingsProblem]) -> Keymap {
    let base = load(BuiltIn.keymaps["default"] ?? "", "default", &problems)
    guard name != "default" else { return base }
    guard let text = BuiltIn.keymaps[name] ?? TextFile.read(name) else {
      problems.append(unreadable(name))
      return base
    }
    return keymap(text, name, over: base, &problems)
  }

  /// A map laid over the default, with the ways back that it must not take away.
  private static func keymap(
    _ text: String, _ file: String, over base: Keymap, _ problems: inout [SettingsProblem]
  ) -> Keymap {
    let completed = Keymap.completing([base, load(text, file, &problems)], from: base, file: file)
    problems += completed.problems
    return completed.keymap
  }

  /// What is wrong with a keymap's file, the ways back that it takes away included.
  static func problems(withKeymap text: String, _ file: String) -> [SettingsProblem] {
    var problems: [SettingsProblem] = []
    var none: [SettingsProblem] = []
    _ = keymap(text, file, over: load(BuiltIn.keymaps["default"] ?? "", "default", &none), &problems)
    return problems
  }

  static func theme(_ name: String, _ problems: inout [SettingsProblem]) -> Theme {
    if let text = BuiltIn.themes[name] { return load(theme: text, name, base: nil, &problems) }
    let base = load(theme: BuiltIn.themes["dark"] ?? "", "dark", base: nil, &problems)
    guard let text = TextFile.read(name) else {
      problems.append(unreadable(name))
      return base
    }
    return load(theme: text, name, base: base, &problems)
  }

  private static func load(_ text: String, _ file: String, _ problems: inout [SettingsProblem]) -> Keymap {
    let loaded = Keymap.load(
      text: text, file: file, knownVerbs: Action.names, knownContexts: KeyContexts.all)
    problems += loaded.problems
    return loaded.keymap
  }

  private static func load(
    theme text: String, _ file: String, base: Theme?, _ problems: inout [SettingsProblem]
  ) -> Theme {
    let loaded = Theme.load(text: text, file: file, knownRoles: StyleRole.names, base: base)
    problems += loaded.problems
    return loaded.theme
  }

  private static func unreadable(_ file: String) -> SettingsProblem {
    SettingsProblem(file: file, line: 1, column: 1, word: file, sentence: "it cannot be read.")
  }

  private static func depth(_ depth: ColourDepth) -> PaintDepth {
    switch depth {
    case .mono: .mono
    case .eight, .sixteen: .colours16
    case .many: .colours256
    }
  }
}
