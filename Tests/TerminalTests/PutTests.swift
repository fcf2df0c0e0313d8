import Terminal
import Testing

@Suite("Text put on a canvas")
struct PutTests {
  private func row(
    _ text: String, width: Int? = nil, alignment: Alignment = .left, ellipsis: Bool = false
  ) -> String {
    var canvas = Canvas(width: 20, height: 1)
    canvas.fill(canvas.bounds, with: ".")
    canvas.put(text, at: .zero, width: width, alignment: alignment, ellipsis: ellipsis)
    return canvas.rows[0]
  }

  @Test("is cut and padded to its width")
  func cutAndPadded() {
    #expect(row("abc", width: 5) == "abc  ...............")
    #expect(row("abc", width: 5, alignment: .right) == "  abc...............")
    #expect(row("abc", width: 6, alignment: .centre) == " abc  ..............")
    #expect(row("abcdefgh", width: 5) == "abcde...............")
    #expect(row("abcdefgh", width: 5, ellipsis: true) == "abcd…...............")
    #expect(row("naïve café", width: 5, alignment: .right, ellipsis: true) == "naïv…...............")
  }

  @Test("says how many columns it used", arguments: ["abc", "é東", "", "\t", "🇬🇧", "\u{1B}[2J"])
  func used(text: String) {
    var canvas = Canvas(width: 20, height: 1)
    #expect(canvas.put(text, at: .zero) == displayWidth(of: text))
    #expect(canvas.put(text, at: Point(column: 19, row: 0)) <= 1)
    #expect(canvas.put(text, at: Point(column: 40, row: 0)) == 0)
    #expect(canvas.put(text, at: .zero, width: 7) == 7)
  }

  @Test("is never cut inside a wide character or a joined one")
  func neverHalf() {
    #expect(row("a東b", width: 2) == "a ..................")
    #expect(row("a東b", width: 3, ellipsis: true) == "a… .................")
    #expect(row("a🇬🇧", width: 2) == "a ..................")
    #expect(row("ab👨‍👩‍👧", width: 4) == "ab  ................")
  }

  @Test("may begin left of the edge")
  func leftOfEdge() {
    var canvas = Canvas(width: 4, height: 1)
    canvas.put("abcdef", at: Point(column: -2, row: 0))
    #expect(canvas.text == "cdef")
    canvas.put("東京", at: Point(column: -1, row: 0), style: Style(role: 2))
    #expect(canvas.text == " 京f")
  }

  @Test("keeps marks on their letter, at most four")
  func marks() {
    let stacked = "e" + String(repeating: "\u{301}", count: 30)
    var canvas = Canvas(width: 3, height: 1)
    #expect(canvas.put(stacked + "x", at: .zero) == 2)
    #expect(Array(canvas[0, 0].text.unicodeScalars).count == 5)
    #expect(canvas[1, 0].text == "x")
  }
}
