import Settings
import Testing

@Suite("Key name")
struct KeyNameTests {
  @Test(
    "has one spelling however it is written",
    arguments: [
      ("^S", "C-s"), ("ctrl-s", "C-s"), ("Ctrl+S", "C-s"), ("c-S", "C-s"), ("alt-x", "M-x"),
      ("meta-X", "M-X"),
      ("shift-tab", "S-Tab"), ("BackTab", "S-Tab"), ("shift-a", "A"), ("A", "A"), ("a", "a"), ("esc", "Esc"),
      ("escape", "Esc"), ("return", "Enter"), ("f1", "F1"), ("F12", "F12"), ("pgdn", "PageDown"),
      ("del", "Delete"),
      ("shift-up", "S-Up"), ("ctrl-left", "C-Left"), ("M-left", "M-Left"), ("space", "Space"), (" ", "Space"),
      ("-", "-"), ("+", "+"), ("^", "^"), ("?", "?"), ("é", "é"), ("^_", "C-_"), ("C-Space", "C-Space")
    ])
  func normalises(written: String, spelling: String) throws {
    #expect(try KeyName.read(written).spelling == spelling)
    #expect(try KeyName.read(spelling).spelling == spelling, "the one spelling stays as it is")
  }

  @Test(
    "refuses what terminals cannot tell apart, naming the other key",
    arguments: [
      ("C-m", "Enter"), ("C-j", "Enter"), ("^I", "Tab"), ("C-[", "Esc"), ("^H", "Backspace"),
      ("S-Enter", "Enter"),
      ("C-S-x", "C-x"), ("C-@", "C-Space")
    ])
  func refusesTwins(written: String, other: String) {
    #expect(throws: KeyRefusal.sameAs(written, other: other)) { try KeyName.read(written) }
  }

  @Test("refuses keys that belong to others", arguments: ["C-a", "^B", "ctrl-q", "C-d", "C-\\"])
  func refusesReserved(written: String) {
    do throws(KeyRefusal) {
      _ = try KeyName.read(written)
      Issue.record("\(written) was accepted")
    } catch {
      guard case .reserved = error else {
        Issue.record("\(error)")
        return
      }
      #expect(error.sentence.hasPrefix("\"\(written)\" is not bound: "))
    }
  }

  @Test("refuses combinations no terminal sends", arguments: ["C-M-x", "S-1", "C-1", "M-Esc"])
  func refusesUnsent(written: String) {
    #expect(throws: KeyRefusal.neverSent(written)) { try KeyName.read(written) }
  }

  @Test("names the nearest key for a misspelled one")
  func namesNearest() {
    #expect(throws: KeyRefusal.unknown("PageDwon", nearest: ["PageDown"])) { try KeyName.read("PageDwon") }
    #expect(throws: KeyRefusal.unknown("", nearest: [])) { try KeyName.readSequence("") }
  }

  @Test("reads keys that follow each other")
  func readsSequences() throws {
    #expect(try keys("E x").map(\.spelling) == ["E", "x"])
    #expect(try keys("^W h").spelling == "C-w h")
    #expect(throws: KeyRefusal.tooLong("a b c d")) { try keys("a b c d") }
  }
}
