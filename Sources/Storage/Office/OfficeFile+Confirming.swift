public import Domain
import GRDB
public import Sync
import Synchronization

extension OfficeFile: ConsoleStore {
  public func standing() throws -> Standing { try read { try standing($0) } }

  public func waiting(from count: Int, atMost limit: MessageLimit) throws -> [WaitingCommand] {
    try read { db in
      let commands = try waitingCommands(from: count, limit: limit.items, db)
      return Array(commands.prefix(limit.fitting(commands.lazy.map(\.body.count))))
    }
  }

  @discardableResult public func confirm(_ page: Page) throws -> Standing {
    let (standing, state, confirmed, hasErased, clock) = try write { db in
      let before = try caughtUp(self.confirmed, db)
      try verify(page, after: LogCursor(seq: before.seq, hash: before.head), db)
      let signed = try checkSigned(page, db)
      try keep(signed, db)
      let clock = try hear(page.clock, signed, db)
      // Those that begin later than this console has come may not be there any more after another restore.
      try db.execute(sql: "DELETE FROM epochs WHERE first > ?", arguments: [before.seq])
      for epoch in page.epochs {
        try db.execute(
          sql: "INSERT OR REPLACE INTO epochs (first, id) VALUES (?, ?)",
          arguments: [epoch.first, epoch.id.blob])
      }
      let (after, hasErased) = try take(page, on: before, db)
      let isForked = try letGo(of: page.entries, db)
      try db.execute(sql: "UPDATE membership SET synced_at = ?", arguments: [now.seconds])
      if page.isLast, !isForked { try askForNumbers(on: after.office, db) }
      let standing = try self.standing(db, isForked: isForked)
      if page.isLast, standing.waiting == 0 {
        try Self.noteSettled(try consoleID(db), at: signed?.at ?? options.clock(), db)
      }
      return (standing, try shown(after, db), after, hasErased, clock)
    }
    playedClock.withLock { $0 = clock }
    memory.withLock { _ = $0.publish(state, confirmed: confirmed) }
    if hasErased { finishErased() }
    return standing
  }

  /// When the office was last heard of; nil before the first time.
  public func lastSync() throws(StorageError) -> Timestamp? {
    try read { db in
      try Int64.fetchOne(db, sql: "SELECT synced_at FROM membership WHERE synced_at IS NOT NULL").map {
        Timestamp(seconds: $0)
      }
    }
  }
}

extension OfficeFile {
  /// Lets go of the commands that these entries answer; whether one of them was never given by this file.
  private func letGo(of entries: [SealedEntry], _ db: Database) throws -> Bool {
    let own = try consoleID(db)
    var isForked = false
    for entry in entries where entry.head.console == own {
      let waiting = try waitingCommands(from: entry.head.count, limit: 1, db).first
      guard let waiting, waiting.count == entry.head.count, waiting.isAnswered(by: entry.head) else {
        isForked = true
        continue
      }
      try db.cachedStatement(sql: "DELETE FROM outbox WHERE count = ?").execute(arguments: [waiting.count])
    }
    return isForked
  }

  func standing(_ db: Database, isForked: Bool = false) throws -> Standing {
    let head = try OfficeFile.head(db)
    let base = try Base.read(db)
    return Standing(
      log: identity.log, epochs: try OfficeFile.epochs(db), cursor: LogCursor(seq: head.seq, hash: head.hash),
      answered: try answered(db), given: try given(db),
      isForked: try isForked || isOutrun(db),
      begins: base.map { $0.isWhole ? 0 : $0.end.seq } ?? 0, scope: base?.scope)
  }

  private func verify(_ page: Page, after cursor: LogCursor, _ db: Database) throws {
    let known = try OfficeFile.epochs(db)
    do throws(PageFault) {
      try page.verify(after: cursor, knowing: known, log: identity.log)
    } catch {
      // Another process of this console took a page in meanwhile: the next question begins where it left off.
      if case .elsewhere = error {
        throw StorageError.sqlite(code: 5, message: "another process was quicker", sql: nil, path: path)
      }
      throw StorageError.foreignPage(path: path, detail: "\(error)")
    }
  }

  /// Writes entries that continue the ledger, with what they change in the rows.
  private func take(
    _ page: Page, on before: OfficeState, _ db: Database
  ) throws -> (OfficeState, hasErased: Bool) {
    let recalled = try Base.read(db) == nil ? [] : page.recalled ?? []
    var ledger = LedgerWriter(db, identity, seq: before.seq, head: before.head)
    var rows = RowKeeper(db)
    var office = before.office
    var hasErased = false
    let decoder = CompactDecoder(entriesOf: db)
    for entry in page.entries {
      try ledger.write(entry)
      for one in recalled where one.seq == entry.head.seq {
        try recall(one.decoded, before: one.seq, in: office, db)
      }
      let events = entry.events(decoder)
      var fold = Fold(office: office)
      try fold.gather(events.flatMap(\.subjects)) { try OrderTable.order(id: $0, db) }
      let gathered = fold.office
      let change = fold.apply(events, entry.head.stamp)
      try rows.write(change, of: events, seq: entry.head.seq, before: gathered, after: fold.office)
      office = fold.office
      if let cleared = try eraseWritten(ledger, &rows, db) {
        office = cleared
        hasErased = true
      }
    }
    try ledger.finish()
    try rows.finish()
    return (OfficeState(office: office, seq: ledger.seq, head: ledger.head), hasErased)
  }
}
