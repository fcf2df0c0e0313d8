/// Finds the fields of one map. They are mostly asked for in the order in which they were written, so the one
/// after the last is tried first.
struct CompactKeyedReader<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let tape: CompactTape
  let index: Int

  var codingPath: [any CodingKey] { [] }

  var allKeys: [Key] {
    var keys: [Key] = []
    var child = index + 1
    while child < Int(tape.nodes[index].end) {
      if let name = tape.contents.pointee.keyName(tape.nodes[child].key), let key = Key(stringValue: name) {
        keys.append(key)
      }
      child = Int(tape.nodes[child].end)
    }
    return keys
  }

  func contains(_ key: Key) -> Bool { tape.field(key.stringValue, of: index, moves: false) != nil }

  func decodeNil(forKey key: Key) throws -> Bool {
    let child = try node(key)
    return tape.nodes[child].kind == .null
  }

  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try read(key) { try $0.decode(type) } }
  func decode(_ type: String.Type, forKey key: Key) throws -> String { try read(key) { try $0.decode(type) } }
  func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try read(key) { try $0.decode(type) } }
  func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try read(key) { try $0.decode(type) } }

  func decode<Number: FixedWidthInteger & Decodable>(_ type: Number.Type, forKey key: Key) throws -> Number {
    try read(key) { try $0.decode(type) }
  }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try read(key) { try Value(from: $0) }
  }

  func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
    try readIfPresent(key) { try $0.decode(type) }
  }

  func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
    try readIfPresent(key) { try $0.decode(type) }
  }

  func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? {
    try readIfPresent(key) { try $0.decode(type) }
  }

  func decodeIfPresent(_ type: Float.Type, forKey key: Key) throws -> Float? {
    try readIfPresent(key) { try $0.decode(type) }
  }

  func decodeIfPresent<Number: FixedWidthInteger & Decodable>(
    _ type: Number.Type, forKey key: Key
  ) throws -> Number? {
    try readIfPresent(key) { try $0.decode(type) }
  }

  func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
    try readIfPresent(key) { try Value(from: $0) }
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try read(key) { try $0.container(keyedBy: type) }
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try read(key) { try $0.unkeyedContainer() }
  }

  func superDecoder() throws -> any Decoder {
    guard let child = tape.field("super", of: index, moves: true) else {
      throw CompactCodingError.missing(path: ["super"])
    }
    return CompactNodeDecoder(tape: tape, index: child)
  }

  func superDecoder(forKey key: Key) throws -> any Decoder {
    CompactNodeDecoder(tape: tape, index: try node(key))
  }
}

extension CompactKeyedReader {
  private func node(_ key: Key) throws -> Int {
    guard let child = tape.field(key.stringValue, of: index, moves: true) else {
      throw CompactCodingError.missing(path: [key.stringValue])
    }
    return child
  }

  @inline(__always)
  private func read<Value>(_ key: Key, _ body: (CompactNodeDecoder) throws -> Value) throws -> Value {
    let child = try node(key)
    do {
      return try body(CompactNodeDecoder(tape: tape, index: child))
    } catch {
      throw CompactCodingError(error).within(key.stringValue)
    }
  }

  @inline(__always)
  private func readIfPresent<Value>(
    _ key: Key, _ body: (CompactNodeDecoder) throws -> Value
  ) throws -> Value? {
    guard let child = tape.field(key.stringValue, of: index, moves: true), tape.nodes[child].kind != .null
    else { return nil }
    do {
      return try body(CompactNodeDecoder(tape: tape, index: child))
    } catch {
      throw CompactCodingError(error).within(key.stringValue)
    }
  }
}

extension CompactTape {
  fileprivate func field(_ name: String, of map: Int, moves: Bool) -> Int? {
    var name = name
    return name.withUTF8 { contents.pointee.field($0, of: map, moves: moves) }
  }
}
