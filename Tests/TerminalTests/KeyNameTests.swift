import Terminal
import Testing

@Suite("Key names")
struct KeyNameTests {
  @Test(
    "are read and written the same",
    arguments: [
      "a", "A", "?", "é", "C-a", "M-x", "C-M-q", "Enter", "Esc", "Tab", "S-Tab", "Space", "C-Space",
      "Backspace",
      "Delete", "Insert", "Home", "End", "PageUp", "PageDown", "Up", "Down", "Left", "Right", "F1", "F12",
      "S-Up",
      "C-Left", "M-Left", "C-M-S-Right", "-", "M--", "C-_", "C-\\", "M-Enter", "M-Space"
    ])
  func sameName(name: String) throws {
    #expect(try Key.parse(name).name == name)
  }

  @Test(
    "in another spelling mean the same key",
    arguments: [
      ("C-A", "C-a"), ("M-C-x", "C-M-x"), ("enter", "Enter"), ("PgUp", "PageUp"), ("S-a", "A"),
      (" ", "Space"), ("Return", "Enter"), ("A-x", "M-x"), ("M-S-x", "M-X")
    ])
  func aliases(written: String, name: String) {
    #expect(Key(name: written)?.name == name)
  }

  @Test(
    "that terminals cannot tell apart are refused with the other key",
    arguments: [
      ("C-m", "Enter"), ("C-i", "Tab"), ("C-[", "Esc"), ("C-j", "Enter"), ("C-h", "Backspace"),
      ("C-M-i", "M-Tab"),
      ("C-Enter", "Enter"), ("S-Space", "Space"), ("C-/", "C-_"), ("C-S-a", "C-a"), ("C-Tab", "Tab")
    ])
  func indistinguishable(name: String, other: String) {
    #expect(throws: KeyNameError.sameAs(other)) { try Key.parse(name) }
    #expect(Key(name: name) == nil)
  }

  @Test("that no terminal sends are refused", arguments: ["C-1", "S-1", "C-é", "M-[", "M-O", "C-."])
  func notSent(name: String) {
    #expect(throws: KeyNameError.notSent) { try Key.parse(name) }
  }

  @Test("of no key are unknown", arguments: ["", "foo", "F13", "X-a", "C-", "C-C-a", "ab", "\u{1B}", "C-Foo"])
  func unknown(name: String) {
    #expect(throws: KeyNameError.unknown) { try Key.parse(name) }
  }

  @Test("say what a key types")
  func typed() {
    #expect(Key.character("a").typed == "a")
    #expect(Key.space.typed == " ")
    #expect(Key.character("a", .control).typed == nil)
    #expect(Key.enter.typed == nil)
  }
}
