import Domain
import Settings
import TUI
import Terminal
import TestSupport
import Testing
import Verbs

@Suite("Hostile text in a form")
struct HostileTextTests {
  @Test("is stored as it came and shown harmless", arguments: payloads)
  func payload(_ text: String) {
    var desk = FormDesk()
    desk.type("N")
    desk.paste(text)
    desk.type("<C-s>")
    #expect(desk.order(20_418)?.notes.first?.words == text)
    desk.type("<Enter>[")
    #expect(desk.top == "Order 20418")
    #expect(Self.isHarmless(desk.canvas))
  }

  @Test(
    "stays in every field of every form as it came, in its draft too, and is shown harmless",
    arguments: [
      "log", "note", "hold", "complete", "cancel", "triage", "edit", "not-done", "decline", "duplicate",
      "close", "attach"
    ])
  func everyField(_ verb: String) {
    let table = verb == "log" ? "global" : "order"
    let own = Keymap.load(
      text: "[\(table)]\nZ = \"work-order.\(verb)\"\n", file: "own.toml", knownVerbs: Keymaps.words,
      knownContexts: KeyContexts.all)
    let keymap = Keymap.layering([Keymaps.shipped("default"), own.keymap])
    for text in Self.payloads {
      var desk = FormDesk(80, 24, keymap: keymap)
      // Nobody is asked what was done on work that nobody was given.
      if ["complete", "not-done", "decline"].contains(verb) { desk.type("a<Enter>:20418<Enter>") }
      desk.type("Z")
      #expect(desk.top != nil, "\(verb) opens no form")
      var kept = 0
      for _ in 0..<24 {
        desk.type("<C-u>")
        let before = desk.effects.count
        desk.paste(text)
        let saved = desk.effects[before...].compactMap {
          if case .saveDraft(let draft) = $0 { draft } else { nil }
        }
        for draft in saved { #expect(draft.fields.contains { $0.text == text }, "\(verb)") }
        kept += saved.count
        #expect(Self.isHarmless(desk.canvas), "\(verb)")
        desk.type("<C-u><Tab>")
      }
      #expect(kept > 0, "\(verb)")
    }
  }

  @Test("of many lines and of a very long one is stored as it came")
  func long() {
    let texts = [
      String(repeating: "x", count: 12_000), String(repeating: "line\n", count: 3_000),
      "  blanks at both ends  ", "a\u{b}b\u{c}c\u{85}d\u{2028}e\u{2029}f\u{0}g"
    ]
    for text in texts {
      var desk = FormDesk()
      desk.type("N")
      desk.paste(text)
      desk.type("<C-s>")
      #expect(desk.order(20_418)?.notes.first?.words == text)
    }
  }

  static let payloads = [
    "\u{1b}]52;c;AAAA\u{7}", "\u{1b}[2J\u{9b}31m", "a\u{202e}b\u{2066}c", "tab\there",
    "line one\nline two\n\nfour", "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "a\u{b}b\u{c}c\u{85}d\u{2028}e", " blanks at the ends "
  ]

  @Test(
    "of every public list is stored as it came and shown harmless",
    .enabled(if: PublicData.hasTexts, PublicData.absence))
  func lists() {
    for line in String(decoding: PublicData.bytes(of: "text/blns.txt"), as: UTF8.self).split(separator: "\n")
    where !line.hasPrefix("#") {
      var desk = FormDesk(80, 24)
      desk.type("n<Tab><Tab>quay<Tab><Tab>")
      desk.paste(String(line))
      let isShown = Self.isHarmless(desk.canvas)
      #expect(isShown, "\(line.prefix(60))")
      desk.type("<C-s>")
      if !String(line).trimmed.isEmpty {
        #expect(
          desk.order(20_422)?.requests.first?.words == String(line), "\(line.prefix(60))")
      }
    }
  }

  /// No cell holds anything that a terminal could act on.
  static func isHarmless(_ canvas: Canvas) -> Bool {
    canvas.text.unicodeScalars.allSatisfy { scalar in
      scalar == "\n"
        || (scalar.value >= 0x20 && scalar.value != 0x7f && !(0x80...0x9f).contains(scalar.value)
          && !(0x202a...0x202e).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value))
    }
  }
}
