import Terminal
import Testing

@Suite("Text from outside is only text")
struct SanitisedTests {
  @Test(
    "shows a substitute",
    arguments: [
      ("\u{1B}[2J", "␛[2J"), ("a\tb", "a    b"), ("\u{0}\u{7F}", "␀␡"), ("a\r\nb", "a␍␊b"),
      ("\u{9B}2J", "␦2J"),
      ("\u{85}", "␤"), ("a\u{202E}b", "a␦b"), ("\u{2028}", "␤"), ("a\u{200B}b\u{FEFF}", "a␦b␦"),
      ("\u{AD}", "␦"),
      ("\u{E0041}", "␦"), ("\u{FFFE}", "\u{FFFD}"), ("\u{E000}", "\u{FFFD}"), ("\u{378}", "\u{FFFD}"),
      ("❤\u{FE0F}", "❤"), ("👨\u{200D}👩", "👨⁺"), ("🇬🇧", "GB"), ("👍\u{1F3FD}", "👍⁺"), ("\u{301}", "◌\u{301}"),
      ("ab", "ab"), ("Größe 東京", "Größe 東京"), ("\u{3164}", "␦"), ("x\u{E0061}\u{E007F}", "x⁺")
    ])
  func substitutes(text: String, shown: String) {
    #expect(Array(Sanitised.line(text).unicodeScalars) == Array(shown.unicodeScalars))
  }

  @Test("keeps line ends only in texts of several lines")
  func lines() {
    #expect(Sanitised.text("a\r\nb\nc\rd") == "a\nb\nc␍d")
    #expect(Sanitised.line("a\nb") == "a␊b")
    #expect(Sanitised.text("") == "")
  }

  @Test("replaces what is not UTF-8")
  func invalid() {
    #expect(Sanitised.line([0x61, 0xFF, 0x9B, 0x62]) == "a\u{FFFD}\u{FFFD}b")
  }

  @Test("is the same on a canvas and in plain output, for every scalar there is")
  func everyScalar() {
    let size = 256
    var canvas = Canvas(width: size * 8, height: 1)
    for start in stride(from: 0, to: 0x110000, by: size) {
      let scalars = (start..<start + size).compactMap { UInt32(exactly: $0).flatMap(Unicode.Scalar.init) }
      var text = String.UnicodeScalarView()
      for scalar in scalars { text.append(contentsOf: ["x", scalar, "y"]) }
      let plain = Sanitised.line(String(text))
      let used = canvas.put(String(text), at: .zero, width: canvas.width)
      #expect(used == canvas.width)
      let isSame = canvas.rows[0].unicodeScalars.elementsEqual(plain.unicodeScalars)
      if !plain.unicodeScalars.allSatisfy(isHarmless) || !isSame {
        Issue.record("of the \(size) from U+\(String(start, radix: 16)) one is not only text")
      }
      // A letter after a prepended mark is one character with it and has the substitute of both; no block of Unicode
      // has more than six such marks.
      #expect(plain.unicodeScalars.count { $0 == "y" } >= scalars.count - 6)
    }
  }

  @Test("is safe in any mixture, and sanitising again changes nothing", arguments: 0..<64)
  func mixtures(seed: UInt64) {
    var random = Seeded(seed)
    let odd: [UInt32] = [
      0x1B, 0x5B, 0x9B, 0x200D, 0xFE0F, 0x301, 0x1F1E6, 0x1F468, 0x202E, 0x0D, 0x0A, 0x09, 0x41, 0x6771,
      0x94D, 0x937,
      0x93F, 0xE0020, 0x1160, 0x34F, 0x7F, 0x20, 0x1F3FD
    ]
    var scalars = String.UnicodeScalarView()
    for _ in 0..<400 {
      let point = random.next() % 4 == 0 ? UInt32(random.next() % 0x110000) : odd[Int(random.next() % 23)]
      // Korean letters join again when what stood between them is left out.
      let isKorean = 0x1100...0x115F ~= point || 0xA960...0xA97F ~= point || 0xAC00...0xD7FF ~= point
      if !isKorean, let scalar = Unicode.Scalar(point) { scalars.append(scalar) }
    }
    let text = String(scalars)
    let plain = Sanitised.line(text)
    #expect(plain.unicodeScalars.allSatisfy(isHarmless))
    #expect(Sanitised.line(plain) == plain)
    #expect(displayWidth(of: plain) == displayWidth(of: text))
    var canvas = Canvas(width: 30, height: 1)
    for width in 0...30 {
      #expect(canvas.put(text, at: .zero, width: width, ellipsis: true) == width)
      #expect(displayWidth(of: canvas.rows[0]) <= 30)
    }
  }
}

/// No control, no format character, nothing that turns or hides text, nothing private.
func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: false
  default: !scalar.properties.isDefaultIgnorableCodePoint && !scalar.properties.isNoncharacterCodePoint
  }
}
