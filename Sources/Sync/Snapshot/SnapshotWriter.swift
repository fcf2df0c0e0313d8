import Crypto
public import Domain

/// Puts rows into parts.
public struct SnapshotWriter {
  public private(set) var parts: [[UInt8]] = []
  public private(set) var bytes = 0
  private var open: [UInt8] = []
  private var hash = SHA256()
  private let size: Int

  /// Parts are as long as this in bytes, and a row at most.
  public init(parts size: Int = SnapshotLimit.part) { self.size = size }

  public mutating func add(_ row: SnapshotRow) {
    row.write(to: &open)
    if open.count >= size { close() }
  }

  /// The digest of all parts, once the last row is in them.
  public mutating func finish() -> Domain.Digest {
    if !open.isEmpty { close() }
    return Domain.Digest(hash.finalize())
  }

  private mutating func close() {
    hash.update(data: open)
    bytes += open.count
    parts.append(open)
    open = []
  }
}
