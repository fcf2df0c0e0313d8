import GRDB

extension OfficeFile {
  /// So many lines of the command line are kept.
  private static let keptLines = 1_000

  /// Adds a line to the command line's history; the same line twice in a row is one.
  public func remember(line: String) throws(StorageError) {
    try writeLocally { db in
      let last = try String.fetchOne(db, sql: "SELECT line FROM command_lines ORDER BY key DESC LIMIT 1")
      if last == line { return }
      try db.execute(
        sql: "INSERT INTO command_lines (line) VALUES (CAST(? AS TEXT))", arguments: [line.blob])
      try db.execute(
        sql: "DELETE FROM command_lines WHERE key <= (SELECT max(key) FROM command_lines) - ?",
        arguments: [OfficeFile.keptLines])
    }
  }

  /// The last lines, oldest first.
  public func rememberedLines(last count: Int) throws(StorageError) -> [String] {
    try read { db in
      try String.fetchAll(
        db, sql: "SELECT line FROM command_lines ORDER BY key DESC LIMIT ?", arguments: [max(0, count)]
      ).reversed()
    }
  }

  /// A setting of this console alone.
  public func setting(_ name: String) throws(StorageError) -> String? {
    try read { try Self.setting(name, $0) }
  }

  static func setting(_ name: String, _ db: Database) throws -> String? {
    try String.fetchOne(db, sql: "SELECT value FROM settings WHERE name = ?", arguments: [name])
  }

  /// Sets it, or forgets it with nil.
  public func set(_ name: String, to value: String?) throws(StorageError) {
    try writeLocally { try Self.set(name, to: value, $0) }
  }

  static func set(_ name: String, to value: String?, _ db: Database) throws {
    if let value {
      try db.execute(sql: "REPLACE INTO settings (name, value) VALUES (?, ?)", arguments: [name, value])
    } else {
      try db.execute(sql: "DELETE FROM settings WHERE name = ?", arguments: [name])
    }
  }
}
