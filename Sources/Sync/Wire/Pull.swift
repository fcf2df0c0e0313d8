public import Domain

/// What a console asks the office: what comes after the last entry that it has.
public struct Pull: Codable, Hashable, Sendable {
  public let log: LogID
  public let after: LogCursor
  /// Whether it would rather begin anew with a snapshot than fold a long stretch.
  public let takesSnapshot: Bool?
  /// At the console of somebody who may hold his own work alone: the digest of the rows that it has.
  public let scope: Digest?
  /// There too: the highest of its own numbers that it has been answered.
  public let answered: Int?
  /// What time it is where the console is; nil where that is not told.
  public let clock: Timestamp?
  /// Which Callout the console runs; nil where that is not told.
  public let version: String?
  /// How many commands wait there; nil where that is not told.
  public let waiting: Int?

  public init(
    log: LogID, after: LogCursor, takesSnapshot: Bool? = nil, scope: Digest? = nil, answered: Int? = nil,
    clock: Timestamp? = nil, version: String? = nil, waiting: Int? = nil
  ) {
    self.waiting = waiting
    self.clock = clock
    self.version = version
    self.log = log
    self.after = after
    self.takesSnapshot = takesSnapshot
    self.scope = scope
    self.answered = answered
  }

  /// The same from another place.
  public func going(on cursor: LogCursor) -> Pull {
    Pull(
      log: log, after: cursor, takesSnapshot: takesSnapshot, scope: scope, answered: answered,
      version: version)
  }

  /// The same by a clock, with which Callout asks and how much waits there.
  public func asked(at clock: Timestamp, by version: String? = nil, waiting: Int? = nil) -> Pull {
    Pull(
      log: log, after: after, takesSnapshot: takesSnapshot, scope: scope, answered: answered, clock: clock,
      version: version, waiting: waiting)
  }
}

/// What the office answers to a pull.
public enum PullAnswer: Codable, Hashable, Sendable {
  case page(Page)
  /// The office has no such entry: the two ledgers are not one any more.
  case parted
  case otherLog
  /// So much has happened since that a snapshot is the shorter way; with all epochs of the log, and the office's word
  /// that it has the entry that was asked after.
  case far([Epoch], SignedHead? = nil)
}

/// A stretch of the log, to be taken in whole or not at all.
public struct Page: Codable, Hashable, Sendable {
  /// All of the log's, in order.
  public let epochs: [Epoch]
  public let entries: [SealedEntry]
  /// Where a console is that has taken it in.
  public let end: LogCursor
  /// Whether nothing more was in the log.
  public let isLast: Bool
  /// Older orders that these entries are about, as they were before; nil for none.
  public let recalled: [RecalledOrder]?
  /// That the office's log has the end of it, and what else of the page no hash covers.
  public let signed: SignedHead?
  /// What time it is in the office's sandbox; nil in a real office.
  public let clock: ToldClock?

  public init(
    epochs: [Epoch], entries: [SealedEntry], end: LogCursor, isLast: Bool, recalled: [RecalledOrder]? = nil,
    signed: SignedHead? = nil, clock: ToldClock? = nil
  ) {
    self.signed = signed
    self.clock = clock
    self.recalled = recalled
    self.epochs = epochs
    self.entries = entries
    self.end = end
    self.isLast = isLast
  }
}

extension PullAnswer {
  /// Whether the office has what whoever asked has: an office that was restored may lack what it had taken of him.
  public var isOfOneLog: Bool {
    switch self {
    case .page, .far: true
    case .parted, .otherLog: false
    }
  }

  /// The last entry that whoever asked so has once he has taken it in.
  public func leaves(_ pull: Pull, at head: Int) -> Int {
    guard case .page(let page) = self else { return pull.after.seq }
    // Rows that are the same are as new as the newest entry.
    return page.isLast ? head : page.end.seq
  }
}

extension Page {
  /// The same with the office's signature.
  public func signed(_ signed: SignedHead?) -> Page {
    Page(
      epochs: epochs, entries: entries, end: end, isLast: isLast, recalled: recalled, signed: signed,
      clock: clock)
  }
}

/// What is wrong with a page that a console got.
public enum PageFault: Error, Hashable, Sendable {
  /// It does not go on where this console is.
  case elsewhere(LogCursor)
  /// This entry does not continue the chain.
  case brokenChain(Int)
  /// Words about a person in this entry are not those that its body stands for.
  case otherWords(Int)
  /// This entry has a number of its console's that no command can have in this place.
  case otherCount(Int)
  /// It ends elsewhere than it says.
  case otherEnd
  /// It tells another history of what this console knows.
  case otherEpochs
}

extension Page {
  /// Verifies that it continues a chain, entry by entry.
  public func verify(after cursor: LogCursor, knowing known: [Epoch], log: LogID) throws(PageFault) {
    let before = { (epochs: [Epoch]) in epochs.filter { $0.first <= cursor.seq } }
    guard before(epochs) == before(known), epochs.map(\.first) == epochs.map(\.first).sorted() else {
      throw .otherEpochs
    }
    var last = cursor
    for entry in entries {
      guard entry.head.seq == last.seq + 1, let epoch = epochs.epoch(of: entry.head.seq) else {
        throw .elsewhere(last)
      }
      guard entry.head.hash(after: last.hash, log: log, epoch: epoch, body: entry.body) == entry.hash else {
        throw .brokenChain(entry.head.seq)
      }
      // Each command of a console has an entry of its own.
      guard (1...entry.head.seq).contains(entry.head.count) else { throw .otherCount(entry.head.seq) }
      guard entry.personal.allSatisfy(\.fits) else { throw .otherWords(entry.head.seq) }
      last = entry.cursor
    }
    // An empty page of somewhere else is the answer to an older question.
    if end != last { throw entries.isEmpty ? .elsewhere(last) : .otherEnd }
  }
}
