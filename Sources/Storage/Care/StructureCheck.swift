import GRDB

/// SQLite's own look at a file: whether its trees are whole and each index has what its table has, and whether the
/// search index finds every word of its texts.
///
/// Over a connection of its own, since it takes as long as a good part of the ledger and may go on beside it.
enum StructureCheck {
  /// What it found, nothing when all is well.
  static func words(_ path: String, _ options: FileOptions) throws -> [String] {
    let (queue, _) = try Connection.readingAnywhere(path, options)
    let words = try queue.read { db in
      // It looks up every row of every index: kept pages are not read again and again. In KiB.
      try db.execute(sql: "PRAGMA cache_size = -65536")
      let words = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
      return try words.map { "SQLite: \($0)." } + (isSearchWhole(db) ? [] : [damagedSearch])
    }
    try queue.close()
    return words
  }

  private static let damagedSearch = "The search index is damaged: rebuild makes it anew."

  /// FTS5 looks into its tables only where it may write, which would hold everybody up: it is given a copy, in a
  /// temporary file of SQLite's own.
  private static func isSearchWhole(_ db: Database) throws -> Bool {
    var configuration = Configuration()
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA journal_mode = OFF") }
    let aside = try DatabaseQueue(path: "", configuration: configuration)
    do {
      try aside.write { copy in
        let made = try String.fetchOne(db, sql: "SELECT sql FROM sqlite_master WHERE name = 'search'")
        try copy.execute(sql: made ?? "")
        for table in ["search_data", "search_idx", "search_content", "search_docsize", "search_config"] {
          try take(table, of: db, into: copy)
        }
        try copy.execute(sql: "INSERT INTO search (search) VALUES ('integrity-check')")
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      return false
    }
    try aside.close()
    return true
  }

  private static func take(_ table: String, of db: Database, into copy: Database) throws {
    try copy.execute(sql: "DELETE FROM \(table)")
    let all = try db.makeStatement(sql: "SELECT * FROM \(table)")
    let rows = try Row.fetchCursor(all)
    let places = repeatElement("?", count: all.columnCount).joined(separator: ", ")
    let insert = try copy.makeStatement(sql: "INSERT INTO \(table) VALUES (\(places))")
    while let row = try rows.next() { try insert.execute(arguments: StatementArguments(row.databaseValues)) }
  }
}
