/// The 32 bytes of a SHA-256; whoever hashes makes it.
public struct Digest: Hashable, Sendable, CompactRawBytes {
  public let rawBytes: [UInt8]

  /// Nothing unless there are 32 bytes.
  public init?(rawBytes: [UInt8]) {
    guard rawBytes.count == 32 else { return nil }
    self.rawBytes = rawBytes
  }

  /// Reads 64 hex digits, in either case.
  public init?(_ text: some StringProtocol) {
    guard let bytes = hexBytes(text) else { return nil }
    self.init(rawBytes: bytes)
  }

  /// What stands before the first entry of a chain.
  public static let zero = Digest(zeroes: 32)

  private init(zeroes count: Int) { rawBytes = [UInt8](repeating: 0, count: count) }
}

extension Digest: Comparable {
  public static func < (left: Digest, right: Digest) -> Bool {
    left.rawBytes.lexicographicallyPrecedes(right.rawBytes)
  }
}

extension Digest: CustomStringConvertible {
  /// 64 lower-case hex digits.
  public var description: String { hexText(rawBytes) }
}
