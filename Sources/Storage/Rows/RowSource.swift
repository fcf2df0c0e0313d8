import GRDB

/// Where rows are read from: as they are, or as a checkpoint has them.
enum RowSource {
  case now
  /// The checkpoint that was made after this entry.
  case past(Int)
  /// What was taken over from the office as it was after this entry.
  case takenOver(Int)

  /// The values of a table's rows.
  func values(of table: String, _ db: Database) throws -> [[UInt8]] {
    let rows: RowCursor
    switch self {
    case .now: rows = try Row.fetchCursor(db, sql: "SELECT value FROM \(table)")
    case .past(let seq):
      // SQLite takes a bare column from the row that has the maximum.
      rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT value FROM (SELECT value, max(seq) FROM past WHERE kind = ? AND seq <= ? GROUP BY id)
          WHERE value IS NOT NULL
          """, arguments: [table, seq])
    case .takenOver(let seq):
      rows = try Row.fetchCursor(
        db, sql: "SELECT value FROM taken_over WHERE kind = ? AND seq = ? AND running = 1",
        arguments: [table, seq])
    }
    var values: [[UInt8]] = []
    while let row = try rows.next() { values.append(row.bytes(0)) }
    return values
  }

  /// What the office has once, by its name.
  func fact(_ name: String, _ db: Database) throws -> [UInt8]? {
    switch self {
    case .now:
      try Row.fetchOne(db, sql: "SELECT value FROM facts WHERE name = ?", arguments: [name])?.bytes(0)
    case .past(let seq):
      try Row.fetchOne(
        db,
        sql: "SELECT value FROM past WHERE kind = 'facts' AND id = ? AND seq <= ? ORDER BY seq DESC LIMIT 1",
        arguments: [name, seq])?.bytes(0)
    case .takenOver(let seq):
      try Row.fetchOne(
        db, sql: "SELECT value FROM taken_over WHERE kind = 'facts' AND id = CAST(? AS BLOB) AND seq = ?",
        arguments: [name, seq])?.bytes(0)
    }
  }

  /// The highest number that an order has.
  func lastNumber(_ db: Database) throws -> Int {
    switch self {
    case .now:
      max(
        try Int.fetchOne(db, sql: "SELECT max(number) FROM orders") ?? 0, try Base.read(db)?.lastNumber ?? 0)
    case .past(let seq):
      try Int.fetchOne(db, sql: "SELECT last_number FROM checkpoints WHERE seq = ?", arguments: [seq]) ?? 0
    case .takenOver: try Base.read(db)?.lastNumber ?? 0
    }
  }
}
