import Crypto
public import Domain

/// What a console asks of a snapshot.
public struct SnapshotRequest: Codable, Hashable, Sendable {
  public let log: LogID
  /// Which snapshot; nil for the newest.
  public let of: LogCursor?
  /// Which part, from 0 on; nil for its head.
  public let part: Int?
  /// The highest of this console's own numbers that it has been answered.
  public let answered: Int

  public init(log: LogID, of: LogCursor? = nil, part: Int? = nil, answered: Int) {
    self.log = log
    self.of = of
    self.part = part
    self.answered = answered
  }
}

/// What the office answers to it.
public enum SnapshotAnswer: Codable, Hashable, Sendable {
  case head(SnapshotHead)
  case part(Bytes)
  /// The office has that one no more: begin with the newest.
  case gone
  case otherLog
}

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
  /// entry, and no more than a console takes.
  public var isSound: Bool {
    let (before, entries) = (answered ?? 0, 0...LogCursor.mostEntries)
    guard entries.contains(end.seq), (0...end.seq).contains(before), answers.count <= end.seq - before,
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

/// How far the log had come with a console, and its last entry.
public struct ConsoleMark: Codable, Hashable, Sendable {
  public let id: ConsoleID
  public let count: Int
  public let last: LogCursor

  public init(id: ConsoleID, count: Int, last: LogCursor) {
    self.id = id
    self.count = count
    self.last = last
  }
}

/// An older order that an entry is about, as it was before: a console that works from a snapshot may not have it.
public struct RecalledOrder: Codable, Hashable, Sendable {
  public let seq: Int
  /// The order in its bytes.
  public let order: Bytes

  public init(seq: Int, order: Bytes) {
    self.seq = seq
    self.order = order
  }

  public init(seq: Int, _ order: WorkOrder) throws(CompactCodingError) {
    self.init(seq: seq, order: Bytes(try CompactEncoder().encode(order)))
  }

  public var decoded: WorkOrder {
    get throws(CompactCodingError) { try CompactDecoder().decode(WorkOrder.self, from: order.rawBytes) }
  }
}

/// How far behind a console is given a snapshot, and how much of what has ended is in one.
public enum SnapshotLimit {
  /// Entries that it lacks; fewer are sooner folded than replaced.
  public static let farBehind = 5_000
  public static let endedWithin = Span.days(30)
  public static let endedOrders = 10_000
  /// Bytes of a part, but for one row that is longer.
  public static let part = 512 << 10
  /// Parts and bytes that a console takes at most.
  public static let (parts, bytes) = (4_096, 1 << 30)
}

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

extension SnapshotHead {
  /// Whether these are its parts, in order.
  public func fits(_ parts: [[UInt8]]) -> Bool {
    guard parts.count == self.parts else { return false }
    var hash = SHA256()
    for part in parts { hash.update(data: part) }
    return Domain.Digest(hash.finalize()) == digest
  }
}
