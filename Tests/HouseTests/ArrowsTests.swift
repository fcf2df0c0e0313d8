import TestSupport
import Testing

@Suite("The arrows between the rooms")
struct ArrowsTests {
  @Test("are kept by every import line", arguments: Room.all)
  func imports(room: Room) {
    let pages = House.pages(under: "Sources/\(room.name)", ending: ".swift")
    let allowed = room.ours.union(room.others)
    for page in pages {
      for module in Self.modules(in: page.text) {
        #expect(allowed.contains(module), "\(page.path) imports \(module)")
      }
    }
    #expect(!pages.isEmpty || room.name == "CNcurses")
  }

  @Test("stand in the manifest as in the table", arguments: Room.all)
  func manifest(room: Room) throws {
    let manifest = try #require(House.text("Package.swift"))
    let declared = manifest.matches(of: Self.target).first { $0.output.1 == room.name }
    let target = try #require(declared, "\(room.name) is no target")
    let quoted = target.output.2?.matches(of: /"(\w+)"/).map { String($0.output.1) } ?? []
    #expect(Set(quoted) == room.ours)
  }

  @Test("are settled for every room, and every room is described")
  func complete() throws {
    #expect(House.folders(under: "Sources") == Room.all.map(\.name).sorted())
    let architecture = try #require(House.text("docs/architecture.md"))
    for room in Room.all { #expect(architecture.contains("`\(room.name)`"), "\(room.name)") }
  }

  @Test("lead to no database, clock or screen from what is drawn and decided")
  func purity() {
    for name in ["Domain", "Planner", "DayPlan", "Verbs", "Terminal", "TUI", "Demo"] {
      let room = Room.all.first { $0.name == name }
      let outward: Set = ["Foundation", "GRDB", "Storage", "Exchange", "Curses", "CNcurses", "Dispatch"]
      #expect(room.map { $0.ours.union($0.others).isDisjoint(with: outward) } == true, "\(name)")
    }
  }

  @Test("lead to ncurses from one room alone, and from its tests")
  func ncurses() {
    let pages =
      House.pages(under: "Sources", ending: ".swift") + House.pages(under: "Tests", ending: ".swift")
    let rooms = pages.filter { Self.modules(in: $0.text).contains("CNcurses") }.map { page in
      page.path.split(separator: "/").prefix(2).joined(separator: "/")
    }
    #expect(Set(rooms) == ["Sources/Curses", "Tests/CursesTests"])
  }

  @Test(
    "are read from an import however it is written",
    arguments: [
      "import CNcurses", "  import CNcurses", "private import CNcurses", "@testable import CNcurses",
      "@_exported public import CNcurses", "@_spi(Screens) import CNcurses", "import struct CNcurses.WINDOW",
      "import Domain;" + " import CNcurses", "import Domain\nimport CNcurses // the screen"
    ])
  func read(_ text: String) {
    #expect(Self.modules(in: text).contains("CNcurses"))
    let said = "// " + text.replacing("\n", with: "\n// ")
    #expect(Self.modules(in: said).isEmpty)
  }

  /// What a file imports.
  private static func modules(in text: String) -> [String] {
    let code = text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }
    return code.joined(separator: "\n").matches(of: importLine).map { String($0.output.1) }
  }

  private static var importLine: Regex<(Substring, Substring)> {
    /(?m)(?:^|;) *(?:(?:public|internal|private|fileprivate|package|@\w+(?:\(\w+\))?) +)*import +(?:(?:struct|class|enum|protocol|func|var|let|typealias) +)?(\w+)/
  }

  /// A target's name and, where it has one, the list of what it depends on.
  private static var target: Regex<(Substring, Substring, Substring?)> {
    /\.(?:target|executableTarget)\(\s*name: "(\w+)"(?:,\s*dependencies: \[([^\]]*)\])?/
  }
}
