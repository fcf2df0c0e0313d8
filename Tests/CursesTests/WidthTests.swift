import CNcurses
import Curses
import Terminal
import Testing

@Suite("Widths")
struct WidthTests {
  @Test("agree with the C library for everything drawn, over all of Unicode")
  func agree() {
    _ = cn_set_locale()
    var drawn = 0
    for start in stride(from: UInt32(0), to: 0x110000, by: 256) {
      // Blanks keep the characters apart; a mark is tried on a letter, where it is to add nothing.
      var text = String.UnicodeScalarView()
      for scalar in (start..<start + 256).compactMap(Unicode.Scalar.init) {
        text.append(" ")
        if cn_wcwidth(scalar.value) == 0 { text.append("e") }
        text.append(scalar)
      }
      let shown = Sanitised.line(String(text)).unicodeScalars
      let widths = shown.map { Int(cn_wcwidth($0.value)) }
      if widths.contains(where: { $0 < 0 }) || widths.reduce(0, +) != displayWidth(of: String(text)) {
        Issue.record("between U+\(String(start, radix: 16)) and 256 further on the widths differ")
      }
      drawn += shown.count { start..<start + 256 ~= $0.value }
    }
    #expect(drawn > 140_000)
  }
}
