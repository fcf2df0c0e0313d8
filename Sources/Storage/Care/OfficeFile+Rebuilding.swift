import Domain
import GRDB
import Sync

extension OfficeFile {
  /// Makes the rows and the search index anew from the ledger, and touches nothing else. A ledger whose chain
  /// is broken is refused: its rows may be the better witness. `progress` hears entries done and entries in
  /// all.
  @discardableResult public func rebuild(
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(StorageError) -> OfficeState {
    try write { db in
      // Once the whole ledger is here, what was taken over is forgotten.
      if try Base.read(db)?.isWhole ?? false { try Base.drop(db) }
      try emptyRows(db)
      try refill(db, progress)
      try OfficeFile.set(OfficeFile.foldSetting, to: OfficeFile.fold, db)
    }
    return try load()
  }

  func emptyRows(_ db: Database) throws {
    let tables = [
      "orders", "entry_orders", "entry_records", "entry_conflicts", "customers", "sites", "equipment",
      "technicians", "people",
      "contracts",
      "zones",
      "facts"
    ]
    for table in tables { try db.execute(sql: "DELETE FROM \(table)") }
    try Checkpoints.deleteAll(db)
    try emptySearch(db)
  }

  func emptySearch(_ db: Database) throws {
    let search = try String.fetchOne(db, sql: "SELECT sql FROM sqlite_master WHERE name = 'search'")
    guard let search else {
      throw StorageError.damaged(path: path, detail: "the search index has no definition")
    }
    try db.execute(sql: "DROP TABLE search")
    try db.execute(sql: search)
  }

  func refill(_ db: Database, _ progress: (Int, Int) -> Void) throws {
    let total = try OfficeFile.head(db).seq
    var chain = try ChainVerifier(path: path, identity: identity, epochs: OfficeFile.epochs(db))
    var fold = Fold(office: .unfounded)
    var rows = RowKeeper(db)
    let decoder = CompactDecoder(entriesOf: db)
    var recalled: [Int: [WorkOrder]] = [:]
    if let base = try Base.read(db) {
      fold = Fold(office: try refill(from: base, &chain, rows, db))
      recalled = try Base.recalled(after: base.end.seq, db)
    }
    while true {
      let batch = try ledgerRows(since: chain.seq, limit: 2_000, db)
      if batch.isEmpty { break }
      for row in batch {
        if let problem = chain.problem(with: row) {
          throw StorageError.chainBroken(path: path, seq: row.head.seq, detail: problem)
        }
        for order in recalled[row.head.seq] ?? [] {
          try recall(order, before: row.head.seq, in: fold.office, db)
        }
        let events = row.events(decoder)
        try fold.gather(events.flatMap(\.subjects)) { try OrderTable.order(id: $0, db) }
        let before = fold.office
        let change = fold.apply(events, row.stamp)
        try rows.write(change, of: events, seq: row.head.seq, before: before, after: fold.office)
      }
      try rows.finish()
      progress(chain.seq, total)
    }
    if let problem = try ChainVerifier.headProblem(chain.seq, chain.hash, db) {
      throw StorageError.chainBroken(path: path, seq: chain.seq, detail: problem)
    }
  }
}

extension OfficeFile {
  /// Makes the rows those that were taken over; the entries from before the gap are only verified and listed.
  private func refill(
    from base: Base, _ chain: inout ChainVerifier, _ rows: RowKeeper, _ db: Database
  ) throws -> Office {
    let office = try base.office(db)
    try put(office, base, db)
    var contests = Contests()
    let decoder = CompactDecoder(entriesOf: db)
    while chain.seq < base.known {
      for row in try ledgerRows(since: chain.seq, limit: min(2_000, base.known - chain.seq), db) {
        if let problem = chain.problem(with: row) {
          throw StorageError.chainBroken(path: path, seq: row.head.seq, detail: problem)
        }
        let events = row.events(decoder)
        try rows.note(events, seq: row.head.seq, contested: contests.orders(of: events, db))
      }
    }
    if base.hasAllOrders { try OfficeFile.set(Base.listedSetting, to: String(base.known), db) }
    chain.start(after: base.end.seq, hash: base.end.hash)
    return office
  }
}
