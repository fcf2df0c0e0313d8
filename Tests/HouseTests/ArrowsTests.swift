import TestSupport
import Testing

@Suite("The arrows between the rooms")
struct ArrowsTests {
  @Test("are kept by every import line", arguments: Room.all)
  func imports(room: Room) {
    let pages = House.pages(under: "Sources/\(room.name)", ending: ".swift")
    let allowed = room.ours.union(room.others)
    for page in pages {
      for module in page.text.matches(of: Self.importLine).map({ String($0.output.1) }) {
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

  private static var importLine: Regex<(Substring, Substring)> {
    /(?m)^ *(?:(?:public|internal|private|fileprivate|package|@testable|@preconcurrency) +)*import +(?:(?:struct|class|enum|protocol|func|var|let|typealias) +)?(\w+)/
  }

  /// A target's name and, where it has one, the list of what it depends on.
  private static var target: Regex<(Substring, Substring, Substring?)> {
    /\.(?:target|executableTarget)\(\s*name: "(\w+)"(?:,\s*dependencies: \[([^\]]*)\])?/
  }
}
