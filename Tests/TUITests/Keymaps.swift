import Settings
import TUI
import Verbs

/// The shipped keymaps, read with the console's own words.
enum Keymaps {
  static let words = Set(Action.allCases.map(\.rawValue)).union(verbWords)

  /// Every verb, and every verb with one of its choices as `technician.set-presence.break`.
  private static var verbWords: Set<String> {
    var words: Set<String> = []
    for verb in Verbs.catalogue {
      words.insert(verb.name)
      for parameter in verb.parameters {
        if case .choice(let choices) = parameter.kind {
          words.formUnion(choices.map { "\(verb.name).\($0)" })
        }
      }
    }
    return words
  }

  static func load(_ name: String) -> (keymap: Keymap, problems: [SettingsProblem]) {
    Keymap.load(
      text: BuiltIn.keymaps[name] ?? "", file: "\(name).toml", knownVerbs: words,
      knownContexts: KeyContexts.all)
  }

  static func shipped(_ name: String) -> Keymap {
    name == "default"
      ? load("default").keymap : Keymap.layering([load("default").keymap, load(name).keymap])
  }
}

extension Keymaps {
  /// The roles that the shipped dark theme styles.
  static var themeRoles: Set<String> {
    Set(
      Theme.load(text: BuiltIn.themes["dark"] ?? "", file: "dark.toml", knownRoles: StyleRole.names).theme
        .styles.keys)
  }
}
