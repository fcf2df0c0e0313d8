import Exchange
import TestSupport
import Testing

@Suite("Transcoder")
struct TranscoderTests {
  private func decode(_ bytes: [UInt8], from encoding: String, chunk: Int) throws -> String {
    let transcoder = try Transcoder(from: encoding)
    var decoded: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: chunk) {
      decoded += transcoder.decode(Array(bytes[start..<min(start + chunk, bytes.count)]), isLast: false)
    }
    decoded += transcoder.decode([], isLast: true)
    return String(decoding: decoded, as: UTF8.self)
  }

  @Test("turns declared encodings into UTF-8, also cut inside a character", arguments: [1, 2, 3, 100])
  func encodings(chunk: Int) throws {
    #expect(try decode([0x93, 0x8C, 0x8B, 0x9E], from: "Shift_JIS", chunk: chunk) == "東京")
    #expect(try decode([0xCF, 0xF0, 0xE8], from: "windows-1251", chunk: chunk) == "При")
    #expect(try decode([0xE9], from: "iso-8859-1", chunk: chunk) == "é")
    #expect(try decode([0xFF, 0xFE, 0x41, 0x00], from: "utf-16", chunk: chunk) == "A")
  }

  @Test("drops a byte-order mark and replaces what is no character")
  func oddities() throws {
    #expect(try decode([0xEF, 0xBB, 0xBF, 0x41], from: "utf-8", chunk: 100) == "A")
    #expect(try decode([0x41, 0x81, 0x20], from: "Shift_JIS", chunk: 100).hasPrefix("A\u{FFFD}"))
    let transcoder = try Transcoder(from: "Shift_JIS")
    let bytes = transcoder.decode([0x41, 0xFF, 0x42], isLast: true)
    #expect(String(validating: bytes, as: UTF8.self) == nil, "its row can be refused")
    #expect(throws: ExchangeError.unknownEncoding("klingon")) { try Transcoder(from: "klingon") }
  }

  @Test(
    "reads every encoding of the odd-text collection without a loss",
    .enabled(if: PublicData.hasTexts, PublicData.absence),
    arguments: [
      ("euc_kr.csv", "cp949"), ("gb18030.csv", "gb18030"), ("latin1.csv", "iso-8859-1"),
      ("shift_jis.csv", "cp932"),
      ("utf16le_bom.csv", "utf-16"), ("utf8_bom.csv", "utf-8"), ("windows1251.csv", "windows-1251"),
      ("windows1252.csv", "windows-1252")
    ])
  func collection(file: String, encoding: String) throws {
    let text = try decode(PublicData.bytes(of: "text/encodings/" + file), from: encoding, chunk: 13)
    #expect(!text.isEmpty)
    #expect(!text.contains("\u{FFFD}"))
    #expect(!text.hasPrefix("\u{FEFF}"))
  }
}
