import Crypto
public import Domain

/// The office's word, by its signature, that its log has an entry: a console keeps it, to hold the office to it.
public struct SignedHead: Codable, Hashable, Sendable {
  public let epoch: EpochID
  public let end: LogCursor
  /// By the office's clock.
  public let at: Timestamp
  /// The seal of the page or of the snapshot that it came with.
  public let digest: Domain.Digest?
  public let signature: Bytes

  public init(
    epoch: EpochID, end: LogCursor, at: Timestamp, digest: Domain.Digest?, signature: Bytes
  ) {
    self.epoch = epoch
    self.end = end
    self.at = at
    self.digest = digest
    self.signature = signature
  }

  /// Signed for a log; `sign` makes an Ed25519 signature of bytes.
  public init(
    _ end: LogCursor, of log: LogID, epoch: EpochID, at: Timestamp, digest: Domain.Digest? = nil,
    sign: ([UInt8]) throws -> [UInt8]
  ) rethrows {
    let bytes = Self.bytes(end, log, epoch, at, digest)
    self.init(epoch: epoch, end: end, at: at, digest: digest, signature: Bytes(try sign(bytes)))
  }

  /// Whether it was signed for this log by whoever has the other half of a key.
  public func isSigned(by key: [UInt8], for log: LogID) -> Bool {
    do {
      return try Curve25519.Signing.PublicKey(rawRepresentation: key).isValidSignature(
        signature.rawBytes, for: Self.bytes(end, log, epoch, at, digest))
    } catch {
      return false
    }
  }

  /// What is signed: a name and a version, ids 16 bytes, numbers 8 bytes, big end first, hashes 32.
  private static func bytes(
    _ end: LogCursor, _ log: LogID, _ epoch: EpochID, _ at: Timestamp, _ digest: Domain.Digest?
  ) -> [UInt8] {
    var bytes = Array("callout log head 1\n".utf8) + log.bytes + epoch.bytes
    bytes.append(bigEnd: UInt64(bitPattern: Int64(end.seq)))
    bytes += end.hash.rawBytes
    bytes.append(bigEnd: UInt64(bitPattern: at.seconds))
    if let digest { bytes += digest.rawBytes }
    return bytes
  }
}
