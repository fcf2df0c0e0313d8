/// Raw bytes; a `[UInt8]` would travel as a list of numbers.
public struct Bytes: Hashable, Sendable, CompactRawBytes {
  public var rawBytes: [UInt8]

  public init(_ bytes: some Sequence<UInt8>) { rawBytes = Array(bytes) }
  public init?(rawBytes: [UInt8]) { self.rawBytes = rawBytes }

  public var count: Int { rawBytes.count }
}

extension Bytes: CustomStringConvertible {
  /// Lower-case hex digits.
  public var description: String { hexText(rawBytes) }
}
