import Domain
import GRDB
import Sync

/// Whoever takes rows over gets no entries, and so none that erases words: what was erased goes with the rows, by its
/// ids, so that what people have half typed at his console is rid of it too.
extension SnapshotRow {
  private static let erasedKey = Array("erased".utf8)

  /// The row that tells of texts that were erased.
  static func erased(_ texts: [Identifier<PersonalText>]) throws(CompactCodingError) -> SnapshotRow {
    SnapshotRow(kind: .facts, key: erasedKey, value: try CompactEncoder().encode(texts))
  }

  /// The texts that it tells were erased; none where it is another row.
  func erasedTexts() throws(CompactCodingError) -> [Identifier<PersonalText>] {
    guard kind == .facts, key == Self.erasedKey else { return [] }
    return try CompactDecoder().decode([Identifier<PersonalText>].self, from: value)
  }
}

extension OfficeFile {
  /// So many of the texts that were erased last are told: whoever was away for longer begins anew.
  private static let mostErasedTold = 1_000

  /// Notes that a text is erased by what has been entered so far.
  func noteErased(_ id: Identifier<PersonalText>, _ db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO erased (id, seq) VALUES (?, (SELECT max(seq) FROM entries))",
      arguments: [id.blob])
  }

  /// The row that tells consoles which texts were erased last.
  func erasedRow(_ db: Database) throws -> SnapshotRow {
    let rows = try Row.fetchAll(
      db, sql: "SELECT id FROM erased WHERE seq IS NOT NULL ORDER BY seq DESC, id LIMIT ?",
      arguments: [Self.mostErasedTold])
    return try .erased(rows.compactMap { $0.identifier(0) })
  }

  /// Erases what a snapshot says was erased and is here still, before its rows take the place of those that are here.
  func eraseTold(in rows: [SnapshotRow], _ db: Database) throws {
    for id in try rows.flatMap({ try $0.erasedTexts() }) {
      let isKnown = try Int.fetchOne(db, sql: "SELECT 1 FROM erased WHERE id = ?", arguments: [id.blob])
      if isKnown == nil { try holds(id, db) ? erase(id, db) : noteErased(id, db) }
    }
  }

  /// Whether a text is in any row here, or among the words that entries brought.
  private func holds(_ id: Identifier<PersonalText>, _ db: Database) throws -> Bool {
    if try Int.fetchOne(db, sql: "SELECT 1 FROM personal WHERE id = ?", arguments: [id.blob]) != nil {
      return true
    }
    let places = [
      (
        "value", ["customers", "sites", "equipment", "technicians", "people", "facts", "orders", "taken_over"]
      ),
      ("body", ["outbox", "given"])
    ]
    for (column, tables) in places {
      for table in tables {
        let sql = "SELECT 1 FROM \(table) WHERE instr(\(column), ?) > 0 LIMIT 1"
        if try Int.fetchOne(db, sql: sql, arguments: [id.blob]) != nil { return true }
      }
    }
    return false
  }
}
