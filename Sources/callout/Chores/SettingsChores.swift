import Domain
import Settings
import TUI
import Terminal
import Verbs

/// Looking at keymaps and themes from the shell, before the console meets them.
struct SettingsChores {
  let surroundings: Surroundings
  let options: CommonOptions
  let output: Output

  /// The exit status: 2 when a file has something in it that cannot be used.
  func run(_ chore: Chore) -> Int32 {
    switch chore {
    case .keysCheck(let file):
      return check(file) { Look.problems(withKeymap: $0, file) }
    case .themesCheck(nil):
      listThemes()
      return 0
    case .themesCheck(let file?):
      return check(file) { text in
        Theme.load(text: text, file: file, knownRoles: StyleRole.names).problems
      }
    case .keysDump:
      var problems: [SettingsProblem] = []
      let keymap = Look.keymap(surroundings.configuration.keymap.value, &problems)
      for problem in problems { output.warn(problem.description) }
      output.pass(keymap.dump(in: KeyContexts.stacks))
      return 0
    case .initialise, .demo, .replay, .importRecords, .export, .check, .rebuild, .backup, .restore, .attach,
      .actAs, .setUp, .setPIN, .tick, .outbox, .plan, .tryRules, .startOffice, .enrol, .revoke, .erase, .join,
      .sync, .serve, .board, .tech, .call:
      return 2
    }
  }

  /// What `theme` in the configuration may be: the built-in ones and those of one's own beside it.
  private func listThemes() {
    let configuration = surroundings.configuration
    let own = [configuration.folder, configuration.folder + "/themes"].flatMap { folder in
      Folder.files(in: folder).filter { $0.hasSuffix(".toml") && $0 != "config.toml" }.map {
        "\(folder)/\($0)"
      }
    }.filter { file in
      guard let text = TextFile.read(file) else { return false }
      return !Theme.load(text: text, file: file, knownRoles: StyleRole.names).theme.styles.isEmpty
    }
    let names = ["auto"] + BuiltIn.themes.keys.sorted() + own
    let themes = names.map { name in
      (name, source: name == configuration.theme.value ? configuration.theme.source.description : nil)
    }
    let lines = themes.map { name, source in name + (source.map { "  (\($0))" } ?? "") }
    Reply(.sheet(lines, themes.map { Objects.theme($0, chosenBy: $1) })).say(to: output, options)
  }

  private func check(_ file: String, _ problems: (String) -> [SettingsProblem]) -> Int32 {
    guard let text = TextFile.read(file) else {
      output.warn(
        Wording.failure(Failure(.cannotRead, subject: file, detail: "no such file, or not readable")).text)
      return 3
    }
    let found = problems(text)
    for problem in found { output.say(problem.description) }
    if found.isEmpty { output.say("\(file): everything in it can be used.") }
    return found.isEmpty ? 0 : 2
  }
}
