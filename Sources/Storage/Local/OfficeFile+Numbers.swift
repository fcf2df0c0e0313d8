import Domain
import GRDB

extension OfficeFile {
  /// Takes the next free number for a form that opens, durably: nobody else on this file gets it, and it is
  /// not given again should the form be thrown away.
  public func takeNumber() throws(StorageError) -> Int {
    try write { db in
      let state = try caughtUp(self.state, db)
      let leased = try Int.fetchOne(db, sql: "SELECT last FROM number_lease") ?? 0
      let number = max(state.office.nextNumber, leased + 1)
      try db.execute(
        sql: "REPLACE INTO number_lease (one, last) VALUES (1, ?)", arguments: [number])
      return number
    }
  }
}
