extension Configuration {
  /// Finds the keymap and the theme that are named: the built-in one of that name, else a file of one's own, which then
  /// stands by its whole path. One that is nowhere is reported where it is named, and the built-in stays in force.
  public mutating func find(isThere: (String) -> Bool) -> [SettingsProblem] {
    var problems: [SettingsProblem] = []
    keymap = find(
      keymap, kind: "keymap", builtIn: BuiltIn.keymaps.keys.sorted(), instead: "default", isThere, &problems)
    theme = find(
      theme, kind: "theme", builtIn: BuiltIn.themes.keys.sorted() + ["auto"], instead: "auto", isThere,
      &problems)
    return problems
  }

  private func find(
    _ setting: Setting<String>, kind: String, builtIn: [String], instead: String, _ isThere: (String) -> Bool,
    _ problems: inout [SettingsProblem]
  ) -> Setting<String> {
    if builtIn.contains(setting.value) { return setting }
    if let path = places(of: setting.value, kind: kind).first(where: isThere) {
      return Setting(path, from: setting.source)
    }
    let nearest = Nearest.words(to: setting.value, in: builtIn)
    let (file, line) = setting.source.place ?? (setting.source.description, 1)
    problems.append(
      SettingsProblem(
        file: file, line: line, column: 1, word: setting.value, nearest: nearest,
        sentence: Nearest.sentence(
          "\"\(setting.value)\" is no \(kind), and no file of that name is in \(folder) or here", nearest,
          among: builtIn) + " \(instead) is in force."))
    return Setting(instead)
  }

  /// Where a file of one's own may lie, the likeliest first: beside the configuration, in a folder of its kind there,
  /// or where the program was started. `.toml` need not be written.
  private func places(of name: String, kind: String) -> [String] {
    let path = expanded(name)
    if path.hasPrefix("/") { return [path] }
    return ["\(folder)/", "\(folder)/\(kind)s/", ""].flatMap { [$0 + path, $0 + path + ".toml"] }
  }
}

extension SettingSource {
  /// The file and line that it was read from.
  fileprivate var place: (file: String, line: Int)? {
    if case .file(let file, let line) = self { (file, line) } else { nil }
  }
}
