import Settings
import TUI
import TestSupport
import Testing

@Suite("The shipped themes, held against the program", .verifies("UX-04"))
struct ThemeTests {
  @Test("paint every role and none besides", arguments: ["dark", "light", "high-contrast", "mono"])
  func roles(name: String) throws {
    let read = Theme.load(
      text: try #require(BuiltIn.themes[name]), file: "\(name).toml", knownRoles: StyleRole.names)
    #expect(read.problems.map(\.sentence) == [])
    #expect(StyleRole.names.subtracting(read.theme.styles.keys).sorted() == [])
    #expect(House.text("themes/\(name).toml") == BuiltIn.themes[name])
  }
}
