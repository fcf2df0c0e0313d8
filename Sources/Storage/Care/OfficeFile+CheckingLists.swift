import Domain
import GRDB
import Sync

extension OfficeFile {
  /// Compares the search index and the lists of entries with what the ledger tells.
  func checkLists(_ check: RowCheck, orders: Int, _ db: Database, _ problems: inout Problems) throws {
    let sql = "SELECT count(*) FROM search_docsize d JOIN orders o ON o.key = d.id"
    let indexed = try Int.fetchOne(db, sql: sql) ?? 0
    if indexed != orders {
      problems.add("The search index has \(indexed) orders of \(orders): rebuild makes it anew.")
    }
    // What is here from before the rows that were taken over is listed as it comes, and not folded.
    let begins = try Base.read(db)?.end.seq ?? 0
    try compare(
      "entries by order", check.mentions, begins,
      "SELECT o.id, x.seq FROM entry_orders x LEFT JOIN orders o ON o.key = x.key WHERE x.seq > ?", db,
      &problems)
    try compare(
      "entries by record", check.recordMentions, begins,
      "SELECT id, seq FROM entry_records WHERE seq > ?", db, &problems)
    // A file of an older version that is only read has no such list, or not all of it.
    guard try Schema.version(db) >= Schema.listsContests else { return }
    try compare(
      "entries by what was refused", check.contests, begins,
      "SELECT id, seq FROM entry_conflicts WHERE seq > ?", db, &problems)
  }

  private func compare(
    _ noun: String, _ told: Mentions, _ begins: Int, _ sql: String, _ db: Database, _ problems: inout Problems
  ) throws {
    var listed = Mentions()
    let rows = try Row.fetchCursor(db, sql: sql, arguments: [begins])
    while let row = try rows.next() { listed.add(row.bytes(0), row.integer(1)) }
    if listed.count != told.count {
      problems.add("The list of \(noun) has \(listed.count) of \(told.count): rebuild makes it anew.")
    } else if listed != told {
      problems.add("The list of \(noun) names others than the ledger: rebuild makes it anew.")
    }
  }

  /// Looks whether rows stand under the ids of what is in them, and words about people beside the entry that brought them.
  func checkKeys(_ db: Database, _ problems: inout Problems) throws {
    for table in ["customers", "sites", "equipment", "technicians", "people", "contracts", "zones"] {
      let key = table == "zones" ? "CAST(name AS BLOB)" : "id"
      let odd = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table) WHERE instr(value, \(key)) = 0") ?? 0
      if odd > 0 { problems.add("\(odd) of \(table) stand under another id: rebuild makes them anew.") }
    }
    let misplaced = """
      SELECT count(*) FROM personal p LEFT JOIN entries e ON e.seq = p.seq
      WHERE e.seq IS NULL OR instr(e.body, p.id) = 0
      """
    if let odd = try Int.fetchOne(db, sql: misplaced), odd > 0 {
      problems.add("\(odd) texts about people stand beside entries that did not bring them.")
    }
    guard try db.tableExists("taken_over") else { return }
    let taken = "SELECT count(*) FROM taken_over WHERE kind <> 'facts' AND instr(value, id) = 0"
    if let odd = try Int.fetchOne(db, sql: taken), odd > 0 {
      problems.add("\(odd) rows that were taken over from the office stand under another id.")
    }
  }
}
