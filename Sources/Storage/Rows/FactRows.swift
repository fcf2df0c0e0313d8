import Domain
import GRDB
import Sync

/// The rows of what the office has once.
extension RecordTables {
  static func writeFacts(of office: Office, _ db: Database) throws {
    for fact in try OfficeFacts.of(office) {
      try db.cachedStatement(
        sql: """
          INSERT INTO facts (name, value) VALUES (?, ?)
          ON CONFLICT (name) DO UPDATE SET value = excluded.value
          """
      ).execute(arguments: [fact.name, fact.value.blob])
    }
  }

  /// The next number is at least one past the last order's.
  static func readFacts(into office: inout Office, _ source: RowSource, _ db: Database) throws {
    try OfficeFacts.read(into: &office) { try source.fact($0, db) }
    office.goOn(after: try source.lastNumber(db))
  }
}
