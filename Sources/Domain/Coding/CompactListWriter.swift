/// Writes the elements of one list.
struct CompactListWriter: UnkeyedEncodingContainer {
  let writer: CompactWriter
  let level: Int

  var codingPath: [any CodingKey] { [] }
  var count: Int { writer.count(at: level) }

  func encodeNil() {
    writer.element(at: level)
    writer.writeNull()
  }

  func encode(_ value: Bool) {
    writer.element(at: level)
    writer.write(value)
  }

  func encode(_ value: String) {
    writer.element(at: level)
    writer.write(value)
  }

  func encode(_ value: Double) {
    writer.element(at: level)
    writer.write(value)
  }

  func encode(_ value: Float) { encode(Double(value)) }

  func encode<Number: FixedWidthInteger & Encodable>(_ value: Number) {
    writer.element(at: level)
    writer.write(value)
  }

  func encode<Value: Encodable>(_ value: Value) throws {
    writer.element(at: level)
    try writer.encodeValue(value)
  }

  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
    writer.element(at: level)
    return KeyedEncodingContainer(CompactKeyedWriter<Nested>(writer: writer, level: writer.open(isMap: true)))
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    writer.element(at: level)
    return CompactListWriter(writer: writer, level: writer.open(isMap: false))
  }

  func superEncoder() -> any Encoder {
    writer.element(at: level)
    writer.expectValue()
    return writer
  }
}
