public import Domain
import GRDB
import Sync

extension OfficeFile {
  /// The running day as it was known at an instant: what was recorded up to and with that second.
  public func past(at instant: Timestamp) throws(StorageError) -> PastState {
    try read { db in try past(upTo: lastEntry(recordedBy: instant, db), db) }
  }

  /// The running day as it was known after an entry; past either end the nearest one.
  public func past(entry seq: Int) throws(StorageError) -> PastState {
    try read { db in try past(upTo: min(max(seq, 0), OfficeFile.head(db).seq), db) }
  }

  /// An order as it was known after an entry, also one that had left the running day; nil before its first.
  ///
  /// What a caller said on another order that ended as its duplicate before is not among its words then.
  public func order(_ id: WorkOrder.ID, entry seq: Int) throws(StorageError) -> WorkOrder? {
    try read { db in try order(id, upTo: seq, db) }
  }

  /// Keeps the rows for later questions about now, where the last time is long enough ago. For whoever has a
  /// moment: nobody waits for it, and a file without any answers all the same.
  public func makeCheckpointIfDue() throws(StorageError) {
    guard canBeWritten, try read(isCheckpointDue) else { return }
    try writeLocally { db in
      // Another process may have made it meanwhile.
      guard try isCheckpointDue(db), let last = try lastRow(db) else { return }
      try Checkpoints.make(at: last.seq, recordedAt: last.recordedAt, db)
    }
  }
}

extension OfficeFile {
  private func isCheckpointDue(_ db: Database) throws -> Bool {
    let head = try OfficeFile.head(db).seq
    return try head - Checkpoints.last(upTo: head, db) >= options.entriesPerCheckpoint
  }

  private func lastRow(_ db: Database) throws -> (seq: Int, recordedAt: Timestamp)? {
    try Row.fetchOne(db, sql: "SELECT seq, recorded_at FROM entries ORDER BY seq DESC LIMIT 1").map { row in
      (row.integer(0), Timestamp(seconds: Int64(row.integer(1))))
    }
  }

  /// Entries are recorded in the order of time, so that the place is found by halving.
  private func lastEntry(recordedBy instant: Timestamp, _ db: Database) throws -> Int {
    let statement = try db.cachedStatement(sql: "SELECT recorded_at FROM entries WHERE seq = ?")
    var (low, high) = (try firstKnown(db), try OfficeFile.head(db).seq)
    while low < high {
      let middle = (low + high + 1) / 2
      let at = try Int64.fetchOne(statement, arguments: [middle]) ?? .max
      if at <= instant.seconds { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The entry before which nothing is known here: what was taken over ends with it.
  private func firstKnown(_ db: Database) throws -> Int {
    try Base.read(db).map { try $0.isRecorded(db) ? 0 : $0.end.seq } ?? 0
  }

  private func past(upTo wanted: Int, _ db: Database) throws -> PastState {
    let first = try firstKnown(db)
    let seq = wanted
    if seq <= first, first > 0, let base = try Base.read(db) {
      throw StorageError.earlierHistory(path: path, since: base.recordedAt)
    }
    var start = try Checkpoints.last(upTo: seq, db)
    var office = Office.unfounded
    if let base = try Base.read(db), start <= base.end.seq, base.end.seq <= seq {
      office = try base.office(db)
      start = base.end.seq
    } else if start > 0 {
      try RecordTables.read(into: &office, .past(start), db)
      let orders = try RowSource.past(start).values(of: "orders", db)
      for order in try decodeAll(orders, as: WorkOrder.self) { office.restore(order) }
    }
    var fold = Fold(office: office)
    let decoder = CompactDecoder(entriesOf: db)
    var last = start
    while last < seq {
      for row in try ledgerRows(since: last, limit: min(1_000, seq - last), db) {
        let events = row.events(decoder)
        let made = Set(events.compactMap(\.madeOrder))
        try fold.gather(events.flatMap(\.subjects).filter { !made.contains($0) }) { id in
          try order(id, upTo: row.head.seq - 1, db)
        }
        _ = fold.apply(events, row.stamp)
        last = row.head.seq
      }
    }
    let entry = try ledgerRows(since: seq - 1, limit: 1, db).first.map {
      $0.entry(previous: .zero, decoder)
    }
    return PastState(
      office: fold.office, entry: seq > 0 ? entry : nil, lastSeq: try OfficeFile.head(db).seq,
      foldedEntries: seq - start)
  }

  private func order(_ id: WorkOrder.ID, upTo seq: Int, _ db: Database) throws -> WorkOrder? {
    guard let key = try OrderTable.key(of: id, db) else { return nil }
    let sql = """
      \(LedgerRow.columns) JOIN entry_orders x ON x.seq = e.seq WHERE x.key = ? AND x.seq <= ? ORDER BY x.seq
      """
    let rows = try Row.fetchAll(try db.cachedStatement(sql: sql), arguments: [key, seq])
    let decoder = CompactDecoder(entriesOf: db)
    var office = Office.unfounded
    let taken = try takenOver(id, upTo: seq, db)
    if let taken { office.restore(taken.order) }
    for row in rows {
      let row = try LedgerRow(row, path: path)
      if let taken, row.head.seq <= taken.seq { continue }
      for event in row.events(decoder) where event.order == id {
        if let event = event.known { office.apply(event, row.stamp) }
      }
    }
    return office.order(id)
  }

  /// An order as it was taken over from the office, and after which entry.
  private func takenOver(
    _ id: WorkOrder.ID, upTo seq: Int, _ db: Database
  ) throws -> (order: WorkOrder, seq: Int)? {
    guard let base = try Base.read(db) else { return nil }
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT value, seq FROM taken_over WHERE kind IN ('orders', '\(Base.olderKind)') AND id = ?
        """, arguments: [id.blob])
    guard let row else { return nil }
    // One that was recalled is as it was before that entry.
    let after = row.integer(1) == base.end.seq ? base.end.seq : row.integer(1) - 1
    // Where the entries before it are here they tell what was.
    guard after <= (try base.isRecorded(db) ? seq : max(seq, base.end.seq)) else { return nil }
    return (try CompactDecoder().decode(WorkOrder.self, from: row.bytes(0)), after)
  }
}
