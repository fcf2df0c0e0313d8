/// docs/decisions/README.md: the pages by number, with what each of them changes of earlier ones.
enum DecisionsPage {
  static let path = "docs/decisions/README.md"

  /// The decision pages themselves, by number.
  static var pages: [House.Page] {
    House.pages(under: "docs/decisions", ending: ".md").filter { $0.path != path }
  }

  static var text: String {
    """
    # Decisions

    What was settled, why, and what else there was to choose from; `make docs` writes this list. A new page takes the \
    next number. What a later page changes stays as it was written, and the later page says so under its status.

    | page | says | status |
    |---|---|---|

    """ + pages.map { row($0) + "\n" }.joined()
  }

  private static func row(_ page: House.Page) -> String {
    let name = page.path.split(separator: "/").last ?? ""
    let heading = (page.lines.first ?? "").split(separator: ": ", maxSplits: 1)
    let status = page.lines.first { $0.hasPrefix("**Status:**") }?.dropFirst("**Status:** ".count) ?? ""
    return "| [\(name.prefix(4))](\(name)) | \(heading.last ?? "") | \(status) |"
  }
}
