import Domain
import Foundation
import Testing

@Suite("Compact value")
struct CompactValueTests {
  @Test("shows any message as JSON that Foundation reads")
  func json() throws {
    var numbers = SeededNumbers(seed: 5)
    for _ in 0..<60 {
      let shape = Shape.random(&numbers)
      let tree = try CompactValue(compact: CompactEncoder().encode(shape))
      let read = try JSONDecoder().decode(Seen.self, from: Data(tree.json.utf8))
      #expect(read.id == shape.id && read.digest == shape.digest && read.bytes == shape.bytes)
      #expect(read.kind == shape.kind && read.words == shape.words && read.matrix == shape.matrix)
      #expect(read.signed == shape.signed && read.large == shape.large && read.small == shape.small)
      #expect(read.real == shape.real && read.event == shape.event)
    }
  }

  @Test("writes JSON safely")
  func escapes() {
    let value = CompactValue.map([
      .init(name: "a\"b", value: .text("\u{1}\u{1b}[31m\u{7f}\u{9b}\u{2028}\\\n\tü")),
      .init(
        name: "n",
        value: .list([.double(.infinity), .double(2), .double(0.1), .negative(-3), .null, .bool(true)])),
      .init(name: "b", value: .bytes([0, 255]))
    ])
    #expect(
      value.json
        == #"{"a\"b":"\u0001\u001b[31m\u007f\u009b\u2028\\\n\tü","n":[null,2,0.1,-3,null,true],"b":"00ff"}"#)
    #expect(value["b"] == .bytes([0, 255]))
  }

  @Test("shows names of a newer table by their number")
  func unknownNames() throws {
    #expect(try CompactValue(compact: [0xA1, 0xFD, 0xFF, 0xE1]).json == ##"{"#16063":true}"##)
    #expect(try CompactValue(compact: [0xE6, 0xFD, 0xFF]).json == ##""#16063""##)
    #expect(try CompactDecoder().decode([String: Bool].self, from: [0xA1, 0xFD, 0xFF, 0xE1]).isEmpty)
  }
}

/// What of a shape is the same in both forms.
private struct Seen: Decodable {
  var id: Identifier<Subject>
  var digest: Digest
  var bytes: Bytes
  var kind: Shape.Kind
  var event: Shape.Event
  var words: [String]
  var matrix: [[Int]]
  var signed: Int64
  var large: UInt64
  var small: Int8
  var real: Double
}
