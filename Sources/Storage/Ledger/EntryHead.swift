import Crypto
import Domain

/// What stands beside an entry's body: who, where, when, and its place.
struct EntryHead {
  let seq: Int
  let submission: Submission.ID
  let person: Person.ID
  let console: ConsoleID
  let count: Int
  let at: Timestamp
  let recordedAt: Timestamp

  /// SHA-256 over: previous hash, log, epoch, seq, submission, person, console, count, at, recordedAt (ids 16
  /// bytes, numbers 8 bytes, big end first), and the body. Binding log and epoch keeps an entry from another
  /// office out.
  func hash(
    after previous: Domain.Digest, log: Identifier<FileIdentity>, epoch: Identifier<FileIdentity>,
    body: [UInt8]
  ) -> Domain.Digest {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(152)
    bytes += previous.rawBytes
    for (high, low) in [
      (log.high, log.low), (epoch.high, epoch.low), (UInt64(bitPattern: Int64(seq)), submission.high),
      (submission.low, person.high), (person.low, console.high),
      (console.low, UInt64(bitPattern: Int64(count))),
      (UInt64(bitPattern: at.seconds), UInt64(bitPattern: recordedAt.seconds))
    ] {
      bytes.append(bigEnd: high)
      bytes.append(bigEnd: low)
    }
    var hash = SHA256()
    hash.update(data: bytes)
    hash.update(data: body)
    return Domain.Digest(hash.finalize())
  }
}

extension Domain.Digest {
  /// A finished SHA-256; it has the 32 bytes that a digest wants.
  init(_ sha256: SHA256.Digest) {
    self = Domain.Digest(rawBytes: sha256.withUnsafeBytes { Array($0) }) ?? .zero
  }
}

extension [UInt8] {
  mutating func append(bigEnd number: UInt64) {
    Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
  }
}
