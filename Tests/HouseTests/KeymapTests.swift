import Settings
import TUI
import TestSupport
import Testing

@Suite("The shipped keymaps, held against the program", .verifies("UX-01", "UX-04"))
struct KeymapTests {
  static let names = ["default", "vim", "plain"]

  @Test("bind only verbs and actions that there are", arguments: names)
  func words(name: String) {
    #expect(Words.keymap(name).problems.map(\.sentence) == [])
  }

  @Test("have no two verbs on one key where both count", arguments: names)
  func overlaps(name: String) {
    let found = Words.keymap(name).keymap.overlaps(in: KeyContexts.stacks)
    #expect(found.map { "\($0.first.keys) \($0.first.action ?? "") \($0.second.action ?? "")" } == [])
  }

  @Test("leave alone the keys of other programs and habits", arguments: names)
  func reserved(name: String) {
    let reserved: Set = ["C-a", "C-b", "C-h", "C-i", "C-j", "C-m", "C-[", "C-q", "C-\\"]
    let bindings = Words.keymap(name).keymap.bindings
    #expect(!bindings.isEmpty)
    for binding in bindings {
      #expect(binding.keys.allSatisfy { !reserved.contains($0.spelling) }, "\(binding.keys)")
    }
  }

  @Test("are the files that users see", arguments: names)
  func files(name: String) {
    #expect(House.text("keymaps/\(name).toml") == BuiltIn.keymaps[name])
  }

  @Test("reach every verb and action that the console names in its hints")
  func hints() {
    let known = Words.actions.union(StyleRole.names).union(KeyContexts.all)
    let quoted =
      /"((?:work-order|technician|customer|pane|move|page|timeline|form|line|filter|choose|assign|help|screen)\.[a-z0-9.-]+)"/
    var named = 0
    for page in House.pages(under: "Sources/TUI", ending: ".swift") {
      for match in page.text.matches(of: quoted) {
        #expect(known.contains(String(match.output.1)), "\(page.path) names \(match.output.1)")
        named += 1
      }
    }
    #expect(named > 50, "the names were found")
  }
}
