import Settings
import TUI
import Verbs

/// Every word that a key may be bound to.
enum Words {
  static let actions = Action.names

  /// A shipped keymap over the default one, and what is wrong with its text.
  static func keymap(_ name: String) -> (keymap: Keymap, problems: [SettingsProblem]) {
    let own = load(name)
    return name == "default" ? own : (Keymap.layering([load("default").keymap, own.keymap]), own.problems)
  }

  private static func load(_ name: String) -> (keymap: Keymap, problems: [SettingsProblem]) {
    Keymap.load(
      text: BuiltIn.keymaps[name] ?? "", file: "\(name).toml", knownVerbs: actions,
      knownContexts: KeyContexts.all)
  }

  /// What an action does, in a few words.
  static func help(_ action: String) -> String {
    if let movement = Action(rawValue: action) { return movement.help }
    if let help = Verbs.help(named: action) { return help }
    guard let dot = action.lastIndex(of: "."), let help = Verbs.help(named: String(action[..<dot])) else {
      return ""
    }
    return "\(help): \(action[action.index(after: dot)...])"
  }
}
