import Settings
import TUI
import TestSupport
import Testing

@Suite("The ways back that no keymap takes away", .verifies("UX-04"))
struct WaysBackTests {
  private func completed(_ text: String) -> (keymap: Keymap, problems: [SettingsProblem]) {
    let own = Keymap.load(
      text: text, file: "mine.toml", knownVerbs: Action.names, knownContexts: KeyContexts.all
    ).keymap
    let base = Keymaps.shipped("default")
    return Keymap.completing([base, own], from: base, file: "mine.toml")
  }

  @Test("a keymap that leaves them is as it was, without a word")
  func whole() {
    let (keymap, problems) = completed("[global]\nx = \"work-order.log\"\n\":\" = \"none\"\n")
    #expect(problems == [])
    #expect(keymap.keys(for: "line.open", in: KeyContexts.queue).map(\.spelling) == ["F9", "C-p"])
  }

  @Test("the last key of the command line stays, and that is said")
  func line() {
    let (keymap, problems) = completed(
      "[always]\nF9 = \"none\"\nC-p = \"none\"\n[global]\n\":\" = \"none\"\nq = \"none\"\n")
    #expect(keymap.keys(for: "line.open", in: KeyContexts.queue).map(\.spelling) == ["F9"])
    #expect(problems.first?.sentence.contains("opens the command line in the queue") == true)
    #expect(problems.first?.sentence.contains("F9 still does") == true)
  }

  @Test("a key that means something else by now is passed over for a free one")
  func taken() {
    let (keymap, _) = completed(
      "[always]\nF9 = \"screen.redraw\"\nC-p = \"none\"\n[global]\n\":\" = \"none\"\n")
    #expect(keymap.keys(for: "line.open", in: KeyContexts.queue).map(\.spelling) == ["C-p"])
    #expect(keymap.keys(for: "screen.redraw", in: KeyContexts.queue).map(\.spelling).contains("F9"))
  }

  @Test("also a map that stands alone leads out of a form and a popup")
  func alone() {
    let (keymap, problems) = completed("base = \"none\"\n[queue]\nx = \"line.open\"\n")
    for contexts in [KeyContexts.window, KeyContexts.popup, KeyContexts.line] {
      #expect(!keymap.keys(for: "back", in: contexts).isEmpty)
    }
    #expect(!keymap.keys(for: "form.keep-draft", in: KeyContexts.form).isEmpty)
    #expect(!keymap.keys(for: "line.run", in: KeyContexts.line).isEmpty)
    #expect(problems.count >= 4)
  }
}
