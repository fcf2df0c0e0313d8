/// Writes the fields of one value, each a key and what it holds.
struct CompactKeyedWriter<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let writer: CompactWriter
  let level: Int

  var codingPath: [any CodingKey] { [] }

  private func start(_ key: some CodingKey) {
    writer.element(at: level)
    writer.writeKey(key.stringValue)
  }

  func encodeNil(forKey key: Key) {
    start(key)
    writer.writeNull()
  }

  func encode(_ value: Bool, forKey key: Key) {
    start(key)
    writer.write(value)
  }

  func encode(_ value: String, forKey key: Key) {
    start(key)
    writer.write(value)
  }

  func encode(_ value: Double, forKey key: Key) {
    start(key)
    writer.write(value)
  }

  func encode(_ value: Float, forKey key: Key) { encode(Double(value), forKey: key) }

  func encode<Number: FixedWidthInteger & Encodable>(_ value: Number, forKey key: Key) {
    start(key)
    writer.write(value)
  }

  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    start(key)
    try writer.encodeValue(value)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    start(key)
    return KeyedEncodingContainer(CompactKeyedWriter<Nested>(writer: writer, level: writer.open(isMap: true)))
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    start(key)
    return CompactListWriter(writer: writer, level: writer.open(isMap: false))
  }

  func superEncoder() -> any Encoder { superEncoder(CompactSuperKey()) }

  func superEncoder(forKey key: Key) -> any Encoder { superEncoder(key) }

  private func superEncoder(_ key: some CodingKey) -> any Encoder {
    start(key)
    writer.expectValue()
    return writer
  }
}

/// The name under which a class keeps its superclass.
struct CompactSuperKey: CodingKey {
  var stringValue: String { "super" }
  var intValue: Int? { nil }

  init() {}
  init?(stringValue: String) { guard stringValue == "super" else { return nil } }
  init?(intValue: Int) { nil }
}
