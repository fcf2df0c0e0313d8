public import Domain
import GRDB
public import Sync
import Synchronization

extension OfficeFile {
  /// Whose console this file is of, by the file itself: it may have been taken in as another one since it was opened.
  public func console() throws(StorageError) -> ConsoleID { try read { try consoleID($0) } }

  /// Is another console from now on, in one durable step: what waits is numbered anew from 1, in its order.
  @discardableResult public func become(_ console: ConsoleID) throws -> Standing {
    if membership == nil { throw StorageError.foreignPage(path: path, detail: "it is an office's own file") }
    let (standing, state, confirmed) = try write { db in
      let confirmed = try caughtUp(self.confirmed, db)
      try db.execute(sql: "UPDATE identity SET console = ?", arguments: [console.blob])
      let counts = try Int.fetchAll(db, sql: "SELECT count FROM outbox ORDER BY count")
      // None moves up, so none meets another one on its way.
      for (index, count) in counts.enumerated() {
        try db.execute(
          sql: "UPDATE outbox SET count = ?, answered = 0 WHERE count = ?", arguments: [index + 1, count])
      }
      return (try self.standing(db), try shown(confirmed, db), confirmed)
    }
    memory.withLock { memory in
      memory.state = state
      memory.confirmed = confirmed
    }
    return standing
  }

  func consoleID(_ db: Database) throws -> ConsoleID {
    let statement = try db.cachedStatement(sql: "SELECT console FROM identity")
    return try Row.fetchOne(statement)?.identifier(0) ?? identity.console
  }

  /// Whether something waits under a number that the office has from another file.
  func isOutrun(_ db: Database) throws -> Bool {
    let statement = try db.cachedStatement(sql: "SELECT 1 FROM outbox WHERE count <= ? LIMIT 1")
    return try Int.fetchOne(statement, arguments: [try answered(db)]) != nil
  }
}
