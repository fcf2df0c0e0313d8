import GRDB

/// SQLite's own look at a file: whether its trees are whole and each index has what its table has, and whether the
/// search index finds every word of its texts.
///
/// Over a connection of its own, since it takes as long as a good part of the ledger and may go on beside it.
enum StructureCheck {
  /// What it found, nothing when all is well.
  static func words(_ path: String, _ options: FileOptions) throws -> [String] {
    let (queue, obstacle) = try Connection.readingAnywhere(path, options)
    let words = try queue.read { db in
      // It looks up every row of every index: kept pages are not read again and again. In KiB.
      try db.execute(sql: "PRAGMA cache_size = -65536")
      return try String.fetchAll(db, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
    }
    let isSearchWhole = try isSearchWhole(path, options, isUnchanging: obstacle != nil)
    try queue.close()
    return words.map { "SQLite: \($0)." } + (isSearchWhole ? [] : [damagedSearch])
  }

  private static let damagedSearch = "The search index is damaged: rebuild makes it anew."

  /// FTS5 looks into its tables only where it may write, which would hold everybody up: it is given a copy, in a
  /// temporary file of SQLite's own. Whole tables go over page by page.
  private static func isSearchWhole(
    _ path: String, _ options: FileOptions, isUnchanging: Bool
  ) throws -> Bool {
    var configuration = Connection.base(options)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA journal_mode = OFF")
      let office = Connection.readingURI(path, isUnchanging: isUnchanging)
      try db.execute(sql: "ATTACH ? AS office", arguments: [office])
    }
    let aside = try DatabaseQueue(path: "", configuration: configuration)
    do {
      try aside.write { db in
        let made = try String.fetchOne(db, sql: "SELECT sql FROM office.sqlite_master WHERE name = 'search'")
        try db.execute(sql: made ?? "")
        for table in ["search_data", "search_idx", "search_content", "search_docsize", "search_config"] {
          try db.execute(sql: "DELETE FROM main.\(table)")
          try db.execute(sql: "INSERT INTO main.\(table) SELECT * FROM office.\(table)")
        }
        try db.execute(sql: "INSERT INTO search (search) VALUES ('integrity-check')")
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      return false
    }
    try aside.close()
    return true
  }
}
