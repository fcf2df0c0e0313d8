/// README.md, whose picture is the recorded screen of the console at 120 by 36.
enum ReadmePage {
  static let path = "README.md"
  private static let screen = "Tests/TUITests/Screens/console-120x36.screen"

  /// The page with the screen as it was last recorded in its first fenced block; nil when either is missing.
  static var text: String? {
    guard let page = House.text(path), let recorded = House.text(screen),
      let begin = page.firstRange(of: "```\n"),
      let end = page[begin.upperBound...].firstRange(of: "```\n")
    else { return nil }
    let picture = recorded.split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { $0 != "-- styles" }
      .map { $0.replacing(/\ +$/, with: "") + "\n" }
    return page[..<begin.upperBound] + picture.joined() + page[end.lowerBound...]
  }
}
