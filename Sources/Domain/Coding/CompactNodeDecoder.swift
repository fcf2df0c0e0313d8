/// One node of a tape, as the decoder that Swift's own coding asks.
struct CompactNodeDecoder: Decoder, SingleValueDecodingContainer {
  let tape: CompactTape
  let index: Int

  var node: CompactNode { CompactNode(tape: UnsafePointer(tape.contents), index: index) }

  /// Errors collect their path on the way out; none is kept for the values that are fine.
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { tape.userInfo }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard tape.nodes[index].kind == .map else { throw node.unexpected("fields") }
    return KeyedDecodingContainer(CompactKeyedReader<Key>(tape: tape, index: index))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard tape.nodes[index].kind == .list else { throw node.unexpected("a list") }
    return CompactListReader(tape: tape, list: index)
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

  func decodeNil() -> Bool { node.isNull }
  func decode(_ type: Bool.Type) throws -> Bool { try node.flag() }
  func decode(_ type: String.Type) throws -> String { try node.text() }
  func decode(_ type: Double.Type) throws -> Double { try node.double() }
  func decode(_ type: Float.Type) throws -> Float { Float(try node.double()) }

  func decode<Number: FixedWidthInteger & Decodable>(_ type: Number.Type) throws -> Number {
    try node.integer()
  }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: self) }
}
