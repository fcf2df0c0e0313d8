import Domain
import TUI
import Terminal
import TestSupport
import Testing
import Verbs

@Suite("Hostile text in a form")
struct HostileTextTests {
  @Test(
    "is stored as it came and shown harmless",
    arguments: [
      "\u{1b}]52;c;AAAA\u{7}", "\u{1b}[2J\u{9b}31m", "a\u{202e}b\u{2066}c", "tab\there",
      "line one\nline two\n\nfour", "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}"
    ])
  func payload(_ text: String) {
    var desk = FormDesk()
    desk.type("N")
    desk.paste(text)
    desk.type("<C-s>")
    #expect(desk.order(20_418)?.notes.first?.words == text)
    desk.type("<Enter>[")
    #expect(desk.top == "Order 20418")
    #expect(isHarmless(desk.canvas))
  }

  @Test(
    "of every public list is stored as it came and shown harmless",
    .enabled(if: SharedText.isThere, "\(SharedText.absence)"))
  func lists() {
    for line in String(decoding: SharedText.bytes(of: "blns.txt"), as: UTF8.self).split(separator: "\n")
    where !line.hasPrefix("#") {
      var desk = FormDesk(80, 24)
      desk.type("n<Tab><Tab>quay<Tab><Tab>")
      desk.paste(String(line))
      let isShown = isHarmless(desk.canvas)
      #expect(isShown, "\(line.prefix(60))")
      desk.type("<C-s>")
      if !String(line).trimmed.isEmpty {
        #expect(
          desk.order(20_422)?.requests.first?.words.trimmed == String(line).trimmed, "\(line.prefix(60))")
      }
    }
  }

  /// No cell holds anything that a terminal could act on.
  private func isHarmless(_ canvas: Canvas) -> Bool {
    canvas.text.unicodeScalars.allSatisfy { scalar in
      scalar == "\n"
        || (scalar.value >= 0x20 && scalar.value != 0x7f && !(0x80...0x9f).contains(scalar.value)
          && !(0x202a...0x202e).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value))
    }
  }
}
