import Foundation
import TestSupport
import Testing

@Suite("The files of the house")
struct FilesTests {
  /// The most lines that a file has which does not say why it is one.
  static let limits = [("Sources", 300), ("Tests", 600)]

  @Test("are short, or say at their top why they are one", arguments: limits)
  func lengths(folder: String, limit: Int) throws {
    let pages = House.pages(under: folder, ending: ".swift")
    try #require(!pages.isEmpty)
    for page in pages where page.lines.count > limit {
      #expect(
        page.text.hasPrefix("// "), "\(page.path) has \(page.lines.count) lines and no reason at its top")
    }
  }

  /// The most lines of a function beside those that begin a case of a table.
  static let longestFunction = 75

  @Test("have functions that can be read at once, tables of cases apart")
  func functions() {
    var count = 0
    for page in House.pages(under: "Sources", ending: ".swift") {
      for function in page.functions {
        count += 1
        #expect(
          function.length <= Self.longestFunction,
          "\(page.path):\(function.line) has \(function.length) lines")
      }
    }
    #expect(count > 3_000, "the functions were found")
  }

  @Test("force nothing, promise nothing and print nothing", arguments: forbidden)
  func forbiddenWords(_ one: Forbidden) throws {
    let regex = try Regex(one.pattern)
    let pages = House.pages(under: "Sources", ending: ".swift")
    try #require(!pages.isEmpty)
    for page in pages where one.signs.contains(where: page.text.holds) {
      for (index, line) in page.lines.enumerated() where one.signs.contains(where: line.holds) {
        #expect(!Self.code(line).contains(regex), "\(page.path):\(index + 1) \(one.why)")
      }
    }
  }

  @Test("know no machine and nothing that lies beside the project")
  func machines() throws {
    let strange = /\/(?:work|root|Users)\/|\/home\/\w|\.\.\/shared/
    let pages =
      House.pages(under: "Sources", ending: "") + House.pages(under: "docs", ending: ".md")
      + House.pages(under: "scripts", ending: "") + House.pages(under: "completions", ending: "")
      + ["Makefile", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "Package.swift"].compactMap { path in
        House.text(path).map { House.Page(path: path, text: $0) }
      }
    try #require(pages.count > 100)
    for page in pages { #expect(page.text.firstMatch(of: strange) == nil, "\(page.path)") }
  }

  @Test("link only to pages that are there")
  func links() {
    var followed = 0
    let papers =
      House.pages(under: "docs", ending: ".md")
      + ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].compactMap { path in
        House.text(path).map { House.Page(path: path, text: $0) }
      }
    for page in papers {
      let folder = page.path.split(separator: "/").dropLast().map { $0 + "/" }.joined()
      for link in page.text.matches(of: /\]\(([^)#:]+)\)/).map({ String($0.output.1) }) {
        let isThere =
          House.text(folder + link) != nil || !House.pages(under: folder + link, ending: "").isEmpty
        #expect(isThere, "\(page.path) links to \(link)")
        followed += 1
      }
    }
    #expect(followed > 50, "the links were found")
  }

  @Test("explain each word in one place, in the order of the alphabet")
  func glossary() throws {
    let page = try #require(
      House.text("docs/glossary.md").map { House.Page(path: "docs/glossary.md", text: $0) })
    var (columns, last) = (0, "")
    for line in page.lines {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard line.hasPrefix("|"), let word = cells.first?.lowercased() else {
        (columns, last) = (0, "")
        continue
      }
      if columns == 0 {
        columns = cells.count
      } else if !word.hasPrefix("---") {
        #expect(cells.count == columns && last < word, "\(line)")
        last = word
      }
    }
  }

  @Test("have a row in the architecture for every table of the file")
  func tables() throws {
    let text = try #require(House.text("docs/architecture.md"))
    var names: Set<Substring> = []
    for page in House.pages(under: "Sources/Storage/Schema", ending: ".sql") {
      for match in page.text.matches(of: /CREATE (?:VIRTUAL )?TABLE (\w+)/) { names.insert(match.output.1) }
    }
    #expect(names.count > 40, "the tables were found")
    for name in names { #expect(text.contains("`\(name)`"), "\(name)") }
  }

  @Test("say why in a decision page with every heading")
  func decisions() throws {
    try #require(!DecisionsPage.pages.isEmpty)
    for (index, page) in DecisionsPage.pages.enumerated() {
      let number = page.lines.first?.firstMatch(of: #/^# (\d{4}): /#).flatMap { Int($0.output.1) }
      #expect(number == index + 1, "\(page.path)")
      for part in ["Status", "## Context", "## Options", "## Decision", "## Consequences"] {
        #expect(page.text.contains(part), "\(page.path) lacks \(part)")
      }
    }
  }
}

extension FilesTests {
  struct Forbidden: Sendable, CustomTestStringConvertible {
    /// One of these is in every line that the pattern matches.
    let signs: [String]
    let pattern: String
    let why: String
    var testDescription: String { why }
  }

  static let forbidden = [
    Forbidden(signs: ["TODO", "FIXME", "XXX"], pattern: #"\b(TODO|FIXME|XXX)\b"#, why: "holds a promise"),
    Forbidden(signs: ["try!", "as!"], pattern: #"\b(try|as)!"#, why: "forces"),
    Forbidden(signs: ["fatalError("], pattern: #"\bfatalError\("#, why: "gives up"),
    Forbidden(
      signs: ["print(", "Print("], pattern: #"(^|[^.\w])(print|debugPrint)\("#,
      why: "prints"),
    Forbidden(signs: ["!"], pattern: #"[\w)\]]!($|[^=])"#, why: "unwraps by force")
  ]

  /// A line without its texts and, for what is no promise in a comment, with its comment.
  private static func code(_ line: Substring) -> String {
    let bare = line.replacing(/"(?:\\.|[^"\\])*"/, with: "\"\"")
    guard let comment = bare.firstRange(of: "//") else { return String(bare) }
    let words = bare[comment.lowerBound...]
    let promise = words.firstMatch(of: /\b(TODO|FIXME|XXX)\b/).map { String($0.output.0) } ?? ""
    return bare[..<comment.lowerBound] + promise
  }
}

extension House.Page {
  /// The functions, initialisers and computed properties, by the line they begin on, and how many of their lines are
  /// neither empty nor a comment nor the beginning of a case.
  fileprivate var functions: [(line: Int, length: Int)] {
    let lines = lines
    return lines.indices.compactMap { start -> (line: Int, length: Int)? in
      guard Self.beginsFunction(lines[start]) else { return nil }
      let indent = lines[start].prefix { $0 == " " }
      var head = start
      // A declaration goes on to its brace; what a protocol asks for has none.
      while !lines[head].hasSuffix("{") {
        head += 1
        guard lines.indices.contains(head), !lines[head].isEmpty, !Self.beginsFunction(lines[head]) else {
          return nil
        }
      }
      guard let end = lines[(head + 1)...].firstIndex(where: { $0.hasPrefix(indent + "}") }) else {
        return nil
      }
      let length = lines[(head + 1)..<end].count { line in
        let text = line.drop { $0 == " " }
        return !text.isEmpty && !text.hasPrefix("//") && !text.hasPrefix("case ")
      }
      return (start + 1, length)
    }
  }

  private static func beginsFunction(_ line: Substring) -> Bool {
    var words = line.split(separator: " ")[...]
    while let word = words.first, modifiers.contains(word) { words = words.dropFirst() }
    guard let word = words.first else { return false }
    return word == "func" || word.hasPrefix("init(") || word.hasPrefix("init?(")
      || word.hasPrefix("subscript")
      || (word == "var" && line.hasSuffix("{"))
  }

  private static let modifiers: Set<Substring> = [
    "public", "private", "fileprivate", "internal", "package", "static", "mutating", "nonisolated",
    "override",
    "convenience", "@discardableResult", "@inline(__always)", "@usableFromInline", "@inlinable"
  ]
}

extension StringProtocol {
  /// Whether a word stands anywhere in it, byte by byte: a quick look before the slow one.
  fileprivate func holds(_ word: String) -> Bool { withCString { strstr($0, word) != nil } }
}
