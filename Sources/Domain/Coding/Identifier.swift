/// A random 128-bit name of a thing; the subject keeps a work order's apart from a technician's.
public struct Identifier<Subject>: Hashable, Comparable, Sendable {
  public let high: UInt64
  public let low: UInt64

  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Reads 32 hex digits, in either case.
  public init?(_ text: some StringProtocol) {
    guard let bytes = hexBytes(text), bytes.count == 16 else { return nil }
    self.init(bytes: bytes[...])
  }

  /// The first 16 bytes, of which there must be as many.
  init(bytes: ArraySlice<UInt8>) {
    high = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    low = bytes.dropFirst(8).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  public var bytes: [UInt8] {
    withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { Array($0) }
  }

  public static func < (left: Identifier, right: Identifier) -> Bool {
    left.high != right.high ? left.high < right.high : left.low < right.low
  }
}

extension Identifier: CustomStringConvertible {
  /// 32 lower-case hex digits.
  public var description: String { hexText(bytes) }
}

/// Compactly an identifier is 16 raw bytes; to any other encoder it is its text.
extension Identifier: CompactCodable {
  public init(_ node: CompactNode) throws(CompactCodingError) { (high, low) = try node.identifier() }

  public init(from decoder: any Decoder) throws {
    if let decoder = decoder as? CompactNodeDecoder {
      self = try withExtendedLifetime(decoder) { try Self(decoder.node) }
      return
    }
    let container = try decoder.singleValueContainer()
    guard let identifier = Identifier(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not 32 hex digits")
    }
    self = identifier
  }

  public func write(to slot: CompactSlot) { slot.writer.writeIdentifier(high, low) }

  public func encode(to encoder: any Encoder) throws {
    if let writer = encoder as? CompactWriter { return write(to: CompactSlot(writer: writer)) }
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
