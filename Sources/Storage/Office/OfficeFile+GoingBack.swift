import Domain
import GRDB
public import Sync
import Synchronization

extension OfficeFile {
  public func cursor(at seq: Int) throws -> LogCursor? { try read { try cursor(seq, $0) } }

  /// Forgets what came after an entry that the office still has, and puts what this console had given since before all
  /// that waits: one durable step. A copy of a file with entries stays beside it, as `<file>.parted-<seconds>`.
  ///
  /// Nothing is done where what the office has lost is not here any more: another process has gone back since.
  @discardableResult public func goBack(to ground: CommonGround) throws -> Standing {
    if membership == nil { throw StorageError.foreignPage(path: path, detail: "it is an office's own file") }
    try read { try refuseUnproven(ground, $0) }
    // Whoever may hold his own work alone has no entries to lose, and what is taken from him later stays in no copy.
    let keepsCopy = try read { db in
      try Base.read(db)?.scope == nil && cursor(ground.lost.seq, db) == ground.lost
    }
    if keepsCopy { try copy(to: "\(path).parted-\(now.seconds)") }
    let found = try earlierRows(after: ground.cursor)
    let (standing, state, confirmed) = try write { db in
      // Where another process was quicker they are found out anew, while nobody else writes.
      let isSame = try found?.fit(db) ?? true
      let rows = isSame ? found : try EarlierRows(after: ground.cursor.seq, of: self, db)
      return try goBack(to: ground, rows, db)
    }
    memory.withLock { memory in
      memory.state = state
      memory.confirmed = confirmed
    }
    return standing
  }

  /// What the rows are to be: nil where entries are missing, and only what is left can tell.
  private func earlierRows(after cursor: LogCursor) throws -> EarlierRows? {
    try translating(path) {
      var queue: DatabaseQueue? = try Connection.reading(path, options)
      defer { OfficeFile.close(&queue) }
      return try queue?.read { try EarlierRows(after: cursor.seq, of: self, $0) }
    }
  }

  private func goBack(
    to ground: CommonGround, _ rows: EarlierRows?, _ db: Database
  ) throws -> (Standing, OfficeState, confirmed: OfficeState) {
    let cursor = ground.cursor
    guard try self.cursor(ground.lost.seq, db) == ground.lost else {
      let confirmed = try caughtUp(self.confirmed, db)
      return (try standing(db), try shown(confirmed, db), confirmed)
    }
    guard try self.cursor(cursor.seq, db) == cursor else {
      throw StorageError.foreignPage(path: path, detail: "entry \(cursor.seq) is another one by now")
    }
    let waiting = try lost(after: cursor, db) + waitingCommands(from: 0, limit: .max, db)
    try noteBroken(ground, db)
    try cut(after: cursor.seq, ground.epochs, db)
    if let rows {
      try rows.put(db)
    } else {
      try emptyRows(db)
      try refill(db) { _, _ in }
    }
    let answered = try answered(db)
    try db.execute(sql: "DELETE FROM outbox")
    // What waits again was made before.
    try db.execute(sql: "DELETE FROM contacts")
    for (index, command) in waiting.enumerated() {
      try keep(command.numbered(answered + index + 1, answered: answered), db)
    }
    let confirmed = OfficeState(
      office: options.prepared(try OfficeFile.office(db)), seq: cursor.seq, head: cursor.hash)
    return (try standing(db), try shown(confirmed, db), confirmed)
  }

  /// What this console had given since an entry, in its order.
  private func lost(after cursor: LogCursor, _ db: Database) throws -> [WaitingCommand] {
    guard let base = try Base.read(db), base.end.seq > cursor.seq else {
      return try givenAgain(after: cursor.seq, db)
    }
    let lost =
      try givenAgain(after: cursor.seq, upTo: base.known, db) + givenBefore(db)
      + givenAgain(after: max(base.known, cursor.seq), db)
    try db.execute(sql: "DELETE FROM given")
    return lost
  }

  /// Nothing is forgotten for an office that has not signed that it has this entry, and what follows it there where it
  /// sends any: whoever holds his own work alone is sent no entries.
  private func refuseUnproven(_ ground: CommonGround, _ db: Database) throws {
    let known = try OfficeFile.epochs(db).filter { $0.first <= ground.cursor.seq }
    guard let page = ground.page else {
      guard ground.epochs.filter({ $0.first <= ground.cursor.seq }) == known else {
        throw StorageError.foreignPage(path: path, detail: "\(PageFault.otherEpochs)")
      }
      try checkSigned(
        ground.signed, ground.cursor, ground.epochs, PullAnswer.seal(far: ground.epochs), db)
      return
    }
    do throws(PageFault) {
      try page.verify(after: ground.cursor, knowing: known, log: identity.log)
    } catch {
      throw StorageError.foreignPage(path: path, detail: "\(error)")
    }
    try checkSigned(page, db)
  }

  /// What this console gave after an entry, in its order.
  func givenAgain(after seq: Int, upTo last: Int = .max, _ db: Database) throws -> [WaitingCommand] {
    let own = try consoleID(db)
    let decoder = CompactDecoder(entriesOf: db)
    let lost = try ledgerRows(since: seq, limit: .max, db).filter {
      $0.head.console == own && $0.head.seq <= last
    }
    return try lost.compactMap { row in
      let entry = SealedEntry(head: row.head, body: row.body, personal: [], hash: row.hash)
      return try entry.givenAgain(decoder) { try actedAt($0, db) }
    }
  }

  /// When an entry that is here was made, by its console's clock.
  func actedAt(_ submission: Submission.ID, _ db: Database) throws -> Timestamp? {
    let statement = try db.cachedStatement(sql: "SELECT at FROM entries WHERE submission = ?")
    return try Int64.fetchOne(statement, arguments: [submission.blob]).map { Timestamp(seconds: $0) }
  }

  /// Takes the end of the ledger away; the rows are the caller's.
  private func cut(after seq: Int, _ epochs: [Epoch], _ db: Database) throws {
    if let base = try Base.read(db) {
      if base.end.seq > seq {
        try Base.drop(db)
      } else {
        // An older order that came along with an entry that is gone is as it was all the time since the base.
        try db.execute(
          sql: "UPDATE taken_over SET seq = ? WHERE kind = 'orders' AND seq > ?",
          arguments: [base.end.seq, seq])
      }
    }
    try db.execute(sql: "DELETE FROM arriving")
    try db.execute(sql: "DELETE FROM entries WHERE seq > ?", arguments: [seq])
    try db.execute(sql: "DELETE FROM personal WHERE seq > ?", arguments: [seq])
    try db.execute(sql: "DELETE FROM consoles WHERE key NOT IN (SELECT console FROM entries)")
    try db.execute(
      sql: """
        UPDATE consoles SET (count, seq, hash) = (
          SELECT e.count, e.seq, e.hash FROM entries e WHERE e.console = consoles.key
          ORDER BY e.count DESC LIMIT 1)
        """)
    for mark in try Base.marks(db) { try put(mark, db) }
    try db.execute(sql: "DELETE FROM epochs WHERE first > ?", arguments: [seq])
    for epoch in epochs {
      try db.execute(
        sql: "INSERT OR REPLACE INTO epochs (first, id) VALUES (?, ?)",
        arguments: [epoch.first, epoch.id.blob])
    }
  }
}
