import Domain
import GRDB
import Sync

/// Appends entries within one transaction; `finish` must follow before it ends.
struct LedgerWriter {
  private let db: Database
  private let identity: FileIdentity
  private let epoch: EpochID
  private var persons: [Person.ID: Int] = [:]
  private var consoles: [ConsoleID: (key: Int, count: Int, head: (seq: Int, hash: Digest)?)] = [:]
  private(set) var seq: Int
  private(set) var head: Digest
  /// Entries are recorded in the order of time, whatever the machine's clock says: the past is found by it.
  private var lastRecordedAt: Timestamp?

  init(_ db: Database, _ identity: FileIdentity, epoch: EpochID? = nil, seq: Int, head: Digest) {
    self.db = db
    self.identity = identity
    self.epoch = epoch ?? identity.epoch
    self.seq = seq
    self.head = head
  }

  /// Appends what was decided; `count` is the console's own number of it, the next one where nobody gave it.
  mutating func append(
    _ submission: Submission, _ body: EntryBody, count: Int? = nil, recordedAt now: Timestamp
  ) throws {
    let stamp = submission.stamp
    let recordedAt = try max(now, lastRecordedAt ?? recordedAt(of: seq) ?? now)
    let known = try consoles[stamp.console] ?? console(stamp.console)
    consoles[stamp.console] = known
    let entry = EntryHead(
      seq: seq + 1, submission: submission.id, person: stamp.by, console: stamp.console,
      count: count ?? known.count + 1, at: stamp.at, recordedAt: recordedAt)
    try write(try SealedEntry(entry, body, after: head, log: identity.log, epoch: epoch))
  }

  /// Writes down an entry that continues the chain.
  mutating func write(_ sealed: SealedEntry) throws {
    let entry = sealed.head
    var console = try consoles[entry.console] ?? console(entry.console)
    try db.cachedStatement(
      sql: """
        INSERT INTO entries (seq, submission, person, console, count, at, recorded_at, body, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      entry.seq, entry.submission.blob, try person(entry.person), console.key, entry.count,
      entry.at.seconds, entry.recordedAt.seconds, sealed.body.blob, sealed.hash.rawBytes.blob
    ])
    for words in sealed.personal {
      try db.cachedStatement(
        sql: """
          INSERT INTO personal (id, hash, salt, words, seq) VALUES (?, ?, ?, coalesce(CAST(? AS TEXT), ''), ?)
          """
      ).execute(arguments: [
        words.id.blob, words.hash.rawBytes.blob, words.salt.blob, words.words.blob, entry.seq
      ])
    }
    console.count = entry.count
    console.head = (entry.seq, sealed.hash)
    consoles[entry.console] = console
    lastRecordedAt = entry.recordedAt
    seq = entry.seq
    head = sealed.hash
  }

  /// How many commands the log has of a console.
  func count(of id: ConsoleID) throws -> Int { try (consoles[id] ?? console(id)).count }

  /// Writes each console's count and last entry.
  func finish() throws {
    for console in consoles.values {
      guard let head = console.head else { continue }
      try db.cachedStatement(sql: "UPDATE consoles SET count = ?, seq = ?, hash = ? WHERE key = ?")
        .execute(arguments: [console.count, head.seq, head.hash.rawBytes.blob, console.key])
    }
  }
}

extension LedgerWriter {
  private func recordedAt(of seq: Int) throws -> Timestamp? {
    let statement = try db.cachedStatement(sql: "SELECT recorded_at FROM entries WHERE seq = ?")
    return try Int64.fetchOne(statement, arguments: [seq]).map { Timestamp(seconds: $0) }
  }

  private mutating func person(_ id: Person.ID) throws -> Int {
    if let key = persons[id] { return key }
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO persons (id) VALUES (?)").execute(arguments: [id.blob])
    let key = try Int.fetchOne(
      try db.cachedStatement(sql: "SELECT key FROM persons WHERE id = ?"), arguments: [id.blob])
    persons[id] = key
    return key ?? 0
  }

  private func console(_ id: ConsoleID) throws -> (key: Int, count: Int, head: (seq: Int, hash: Digest)?) {
    try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO consoles (id, count, seq, hash) VALUES (?, 0, 0, x'')"
    ).execute(arguments: [id.blob])
    let row = try Row.fetchOne(
      try db.cachedStatement(sql: "SELECT key, count FROM consoles WHERE id = ?"), arguments: [id.blob])
    return (row?.integer(0) ?? 0, row?.integer(1) ?? 0, nil)
  }
}
