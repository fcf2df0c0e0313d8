import Settings
import TUI

/// docs/keys.md: every key of the default map by where it counts, and what the other maps do otherwise.
enum KeysPage {
  static var text: String {
    let map = Words.keymap("default").keymap
    var text = """
      # Keys

      From `keymaps/default.toml` and the verb catalogue; `make docs` writes this page. Your own keys go into a file \
      that `keymap` in `config.toml` names; `callout keys --dump` prints what is in force.

      """
    for context in contexts where map.bindings.contains(where: { $0.context == context.name }) {
      text += "\n## \(context.title)\n\n| key | does | verb or action |\n|---|---|---|\n"
      for row in rows(map, in: context.name) { text += row + "\n" }
      if let pane = MarkLegend.all.first(where: { $0.pane.title == context.title }) {
        text += marks(pane.signs)
      }
    }
    for name in ["vim", "plain"] { text += others(name) }
    return text
  }
}

extension KeysPage {
  private static func marks(_ signs: [MarkLegend.Sign]) -> String {
    "\nIts marks:\n\n| mark | means |\n|---|---|\n"
      + signs.map { "| `\($0.sign)` | \($0.words) |\n" }.joined()
  }

  private static let contexts: [(name: String, title: String)] = [
    ("always", "Everywhere, in forms and popups too"), ("global", "Panes and windows"),
    ("order", "Wherever an order is the object"), ("technician", "Wherever a technician is the object"),
    ("queue", "Queue"), ("technicians", "Technicians"), ("timeline", "Timeline"), ("alerts", "Alerts"),
    ("window", "Windows"), ("popup", "Popups"), ("assign", "Assigning"), ("form", "Forms"),
    ("line", "Command line"),
    ("filter", "Filter"), ("help", "Help"), ("lock", "The locked desk"), ("tour", "The tour"),
    ("review", "Done work that awaits review"),
    ("board", "The wall board"), ("board-window", "An order's window on the wall board"),
    ("tech", "A technician's own work"), ("calls", "The helpdesk's calls"),
    ("tech-window", "The window of one of his orders")
  ]

  /// A row for each action in the order of the file, with all its keys.
  private static func rows(_ map: Keymap, in context: String) -> [String] {
    var actions: [String] = []
    var keys: [String: [String]] = [:]
    for binding in map.bindings where binding.context == context {
      guard let action = binding.action else { continue }
      if keys[action] == nil { actions.append(action) }
      keys[action, default: []].append(code(binding.keys.spelling))
    }
    return actions.map { "| \(keys[$0, default: []].joined(separator: " ")) | \(Words.help($0)) | `\($0)` |" }
  }

  /// What a map binds besides the default one.
  private static func others(_ name: String) -> String {
    let own = Words.keymap(name).keymap.bindings.filter { $0.file == "\(name).toml" }
    var text = "\n## The \(name) map\n\n| key | where | does | verb or action |\n|---|---|---|---|\n"
    for binding in own {
      let action = binding.action
      text +=
        "| \(code(binding.keys.spelling)) | \(binding.context) | \(action.map(Words.help) ?? "nothing") "
      text += "| \(action.map { "`\($0)`" } ?? "") |\n"
    }
    return text
  }

  private static func code(_ keys: String) -> String {
    keys == "`"
      ? "`` ` ``"
      : "`\(keys.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|"))`"
  }
}
