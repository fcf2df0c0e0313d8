import Domain
import GRDB

/// The rows of the running day as they were every few thousand entries, so that any instant of the last days is
/// a short fold away.
///
/// A record is kept again only where it differs from the checkpoint before. Like the rows they follow from the
/// ledger: they can be thrown away at any time, and an instant without one is folded from further back.
enum Checkpoints {
  /// How far back they are kept.
  static let kept = Span.days(14)

  /// A table, the column of its ids, and which of its rows belong to the running day.
  private static let sources: [(table: String, id: String, rows: String)] = [
    (table: "customers", id: "id", rows: "true"), ("sites", "id", "true"), ("equipment", "id", "true"),
    ("technicians", "id", "true"), ("people", "id", "true"), ("contracts", "id", "true"),
    ("zones", "name", "true"), ("facts", "name", "true"), ("orders", "id", "running = 1")
  ]

  /// The last one at or before an entry; 0 for none.
  static func last(upTo seq: Int, _ db: Database) throws -> Int {
    let statement = try db.cachedStatement(sql: "SELECT max(seq) FROM checkpoints WHERE seq <= ?")
    return try Int.fetchOne(statement, arguments: [seq]) ?? 0
  }

  /// Keeps the rows as they are after an entry, and lets go of what is older than anybody will ask for.
  static func make(at seq: Int, recordedAt: Timestamp, _ db: Database) throws {
    for source in sources { try keep(source.table, id: source.id, rows: source.rows, seq, db) }
    try db.execute(
      sql: """
        INSERT INTO checkpoints (seq, recorded_at, last_number)
        VALUES (?, ?, (SELECT coalesce(max(number), 0) FROM orders))
        """, arguments: [seq, recordedAt.seconds])
    try prune(before: recordedAt - kept, db)
  }

  /// Lets go of the checkpoints that hold some words: those from the first such row on, since each keeps only what
  /// differs from the one before.
  static func delete(holding texts: [Identifier<PersonalText>], words: [String], _ db: Database) throws {
    let wanted = texts.map(\.blob) + words.map { Array($0.utf8).blob }
    var found: [Int] = []
    // SQLite takes no more than a thousand conditions at once.
    for start in stride(from: 0, to: wanted.count, by: 100) {
      let part = Array(wanted[start..<min(start + 100, wanted.count)])
      let isThere = part.map { _ in "instr(value, ?) > 0" }.joined(separator: " OR ")
      let seq = try Int.fetchOne(
        db, sql: "SELECT min(seq) FROM past WHERE \(isThere)", arguments: StatementArguments(part))
      if let seq { found.append(seq) }
    }
    if let first = found.min() { try delete(after: first - 1, db) }
  }

  /// Lets go of those that were made after an entry.
  static func delete(after seq: Int, _ db: Database) throws {
    try db.execute(sql: "DELETE FROM checkpoints WHERE seq > ?", arguments: [seq])
    try db.execute(sql: "DELETE FROM past WHERE seq > ?", arguments: [seq])
  }

  static func deleteAll(_ db: Database) throws { try delete(after: -1, db) }
}

extension Checkpoints {
  private static func keep(
    _ table: String, id: String, rows: String, _ seq: Int, _ db: Database
  ) throws {
    let latest = "SELECT value FROM past p WHERE p.kind = :kind AND p.id = t.id ORDER BY p.seq DESC LIMIT 1"
    try db.execute(
      sql: """
        INSERT INTO past (kind, id, seq, value)
        SELECT :kind, t.id, :seq, t.value FROM (SELECT \(id) AS id, value FROM \(table) WHERE \(rows)) t
        WHERE t.value IS NOT (\(latest))
        """, arguments: ["kind": table, "seq": seq])
    // What is there no more, such as work that has ended and left the day.
    try db.execute(
      sql: """
        INSERT INTO past (kind, id, seq, value)
        SELECT :kind, t.id, :seq, NULL FROM (SELECT DISTINCT id FROM past WHERE kind = :kind) t
        WHERE (\(latest)) IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM \(table) r WHERE r.\(id) = t.id AND \(rows))
        """, arguments: ["kind": table, "seq": seq])
  }

  private static func prune(before oldest: Timestamp, _ db: Database) throws {
    let first = try Int.fetchOne(
      db, sql: "SELECT max(seq) FROM checkpoints WHERE recorded_at <= ?", arguments: [oldest.seconds])
    guard let first else { return }
    try db.execute(sql: "DELETE FROM checkpoints WHERE seq < ?", arguments: [first])
    try db.execute(
      sql: """
        DELETE FROM past WHERE seq < :first AND EXISTS (
          SELECT 1 FROM past q
          WHERE q.kind = past.kind AND q.id = past.id AND q.seq > past.seq AND q.seq <= :first)
        """, arguments: ["first": first])
    try db.execute(sql: "DELETE FROM past WHERE seq <= ? AND value IS NULL", arguments: [first])
  }
}
