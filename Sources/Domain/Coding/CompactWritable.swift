/// A value that writes itself in its compact form, the counterpart of `CompactReadable`.
///
/// The bytes are those that the compiler's coding would write, and what is rare leaves them to it.
public protocol CompactWritable: Encodable {
  func write(to slot: CompactSlot)

  /// Whether a record has no field for it at all.
  var isAbsent: Bool { get }
}

/// A value that reads and writes itself.
public typealias CompactCodable = CompactReadable & CompactWritable

/// The place in a message where one value is due.
public struct CompactSlot {
  let writer: CompactWriter
}

extension CompactWritable {
  public func write(to slot: CompactSlot) { slot.writer.writeAsCompiled(self) }

  public var isAbsent: Bool { false }
}

extension CompactWritable where Self: RawRepresentable, RawValue: CompactWritable {
  public func write(to slot: CompactSlot) { rawValue.write(to: slot) }
}

extension Bool: CompactWritable {
  public func write(to slot: CompactSlot) { slot.writer.encode(self) }
}

extension Int: CompactWritable {
  public func write(to slot: CompactSlot) { slot.writer.encode(self) }
}

extension Int32: CompactWritable {
  public func write(to slot: CompactSlot) { slot.writer.encode(self) }
}

extension Int64: CompactWritable {
  public func write(to slot: CompactSlot) { slot.writer.encode(self) }
}

extension String: CompactWritable {
  public func write(to slot: CompactSlot) { slot.writer.encode(self) }
}

extension Array: CompactWritable where Element: CompactWritable {
  public func write(to slot: CompactSlot) {
    let level = slot.writer.open(isMap: false)
    for element in self {
      slot.writer.element(at: level)
      slot.writer.expectValue()
      element.write(to: slot)
    }
    slot.writer.close(to: level)
  }
}

extension Optional: CompactWritable where Wrapped: CompactWritable {
  public func write(to slot: CompactSlot) {
    guard let self else { return slot.writer.encodeNil() }
    self.write(to: slot)
  }

  public var isAbsent: Bool { self == nil }
}

extension CompactWriter {
  func writeAsCompiled(_ value: some Encodable) {
    do { try encodeValue(value) } catch { fail(CompactCodingError(error)) }
  }
}
