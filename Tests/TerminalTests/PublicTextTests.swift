import Foundation
import Terminal
import TestSupport
import Testing

@Suite(
  "Hostile and odd text from files", .enabled(if: PublicData.hasTexts, PublicData.absence))
struct PublicTextTests {
  private struct Payload: Decodable {
    let id: String
    let text: String?
    let hex: String?
  }

  private func expectHarmless(_ text: String, _ name: String) {
    let plain = Sanitised.text(text)
    let bad = plain.unicodeScalars.filter { !isHarmless($0) && $0 != "\n" }
    #expect(bad.isEmpty, "\(name)")
    var canvas = Canvas(width: 40, height: 3)
    canvas.fill(canvas.bounds, with: ".")
    canvas.draw(in: Rect(column: 10, row: 1, width: 20, height: 1)) { $0.put(text, at: .zero, width: 20) }
    #expect(canvas.rows[0] == String(repeating: ".", count: 40))
    #expect(canvas.rows[2] == String(repeating: ".", count: 40))
    #expect(canvas.rows[1].hasPrefix("..........") && canvas.rows[1].hasSuffix(".........."), "\(name)")
    #expect(displayWidth(of: canvas.rows[1]) == 40, "\(name)")
    #expect(!canvas.text.unicodeScalars.contains { !isHarmless($0) && $0 != "\n" }, "\(name)")
  }

  @Test("every payload is harmless")
  func payloads() throws {
    let payloads = try JSONDecoder().decode(
      [Payload].self, from: Data(PublicData.bytes(of: "text/terminal_payloads.json")))
    #expect(payloads.count > 50)
    for payload in payloads {
      if let text = payload.text { expectHarmless(text, payload.id) }
      guard let hex = payload.hex else { continue }
      let digits = Array(hex)
      let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
        UInt8(String(digits[$0...$0 + 1]), radix: 16)
      }
      expectHarmless(String(decoding: bytes, as: UTF8.self), payload.id)
    }
  }

  @Test("every naughty string is harmless")
  func naughty() throws {
    let strings = try JSONDecoder().decode([String].self, from: Data(PublicData.bytes(of: "text/blns.json")))
    #expect(strings.count > 400)
    for text in strings { expectHarmless(text, text) }
  }

  @Test(
    "what other terminals have shown is only text", arguments: ["htop", "ls", "mc", "top", "vi", "cat-gpl3"])
  func captures(name: String) {
    let bytes = PublicData.bytes(of: "text/ansi_captures/\(name).input")
    #expect(!bytes.isEmpty)
    expectHarmless(String(decoding: bytes, as: UTF8.self), name)
  }

  @Test("a cut falls between characters of the Unicode test, at every width")
  func cuts() {
    let file = String(decoding: PublicData.bytes(of: "text/unicode/GraphemeBreakTest.txt"), as: UTF8.self)
    var cases = 0
    for line in file.split(separator: "\n") where line.hasPrefix("÷") {
      let spec = line.prefix { $0 != "#" }
      let text = spec.split { "÷× \t".contains($0) }.compactMap {
        UInt32($0, radix: 16).flatMap(Unicode.Scalar.init)
      }
      .reduce(into: "") { $0.unicodeScalars.append($1) }
      let widths = text.map { displayWidth(of: String($0)) }
      let ends = Set(widths.indices.map { widths[...$0].reduce(0, +) } + [0])
      for width in 0...(widths.reduce(0, +) + 1) {
        var canvas = Canvas(width: 40, height: 1)
        canvas.fill(canvas.bounds, with: "#")
        canvas.put(text, at: .zero, width: width)
        let shown = canvas.rows[0].prefix { $0 != "#" }
        let kept = ends.filter { $0 <= width }.max() ?? 0
        let reference = Sanitised.line(
          String(text.prefix(widths.indices.filter { widths[...$0].reduce(0, +) <= width }.count)))
        let padded = reference + String(repeating: " ", count: width - kept)
        #expect(Array(String(shown).unicodeScalars) == Array(padded.unicodeScalars), "\(spec) in \(width)")
      }
      cases += 1
    }
    #expect(cases > 500)
  }

  @Test(
    "emoji sequences and names in many scripts take the width they say",
    arguments: [
      "unicode/emoji-zwj-sequences.txt", "unicode/emoji-test.txt", "names_many_scripts.tsv",
      "scripts/hindi.txt",
      "scripts/arabic.txt", "scripts/japanese.txt", "scripts/korean.txt"
    ])
  func widths(name: String) {
    let text = String(decoding: PublicData.bytes(of: "text/" + name), as: UTF8.self)
    #expect(!text.isEmpty)
    for line in text.split(whereSeparator: \.isNewline) {
      var canvas = Canvas(width: 400, height: 1)
      let used = canvas.put(String(line), at: .zero)
      #expect(used == min(400, displayWidth(of: String(line))) || used >= 399)
      #expect(canvas.cells(inRow: 0, 0..<400).reduce(0) { $0 + $1.width } == 400)
    }
  }
}
