import Crypto
public import Domain

/// What a snapshot is: the rows of an office as they were after one entry.
public struct SnapshotHead: Codable, Hashable, Sendable {
  public let epochs: [Epoch]
  /// The last entry that is in it.
  public let end: LogCursor
  /// When that was recorded.
  public let recordedAt: Timestamp
  /// Work that ended from then on is in it; what ended before is the office's alone.
  public let since: Timestamp
  /// The highest number that an order has, in it or not.
  public let lastNumber: Int
  public let consoles: [ConsoleMark]
  /// The commands of the console that asks, those from the first on that it has not been answered.
  public let answers: [Submission.ID]
  /// The number of its own before the first of these.
  public let answered: Int?
  /// How many parts it has, and bytes in all.
  public let parts: Int
  public let bytes: Int
  /// SHA-256 over the bytes of all parts.
  public let digest: Domain.Digest
  /// Whether it is the own work of one person, and all that his console may hold.
  public let isScoped: Bool?
  /// That the office's log has the end of it, and that all of this is so.
  public let signed: SignedHead?

  public init(
    epochs: [Epoch], end: LogCursor, recordedAt: Timestamp, since: Timestamp, lastNumber: Int,
    consoles: [ConsoleMark], answers: [Submission.ID], parts: Int, bytes: Int, digest: Domain.Digest,
    isScoped: Bool? = nil, signed: SignedHead? = nil, answered: Int? = nil
  ) {
    self.answered = answered
    self.signed = signed
    self.isScoped = isScoped
    self.epochs = epochs
    self.end = end
    self.recordedAt = recordedAt
    self.since = since
    self.lastNumber = lastNumber
    self.consoles = consoles
    self.answers = answers
    self.parts = parts
    self.bytes = bytes
    self.digest = digest
  }

  /// The same for another console that asks.
  public func answering(_ answers: [Submission.ID], after answered: Int) -> SnapshotHead {
    with(answers, answered, signed)
  }

  /// The same with the office's signature.
  public func signed(_ signed: SignedHead?) -> SnapshotHead { with(answers, answered, signed) }

  private func with(_ answers: [Submission.ID], _ answered: Int?, _ signed: SignedHead?) -> SnapshotHead {
    SnapshotHead(
      epochs: epochs, end: end, recordedAt: recordedAt, since: since, lastNumber: lastNumber,
      consoles: consoles, answers: answers, parts: parts, bytes: bytes, digest: digest, isScoped: isScoped,
      signed: signed, answered: answered)
  }
}

extension SnapshotHead {
  /// Whether its numbers are those that a log and its rows can have: none below zero, no command of a console without an
  /// entry, and no more than a console takes. A console may have been answered more often than there were entries when
  /// the snapshot was made that it is given once more; then it has answers to nothing.
  public var isSound: Bool {
    let (before, entries) = (answered ?? 0, 0...LogCursor.mostEntries)
    guard entries.contains(end.seq), entries.contains(before), answers.count <= max(0, end.seq - before),
      (0...SnapshotLimit.parts).contains(parts), (0...SnapshotLimit.bytes).contains(bytes)
    else { return false }
    return consoles.allSatisfy { (0...end.seq).contains($0.last.seq) && (0...$0.last.seq).contains($0.count) }
  }

  /// Its answers by the console's own numbers, those left out that it has been answered since it asked.
  public func answers(after answered: Int) -> [(number: Int, submission: Submission.ID)] {
    let first = (self.answered ?? answered) + 1
    return answers.enumerated().map { (number: first + $0, submission: $1) }.filter { $0.number > answered }
  }
}

extension SnapshotHead {
  /// Whether these are its parts, in order.
  public func fits(_ parts: [[UInt8]]) -> Bool {
    guard parts.count == self.parts else { return false }
    var hash = SHA256()
    for part in parts { hash.update(data: part) }
    return Domain.Digest(hash.finalize()) == digest
  }
}
