public import Domain
import GRDB
import Sync

extension OfficeFile {
  /// Entries after a place in the ledger, oldest first. What only a newer version understands is left out of
  /// them.
  public func entries(since seq: Int, limit: Int) throws(StorageError) -> [Entry] {
    try read { db in
      var previous = try hash(of: seq, db)
      let decoder = CompactDecoder(entriesOf: db)
      return try ledgerRows(since: seq, limit: limit, db).map { row in
        defer { previous = row.hash }
        return row.entry(previous: previous, decoder)
      }
    }
  }

  /// The entries about an order, oldest first, with those by which something about it was refused or that was settled.
  public func entries(of order: WorkOrder.ID) throws(StorageError) -> [Entry] {
    try read { db in
      let decoder = CompactDecoder(entriesOf: db)
      // A file of an older version that is only read has no such list.
      let contested =
        try db.tableExists("entry_conflicts") ? "UNION SELECT seq FROM entry_conflicts WHERE id = ?1" : ""
      let sql = """
        \(LedgerRow.columns) WHERE e.seq IN (
          SELECT x.seq FROM entry_orders x JOIN orders o ON o.key = x.key WHERE o.id = ?1 \(contested))
        ORDER BY e.seq
        """
      let rows = try Row.fetchAll(db, sql: sql, arguments: [order.blob])
      return try rows.map { row in
        let row = try LedgerRow(row, path: path)
        return row.entry(previous: try hash(of: row.head.seq - 1, db), decoder)
      }
    }
  }

  /// The entries about a record, oldest first.
  public func entries(of record: RecordReference) throws(StorageError) -> [Entry] {
    if case .order(let id) = record { return try entries(of: id) }
    guard let id = record.otherID else { return [] }
    return try read { db in
      let decoder = CompactDecoder(entriesOf: db)
      let sql = "\(LedgerRow.columns) JOIN entry_records x ON x.seq = e.seq WHERE x.id = ? ORDER BY e.seq"
      return try Row.fetchAll(db, sql: sql, arguments: [id.blob]).map { row in
        let row = try LedgerRow(row, path: path)
        return row.entry(previous: try hash(of: row.head.seq - 1, db), decoder)
      }
    }
  }

  func ledgerRows(since seq: Int, limit: Int, _ db: Database) throws -> [LedgerRow] {
    let sql = "\(LedgerRow.columns) WHERE e.seq > ? ORDER BY e.seq LIMIT ?"
    return try Row.fetchAll(try db.cachedStatement(sql: sql), arguments: [seq, limit]).map { row in
      try LedgerRow(row, path: path)
    }
  }

  private func hash(of seq: Int, _ db: Database) throws -> Digest {
    let statement = try db.cachedStatement(sql: "SELECT hash FROM entries WHERE seq = ?")
    return try Row.fetchOne(statement, arguments: [seq]).map { $0.digest(0) } ?? .zero
  }
}
