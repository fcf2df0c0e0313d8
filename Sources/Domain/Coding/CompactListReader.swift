/// Reads the elements of one list in order.
struct CompactListReader: UnkeyedDecodingContainer {
  private let tape: CompactTape
  private let list: Int32
  private var position: Int32 = 0
  private var child: Int

  init(tape: CompactTape, list: Int) {
    self.tape = tape
    self.list = Int32(list)
    child = list + 1
  }

  var codingPath: [any CodingKey] { [] }
  var count: Int? { Int(tape.nodes[Int(list)].value) }
  var currentIndex: Int { Int(position) }
  var isAtEnd: Bool { child >= Int(tape.nodes[Int(list)].end) }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, tape.nodes[child].kind == .null else { return false }
    advance()
    return true
  }

  mutating func decode(_ type: Bool.Type) throws -> Bool { try read { try $0.decode(type) } }
  mutating func decode(_ type: String.Type) throws -> String { try read { try $0.decode(type) } }
  mutating func decode(_ type: Double.Type) throws -> Double { try read { try $0.decode(type) } }
  mutating func decode(_ type: Float.Type) throws -> Float { try read { try $0.decode(type) } }

  mutating func decode<Number: FixedWidthInteger & Decodable>(_ type: Number.Type) throws -> Number {
    try read { try $0.decode(type) }
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try read { try Value(from: $0) }
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    try read { try $0.container(keyedBy: type) }
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try read { try $0.unkeyedContainer() }
  }

  mutating func superDecoder() throws -> any Decoder { try read { $0 } }

  private mutating func advance() {
    child = Int(tape.nodes[child].end)
    position += 1
  }

  @inline(__always)
  private mutating func read<Value>(_ body: (CompactNodeDecoder) throws -> Value) throws -> Value {
    guard !isAtEnd else { throw CompactCodingError.missing(path: [String(position)]) }
    do {
      let value = try body(CompactNodeDecoder(tape: tape, index: child))
      advance()
      return value
    } catch {
      throw CompactCodingError(error).within(String(position))
    }
  }
}
