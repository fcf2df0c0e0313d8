import Domain
import Foundation
import Testing

@Suite("Compact coder")
struct CompactCoderTests {
  let encoder = CompactEncoder()
  let decoder = CompactDecoder()

  @Test("brings back what Foundation's JSON brings back")
  func oracle() throws {
    var numbers = SeededNumbers(seed: 1)
    for _ in 0..<150 {
      let shape = Shape.random(&numbers)
      let bytes = try encoder.encode(shape)
      #expect(try decoder.decode(Shape.self, from: bytes) == shape)
      let json = try JSONEncoder().encode(shape)
      let byJSON = try JSONDecoder().decode(Shape.self, from: json)
      #expect(byJSON == shape)
      #expect(try encoder.encode(byJSON) == bytes)
      #expect(bytes.count < json.count)
    }
  }

  @Test("writes the same bytes whatever order a collection happens to have")
  func canonical() throws {
    var numbers = SeededNumbers(seed: 2)
    let pairs = (0..<200).map { ("key \($0)", $0) }
    let ids = (0..<200).map { _ in Identifier<Subject>.random(&numbers) }
    let first = try encoder.encode(Dictionary(uniqueKeysWithValues: pairs))
    let firstIDs = try encoder.encode(Set(ids))
    for _ in 0..<10 {
      var grown = [String: Int](minimumCapacity: .random(in: 0...4_000, using: &numbers))
      for (key, value) in pairs.shuffled(using: &numbers) { grown[key] = value }
      #expect(try encoder.encode(grown) == first)
      #expect(try encoder.encode(Set(ids.shuffled(using: &numbers))) == firstIDs)
    }
    #expect(try encoder.encode([-0.0, .nan]) == encoder.encode([0.0, -Double.nan]))
  }

  @Test(
    "writes these bytes for ever",
    arguments: [
      ("0", "00"), ("23", "17"), ("24", "1818"), ("256", "190100"), ("-1", "20"), ("-25", "3818"),
      ("true", "e1"),
      ("1795516920", "1b6b0569f8"), ("0.5", "e43f000000"), ("51.5074", "e34049c0f27bb2fec5"),
      ("\"hi\"", "626869"),
      ("\"parts\"", "e651"), ("[]", "80"), ("[\"abc\",\"abc\"]", "8263616263c0"), ("{}", "a0"),
      ("{\"zz\":null,\"at\":1}", "a20601fe627a7ae2")
    ])
  func golden(json: String, hex: String) throws {
    let tree = try JSONDecoder().decode(Loose.self, from: Data(json.utf8))
    #expect(Bytes(try encoder.encode(tree)).description == hex)
  }

  @Test("says identifiers and texts once")
  func interning() throws {
    let id = Identifier<Subject>(high: 1, low: 2)
    #expect(try encoder.encode([id, id, id]).count == 1 + 17 + 2)
    let words = (0..<300).map { "word number \($0)" }
    let twice = try encoder.encode(words + words)
    #expect(twice.count < 300 * 17 + 300 * 3 + 8)
    #expect(try decoder.decode([String].self, from: twice) == words + words)
    // An id and a text of the same bytes are two things.
    let text = String(decoding: [UInt8](repeating: 65, count: 16), as: UTF8.self)
    let same = Pair(id: Identifier(high: 0x4141_4141_4141_4141, low: 0x4141_4141_4141_4141), text: text)
    #expect(try decoder.decode(Pair.self, from: encoder.encode(same)) == same)
  }

  @Test("skips fields it does not ask for and takes them in any order")
  func fields() throws {
    let bytes = try encoder.encode(
      Wide(a: 1, extra: ["x": [.init(id: .init(high: 1, low: 2), text: "text")]], b: "text", c: 3))
    #expect(try decoder.decode(Narrow.self, from: bytes) == Narrow(c: 3, b: "text", missing: nil, a: 1))
    #expect(throws: CompactCodingError.missing(path: ["extra"])) {
      try decoder.decode(Wide.self, from: encoder.encode(Narrow(c: 1, b: "", missing: nil, a: 1)))
    }
    #expect(throws: CompactCodingError.unexpected(wanted: "a text", path: ["pairs", "1", "text"])) {
      try decoder.decode(
        [String: [Pair]].self, from: encoder.encode(["pairs": [Loose.pair("ok"), Loose.pair(nil)]]))
    }
    #expect(throws: CompactCodingError.self) { try decoder.decode(Int8.self, from: encoder.encode(128)) }
  }

  @Test("an older table gives the bytes that an older console would write")
  func olderTable() throws {
    let old = CompactEncoder(nameCount: 6)
    let bytes = try old.encode(Narrow(c: 3, b: "parts", missing: nil, a: 1))
    #expect(bytes.count > (try encoder.encode(Narrow(c: 3, b: "parts", missing: nil, a: 1)).count))
    #expect(try decoder.decode(Narrow.self, from: bytes) == Narrow(c: 3, b: "parts", missing: nil, a: 1))
  }

  @Test("keeps a class with its superclass apart, and hands user info on")
  func superclass() throws {
    let bytes = try encoder.encode(Derived(base: 4, own: "five"))
    let back = try decoder.decode(Derived.self, from: bytes)
    #expect(back.base == 4 && back.own == "five")
    let key = try #require(CodingUserInfoKey(rawValue: "mark"))
    #expect(try CompactEncoder(userInfo: [key: "seen"]).encode(Marked()) == encoder.encode(["seen"]))
  }

  @Test("refuses values deeper than 64 containers")
  func deep() throws {
    func nest(_ depth: Int) -> Loose { depth == 0 ? .list([]) : .list([nest(depth - 1)]) }
    #expect(try decoder.decode(Loose.self, from: encoder.encode(nest(62))) == nest(62))
    #expect(throws: CompactCodingError.tooDeep) { try encoder.encode(nest(70)) }
  }

  @Test("refuses what is no single value, or too long a message")
  func refused() {
    #expect(throws: CompactCodingError.unencodable("two values in one place")) { try encoder.encode(Twice()) }
    let long = [UInt8](repeating: 0, count: 1 << 26)
    #expect(throws: CompactCodingError.tooLong) { try encoder.encode(Bytes(long)) }
    #expect(throws: CompactCodingError.tooLong) { try decoder.decode(Int.self, from: long + [0]) }
  }
}

private struct Pair: Codable, Equatable {
  var id: Identifier<Subject>
  var text: String
}

private struct Wide: Codable {
  var a: Int
  var extra: [String: [Pair]]
  var b: String
  var c: Int
}

private struct Narrow: Codable, Equatable {
  var c: Int
  var b: String
  var missing: Int?
  var a: Int
}

private struct Marked: Encodable {
  func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    try list.encode(CodingUserInfoKey(rawValue: "mark").flatMap { encoder.userInfo[$0] as? String })
  }
}

private struct Twice: Encodable {
  func encode(to encoder: any Encoder) throws {
    var one = encoder.singleValueContainer()
    try one.encode(1)
    try one.encode(2)
  }
}

private class Base: Codable {
  var base: Int
  init(base: Int) { self.base = base }
}

private final class Derived: Base {
  var own: String
  private enum CodingKeys: CodingKey { case own }

  init(base: Int, own: String) {
    self.own = own
    super.init(base: base)
  }

  required init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    own = try container.decode(String.self, forKey: .own)
    try super.init(from: container.superDecoder())
  }

  override func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try super.encode(to: container.superEncoder())
    try container.encode(own, forKey: .own)
  }
}
