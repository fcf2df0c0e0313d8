/// A value that is made of its fields, and names them once to be read and once to be written.
public protocol CompactRecord: CompactOnly, CompactWritable {
  init(_ fields: CompactFields) throws(CompactCodingError)

  /// Puts the fields in the order in which they are read.
  func write(_ fields: CompactFieldWriter)
}

/// The map in which a record's fields are written.
public struct CompactFieldWriter {
  let writer: CompactWriter
  let level: Int

  var userInfo: [CodingUserInfoKey: Any] { writer.userInfo }

  /// Writes a field, or nothing where it holds nothing.
  public func put(_ name: StaticString, _ value: some CompactWritable) {
    if value.isAbsent { return }
    writer.element(at: level)
    writer.writeKey(name.bytes)
    writer.expectValue()
    value.write(to: CompactSlot(writer: writer))
  }
}

extension CompactSlot {
  /// One case of several, as a map with its name alone, and what comes with it.
  func put(_ name: StaticString, _ write: (CompactFieldWriter) -> Void) {
    let level = writer.open(isMap: true)
    writer.element(at: level)
    writer.writeKey(name.bytes)
    writer.expectValue()
    let inner = writer.open(isMap: true)
    write(CompactFieldWriter(writer: writer, level: inner))
    writer.close(to: level)
  }
}

extension CompactRecord {
  public init(_ node: CompactNode) throws(CompactCodingError) { self = try Self(try node.fields()) }

  public func write(to slot: CompactSlot) {
    let level = slot.writer.open(isMap: true)
    write(CompactFieldWriter(writer: slot.writer, level: level))
    slot.writer.close(to: level)
  }

  /// Within a value that the compiler's coding writes.
  public func encode(to encoder: any Encoder) throws {
    guard let writer = encoder as? CompactWriter else { throw CompactCodingError.onlyCompact }
    write(to: CompactSlot(writer: writer))
  }
}

/// A value that has no other form than the compact one, and reads itself from it.
public protocol CompactOnly: CompactReadable {}

extension CompactOnly {
  /// Within a value that the compiler's coding reads.
  public init(from decoder: any Decoder) throws {
    guard let decoder = decoder as? CompactNodeDecoder else { throw CompactCodingError.onlyCompact }
    self = try withExtendedLifetime(decoder) { try Self(decoder.node) }
  }
}

extension CompactCodingError {
  fileprivate static let onlyCompact = CompactCodingError.unexpected(wanted: "the compact form", path: [])
}

extension StaticString {
  /// The letters of a name, which a program has for ever.
  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
  }
}
