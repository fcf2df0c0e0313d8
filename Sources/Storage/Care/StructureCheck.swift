import GRDB

/// SQLite's own look at a file: whether its trees are whole and each index has what its table has.
///
/// Over a connection of its own, since it takes as long as a good part of the ledger and may go on beside it.
enum StructureCheck {
  /// What it found, nothing when all is well.
  static func words(_ path: String, _ options: FileOptions) throws -> [String] {
    let (queue, _) = try Connection.readingAnywhere(path, options)
    let words = try queue.read { db in
      // It looks up every row of every index: kept pages are not read again and again. In KiB.
      try db.execute(sql: "PRAGMA cache_size = -65536")
      return try String.fetchAll(db, sql: "PRAGMA integrity_check(20)")
    }
    try queue.close()
    return words.filter { $0 != "ok" }
  }
}
