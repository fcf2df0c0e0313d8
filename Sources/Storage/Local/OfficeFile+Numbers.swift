import Domain
import GRDB

extension OfficeFile {
  /// Takes the next free number for a form that opens, durably: nobody else on this file gets it, and it is
  /// not given again should the form be thrown away.
  public func takeNumber() throws(StorageError) -> Int {
    try write { db in
      let state = try shown(caughtUp(confirmed, db), db)
      let number = max(state.office.nextNumber, try OfficeFile.lastPromised(db) + 1)
      try db.execute(
        sql: "REPLACE INTO number_lease (one, last) VALUES (1, ?)", arguments: [number])
      return number
    }
  }

  /// The last number that a form was promised; 0 when none was.
  static func lastPromised(_ db: Database) throws -> Int {
    let statement = try db.cachedStatement(sql: "SELECT last FROM number_lease")
    return try Int.fetchOne(statement) ?? 0
  }
}
