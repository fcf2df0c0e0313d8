import Domain
import GRDB

/// Appends entries within one transaction; `finish` must follow before it ends.
struct LedgerWriter {
  private let db: Database
  private let identity: FileIdentity
  private let vault = WritingVault()
  private var persons: [Person.ID: Int] = [:]
  private var consoles: [ConsoleID: (key: Int, count: Int, head: (seq: Int, hash: Digest)?)] = [:]
  private(set) var seq: Int
  private(set) var head: Digest
  /// Entries are recorded in the order of time, whatever the machine's clock says: the past is found by it.
  private var lastRecordedAt: Timestamp?

  init(_ db: Database, _ identity: FileIdentity, seq: Int, head: Digest) {
    self.db = db
    self.identity = identity
    self.seq = seq
    self.head = head
  }

  mutating func append(_ submission: Submission, _ decision: Decision, recordedAt now: Timestamp) throws {
    let stamp = submission.stamp
    let recordedAt = try max(now, lastRecordedAt ?? recordedAt(of: seq) ?? now)
    lastRecordedAt = recordedAt
    var console = try consoles[stamp.console] ?? console(stamp.console)
    console.count += 1
    let entry = EntryHead(
      seq: seq + 1, submission: submission.id, person: stamp.by, console: stamp.console, count: console.count,
      at: stamp.at, recordedAt: recordedAt)
    let body = try CompactEncoder(userInfo: [.personalVault: vault]).encode(
      EntryBody(
        events: decision.events, commands: submission.commands, inverse: decision.inverse,
        override: submission.override, reversal: submission.reversal,
        automation: submission.automation))
    let hash = entry.hash(after: head, log: identity.log, epoch: identity.epoch, body: body)
    try db.cachedStatement(
      sql: """
        INSERT INTO entries (seq, submission, person, console, count, at, recorded_at, body, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      entry.seq, submission.id.blob, try person(stamp.by), console.key, entry.count, stamp.at.seconds,
      recordedAt.seconds, body.blob, hash.rawBytes.blob
    ])
    for taken in vault.takeAll() {
      try db.cachedStatement(sql: "INSERT INTO personal (id, hash, salt, words, seq) VALUES (?, ?, ?, ?, ?)")
        .execute(arguments: [
          taken.text.id.blob, taken.hash.rawBytes.blob, taken.salt.blob, taken.text.words, entry.seq
        ])
    }
    console.head = (entry.seq, hash)
    consoles[stamp.console] = console
    seq = entry.seq
    head = hash
  }

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
