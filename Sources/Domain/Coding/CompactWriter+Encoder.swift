extension CompactWriter: Encoder {
  /// Errors name their fields themselves; no path is kept for the fields that have none.
  var codingPath: [any CodingKey] { [] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(CompactKeyedWriter<Key>(writer: self, level: openOrReopen(isMap: true)))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    CompactListWriter(writer: self, level: openOrReopen(isMap: false))
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }
}

extension CompactWriter: SingleValueEncodingContainer {
  func encodeNil() {
    claimValue()
    writeNull()
  }

  func encode(_ value: Bool) {
    claimValue()
    write(value)
  }

  func encode(_ value: String) {
    claimValue()
    write(value)
  }

  func encode(_ value: Double) {
    claimValue()
    write(value)
  }

  func encode(_ value: Float) { encode(Double(value)) }

  func encode<Number: FixedWidthInteger & Encodable>(_ value: Number) {
    claimValue()
    write(value)
  }

  func encode<Value: Encodable>(_ value: Value) throws { try encodeValue(value) }
}
