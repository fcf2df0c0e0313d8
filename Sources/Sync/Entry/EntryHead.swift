package import Crypto
public import Domain

/// What stands beside an entry's body: who, where, when, and its place.
public struct EntryHead: Hashable, Sendable {
  public let seq: Int
  public let submission: Submission.ID
  public let person: Person.ID
  public let console: ConsoleID
  public let count: Int
  public let at: Timestamp
  public let recordedAt: Timestamp

  public init(
    seq: Int, submission: Submission.ID, person: Person.ID, console: ConsoleID, count: Int, at: Timestamp,
    recordedAt: Timestamp
  ) {
    self.seq = seq
    self.submission = submission
    self.person = person
    self.console = console
    self.count = count
    self.at = at
    self.recordedAt = recordedAt
  }

  public var stamp: Stamp { Stamp(by: person, at: at, console: console) }

  /// SHA-256 over: previous hash, log, epoch, seq, submission, person, console, count, at, recordedAt (ids 16
  /// bytes, numbers 8 bytes, big end first), and the body. Binding log and epoch keeps an entry from another
  /// office out.
  public func hash(
    after previous: Domain.Digest, log: LogID, epoch: EpochID, body: [UInt8]
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
  package init(_ sha256: SHA256.Digest) {
    self = Domain.Digest(rawBytes: sha256.withUnsafeBytes { Array($0) }) ?? .zero
  }
}

extension [UInt8] {
  package mutating func append(bigEnd number: UInt64) {
    Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
  }
}
