/// One node of a tape, as the decoder that a value sees.
struct CompactNodeDecoder: Decoder, SingleValueDecodingContainer {
  let tape: CompactTape
  let index: Int

  /// Errors collect their path on the way out; none is kept for the values that are fine.
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { tape.userInfo }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard tape.nodes[index].kind == .map else { throw unexpected("fields") }
    return KeyedDecodingContainer(CompactKeyedReader<Key>(tape: tape, index: index))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard tape.nodes[index].kind == .list else { throw unexpected("a list") }
    return CompactListReader(tape: tape, list: index)
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

  func decodeNil() -> Bool { tape.nodes[index].kind == .null }

  func decode(_ type: Bool.Type) throws -> Bool {
    switch tape.nodes[index].kind {
    case .no: false
    case .yes: true
    case .unsigned, .negative, .bytes, .text, .list, .map, .null, .double, .identifier, .name:
      throw unexpected("true or false")
    }
  }

  func decode(_ type: String.Type) throws -> String {
    let node = tape.nodes[index]
    if node.kind == .name, node.value < UInt64(CompactNames.table.count) {
      return CompactNames.table[Int(node.value)]
    }
    guard node.kind == .text else { throw unexpected("a text") }
    guard let text = tape.text(node.value) else { throw unexpected("a text in UTF-8") }
    return text
  }

  func decode(_ type: Double.Type) throws -> Double {
    let node = tape.nodes[index]
    if node.kind == .double { return Double(bitPattern: node.value) }
    if node.kind == .unsigned { return Double(node.value) }
    guard node.kind == .negative else { throw unexpected("a number") }
    return -1 - Double(node.value)
  }

  func decode(_ type: Float.Type) throws -> Float { Float(try decode(Double.self)) }

  func decode<Number: FixedWidthInteger & Decodable>(_ type: Number.Type) throws -> Number {
    let node = tape.nodes[index]
    if node.kind == .unsigned, let number = Number(exactly: node.value) { return number }
    if node.kind == .negative, let number = Number(exactly: ~Int128(node.value)) { return number }
    throw unexpected("a whole number that fits \(type)")
  }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: self) }

  func identifier() throws -> (high: UInt64, low: UInt64) {
    let node = tape.nodes[index]
    guard node.kind == .identifier else { throw unexpected("an identifier") }
    let start = tape.range(node.value).lowerBound
    return tape.bytes.withUnsafeBytes { bytes in
      (
        UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)),
        UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: start + 8, as: UInt64.self))
      )
    }
  }

  func rawBytes() throws -> [UInt8] {
    let node = tape.nodes[index]
    guard node.kind == .bytes else { throw unexpected("bytes") }
    return Array(tape.bytes[tape.range(node.value)])
  }

  func unexpected(_ wanted: String) -> CompactCodingError { .unexpected(wanted: wanted, path: []) }
}

extension CompactTape {
  /// Nothing when the bytes are no UTF-8.
  func text(_ value: UInt64) -> String? {
    bytes.withUnsafeBufferPointer { all in
      String(validating: UnsafeBufferPointer(rebasing: all[range(value)]), as: UTF8.self)
    }
  }

  /// The name of a field; one that a newer console has added to the table is unknown here.
  func keyName(_ key: UInt32) -> String? {
    if key & CompactTape.textKeyBit != 0 { return text(textKeys[Int(key & ~CompactTape.textKeyBit)]) }
    return key < UInt32(CompactNames.table.count) ? CompactNames.table[Int(key)] : nil
  }
}
