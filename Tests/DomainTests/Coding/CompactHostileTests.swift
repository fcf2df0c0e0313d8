import Domain
import Testing

@Suite("Compact coder on hostile bytes")
struct CompactHostileTests {
  @Test("never traps on bytes that were tampered with", arguments: 0..<8)
  func mutations(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let decoder = CompactDecoder()
    var (read, refused) = (0, 0)
    for _ in 0..<12 {
      let good = try CompactEncoder().encode(Shape.random(&numbers))
      for _ in 0..<60 {
        var bytes = good
        for _ in 0..<Int.random(in: 1...5, using: &numbers) {
          let place = Int.random(in: 0..<bytes.count, using: &numbers)
          switch Int.random(in: 0...3, using: &numbers) {
          case 0: bytes[place] = .random(in: 0...255, using: &numbers)
          case 1: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &numbers)
          case 2: bytes.removeSubrange(place..<min(bytes.count, place + 3))
          default: bytes.insert(.random(in: 0...255, using: &numbers), at: place)
          }
          if bytes.isEmpty { bytes = [0] }
        }
        do {
          _ = try decoder.decode(Shape.self, from: bytes)
          read += 1
        } catch { refused += 1 }
        if let tree = try? CompactValue(compact: bytes) { _ = tree.json }
      }
    }
    #expect(read + refused == 720)
    #expect(refused > 100)
  }

  @Test("never traps on noise")
  func noise() {
    var numbers = SeededNumbers(seed: 77)
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &numbers)).map { _ in
        UInt8.random(in: 0...255, using: &numbers)
      }
      if let tree = try? CompactValue(compact: bytes) { #expect(!tree.json.isEmpty) }
    }
  }

  @Test(
    "says what is wrong",
    arguments: [
      ([], CompactCodingError.truncated), ([0x18], .truncated), ([0x18, 5], .malformed(atByte: 1)),
      ([0x19, 0, 200], .malformed(atByte: 1)), ([0x00, 0x00], .trailingBytes(atByte: 1)),
      ([0xC0], .malformed(atByte: 0)),
      ([0xFF], .malformed(atByte: 0)), ([0x9F, 0xFF], .malformed(atByte: 1)), ([0x9E], .truncated),
      ([0x7F] + [UInt8](repeating: 255, count: 8), .truncated),
      ([0xA1, 0xFE, 0x00, 0x00], .malformed(atByte: 1)),
      ([0xA1, 0xFF, 0x00], .malformed(atByte: 1)), ([UInt8](repeating: 0x81, count: 100), .tooDeep),
      ([0xE5, 1, 2], .truncated), ([0xE7], .malformed(atByte: 0))
    ] as [([UInt8], CompactCodingError)])
  func errors(bytes: [UInt8], error: CompactCodingError) {
    #expect(throws: error) { try CompactValue(compact: bytes) }
    #expect(throws: error) { try CompactDecoder().decode(Loose.self, from: bytes) }
  }

  @Test("refuses texts that are no UTF-8")
  func utf8() throws {
    #expect(throws: CompactCodingError.unexpected(wanted: "a text in UTF-8", path: [])) {
      try CompactDecoder().decode(String.self, from: [0x62, 0xC3, 0x28])
    }
    #expect(try CompactValue(compact: [0x62, 0xC3, 0x28]) == .text("\u{FFFD}("))
  }
}
