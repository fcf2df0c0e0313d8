import Domain
import GRDB

extension OfficeFile {
  /// When what a console has waiting can have been made, where it is that late at the office.
  func contact(of console: ConsoleID, at now: Timestamp, _ db: Database) throws -> Contact {
    if sandboxClock != nil { return .untimed }
    // A file of an older version that is only read has not noted it.
    guard try db.tableExists("contacts") else { return Contact(settledAt: nil, now: now) }
    let statement = try db.cachedStatement(sql: "SELECT settled_at FROM contacts WHERE console = ?")
    let settled = try Int64.fetchOne(statement, arguments: [console.blob])
    return Contact(settledAt: settled.map { Timestamp(seconds: $0) }, now: now)
  }

  /// The same of this console itself, by what the office told last of its clock.
  func ownContact(_ db: Database) throws -> Contact {
    let skew = try clockSkew(db) ?? .zero
    return try contact(of: try consoleID(db), at: options.clock() + skew, db)
  }

  /// Notes that nothing waited at a console then.
  static func noteSettled(_ console: ConsoleID, at instant: Timestamp, _ db: Database) throws {
    try db.cachedStatement(sql: "REPLACE INTO contacts (console, settled_at) VALUES (?, ?)")
      .execute(arguments: [console.blob, instant.seconds])
  }
}
