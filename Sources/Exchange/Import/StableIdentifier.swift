import Crypto
import Domain

/// Ids made from what a source calls a thing, so that the same row always means the same record.
enum StableIdentifier {
  /// The first 128 bits of SHA-256 over the kind and the name, a zero byte between them.
  static func make<Subject>(_ kind: String, _ name: String) -> Identifier<Subject> {
    var hash = SHA256()
    hash.update(data: Array(kind.utf8))
    hash.update(data: [0])
    hash.update(data: Array(name.utf8))
    var high: UInt64 = 0
    var low: UInt64 = 0
    for (index, byte) in hash.finalize().enumerated() {
      if index < 8 { high = high << 8 | UInt64(byte) } else if index < 16 { low = low << 8 | UInt64(byte) }
    }
    return Identifier(high: high, low: low)
  }
}
