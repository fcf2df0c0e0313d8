public import Domain
import GRDB
public import Sync
import Synchronization

extension OfficeFile: LogStore {
  public func append<Answer: Sendable>(
    to log: LogID, _ body: (inout any OpenLog) throws -> Answer
  ) throws -> Answer {
    guard log == identity.log else { throw LogFault.otherLog }
    if membership != nil { throw StorageError.joined(path: path) }
    var thrown: (any Error)?
    do {
      let (answer, state, hasErased) = try write { db in
        do {
          let before = try caughtUp(confirmed, db)
          var open: any OpenLog = OpenFileLog(self, db, before, epochs: try OfficeFile.epochs(db))
          let answer = try body(&open)
          guard var written = open as? OpenFileLog else { throw LogFault.otherLog }
          try written.finish()
          return (answer, written.state, written.hasErased)
        } catch {
          // What the file could not do is its own trouble, and said as such.
          if !(error is DatabaseError) { thrown = error }
          throw error
        }
      }
      memory.withLock { _ = $0.publish(state, confirmed: state) }
      if hasErased { finishErased() }
      return answer
    } catch {
      if let thrown { throw thrown }
      throw error
    }
  }

  public func page(of log: LogID, after cursor: LogCursor, atMost limit: MessageLimit) throws -> PullAnswer {
    guard log == identity.log else { return .otherLog }
    return try read { db in
      guard try self.cursor(cursor.seq, db) == cursor else { return .parted }
      let rows = try ledgerRows(since: cursor.seq, limit: limit.items, db)
      let entries = try rows.prefix(limit.fitting(rows.lazy.map(\.body.count))).map { row in
        SealedEntry(
          head: row.head, body: row.body, personal: try personal(of: row.head.seq, db), hash: row.hash)
      }
      let end = entries.last?.cursor ?? cursor
      return .page(
        Page(
          epochs: try OfficeFile.epochs(db), entries: entries, end: end,
          isLast: end.seq == (try OfficeFile.head(db).seq),
          recalled: try recalled(after: cursor.seq, upTo: end.seq, db)))
    }
  }
}

extension OfficeFile {
  /// The place of an entry of this number; nil where there is none.
  func cursor(_ seq: Int, _ db: Database) throws -> LogCursor? {
    if seq == 0 { return .beginning }
    let statement = try db.cachedStatement(sql: "SELECT hash FROM entries WHERE seq = ?")
    if let row = try Row.fetchOne(statement, arguments: [seq]) {
      return LogCursor(seq: seq, hash: row.digest(0))
    }
    return try Base.read(db).flatMap { $0.end.seq == seq ? $0.end : nil }
  }

  /// The words about people that an entry brought; those that were erased are gone.
  private func personal(of seq: Int, _ db: Database) throws -> [PersonalWords] {
    let statement = try db.cachedStatement(
      sql: "SELECT id, hash, salt, CAST(words AS BLOB) FROM personal WHERE seq = ?")
    return try Row.fetchAll(statement, arguments: [seq]).compactMap { row in
      row.identifier(0).map {
        PersonalWords(id: $0, hash: row.digest(1), salt: row.bytes(2), words: row.wholeText(3))
      }
    }
  }
}

/// The office's log within one transaction.
private struct OpenFileLog: OpenLog {
  let epochs: [Epoch]
  private let file: OfficeFile
  private let db: Database
  private var ledger: LedgerWriter
  private var rows: RowKeeper
  private(set) var state: OfficeState
  private(set) var hasErased = false

  init(_ file: OfficeFile, _ db: Database, _ state: OfficeState, epochs: [Epoch]) {
    self.file = file
    self.db = db
    self.state = state
    self.epochs = epochs
    ledger = LedgerWriter(db, file.identity, seq: state.seq, head: state.head)
    rows = RowKeeper(db)
  }

  var head: LogCursor { LogCursor(seq: state.seq, hash: state.head) }
  var now: Timestamp { file.now }
  var promised: Int { get throws { try OfficeFile.lastPromised(db) } }

  mutating func noteSettled(_ console: ConsoleID) throws {
    if file.sandboxClock == nil { try OfficeFile.noteSettled(console, at: now, db) }
  }

  func contact(of console: ConsoleID) throws -> Contact { try file.contact(of: console, at: now, db) }

  func count(of console: ConsoleID) throws -> Int { try ledger.count(of: console) }

  func submission(_ count: Int, of console: ConsoleID) throws -> Submission.ID? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT e.submission FROM entries e JOIN consoles c ON c.key = e.console
        WHERE c.id = ? AND e.count = ?
        """)
    return try Row.fetchOne(statement, arguments: [console.blob, count])?.identifier(0)
  }

  func has(_ submission: Submission.ID) throws -> Bool { try file.storedSeq(submission, db) != nil }

  func actedAt(_ submission: Submission.ID) throws -> Timestamp? { try file.actedAt(submission, db) }

  func fold(for submission: Submission) throws -> Fold {
    try file.withOlderWork(of: submission, in: state.office, db)
  }

  func latest(
    about order: WorkOrder.ID, among limit: Int, where isIt: ([Event]) -> Bool
  ) throws -> EntryHead? {
    let statement = try db.cachedStatement(
      sql: """
        \(LedgerRow.columns) JOIN entry_orders x ON x.seq = e.seq JOIN orders o ON o.key = x.key
        WHERE o.id = ? ORDER BY x.seq DESC LIMIT ?
        """)
    let decoder = CompactDecoder(entriesOf: db)
    for row in try Row.fetchAll(statement, arguments: [order.blob, limit]) {
      let row = try LedgerRow(row, path: file.path)
      if isIt(row.events(decoder).compactMap(\.known)) { return row.head }
    }
    return nil
  }

  mutating func append(
    _ submission: Submission, count: Int, _ body: EntryBody, events: [Event], on before: Fold
  ) throws {
    try ledger.append(submission, body, count: count, recordedAt: now)
    let kept = events.map { KeptEvent.known($0) }
    try file.keepRecalled(by: kept, seq: ledger.seq, on: before, db)
    var fold = before
    let change = fold.apply(kept, submission.stamp)
    try rows.write(change, of: kept, seq: ledger.seq, before: before.office, after: fold.office)
    var office = fold.office
    if let cleared = try file.eraseWritten(ledger, &rows, db) {
      office = cleared
      hasErased = true
    }
    state = OfficeState(office: office, seq: ledger.seq, head: ledger.head)
  }

  mutating func finish() throws {
    try ledger.finish()
    try rows.finish()
  }
}
