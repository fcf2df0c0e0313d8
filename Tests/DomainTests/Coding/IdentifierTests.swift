import Domain
import Foundation
import Testing

@Suite("Identifier, digest and bytes")
struct IdentifierTests {
  @Test("are their hex digits to people")
  func text() throws {
    let id = Identifier<Subject>(high: 0x0123_4567_89AB_CDEF, low: 0xFEDC_BA98_7654_3210)
    #expect(id.description == "0123456789abcdeffedcba9876543210")
    #expect(Identifier<Subject>(id.description.uppercased()) == id)
    #expect(id.bytes.first == 0x01 && id.bytes.last == 0x10)
    for text in ["", "0123", id.description + "00", "g" + id.description.dropFirst()] {
      #expect(Identifier<Subject>(text) == nil)
    }
    let digest = try #require(Digest(String(repeating: "ab", count: 32)))
    #expect(digest.description == String(repeating: "ab", count: 32))
    #expect(Digest("abab") == nil && Digest(rawBytes: [1]) == nil)
    #expect(Digest.zero < digest)
  }

  @Test("are hex to JSON and raw bytes compactly")
  func coding() throws {
    let id = Identifier<Subject>(high: 1, low: 2)
    #expect(try JSONDecoder().decode([Identifier<Subject>].self, from: JSONEncoder().encode([id])) == [id])
    #expect(try CompactEncoder().encode(id).count == 17)
    #expect(try CompactEncoder().encode(Digest.zero).count == 34)
    #expect(try CompactEncoder().encode(Bytes([1, 2, 3])) == [0x43, 1, 2, 3])
    #expect(throws: CompactCodingError.self) { try CompactDecoder().decode(Digest.self, from: [0x41, 1]) }
    #expect(throws: CompactCodingError.self) {
      try CompactDecoder().decode(Identifier<Subject>.self, from: [0x41, 1])
    }
    let low = Identifier<Subject>(high: 1, low: 1)
    #expect(low < id && id < Identifier<Subject>(high: 2, low: 0))
  }
}
