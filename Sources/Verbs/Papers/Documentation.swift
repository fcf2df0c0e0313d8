extension Verbs {
  /// Every generated paper by its path in the project: what CI compares with what is there.
  public static func documentation(version: String) -> [(path: String, text: String)] {
    [
      ("docs/verbs.md", Papers.verbsPage), ("docs/callout.1", Papers.manualPage(version: version)),
      ("docs/roles.md", Papers.rolesPage)
    ] + Papers.Shell.allCases.map { ("completions/callout.\($0.rawValue)", Papers.completions(for: $0)) }
  }

  /// One line of help for a verb's name, for the pages and screens that list keys.
  public static func help(named name: String) -> String? { verb(named: name)?.help }
}
