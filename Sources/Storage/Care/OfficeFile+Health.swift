public import Domain
import GRDB
import Synchronization

extension OfficeFile {
  /// How the file is: what to look at first when something is slow or odd.
  public func health() throws(StorageError) -> HealthReport {
    let (lastSyncAt, state, takenOver) = (try lastSync(), state, try takenOver())
    let (skew, broken) = (try clockSkew(), try read { try brokenWord($0) })
    let (console, isTurnedAway) = (try console(), try isTurnedAway())
    let joined = membership.map {
      JoinedReport(
        address: $0.address, console: console, lastSyncAt: lastSyncAt, waiting: state.waiting,
        doubtful: state.doubtful, isTurnedAway: isTurnedAway, takenOver: takenOver, clockSkew: skew,
        brokenWord: broken)
    }
    let consoles = try joinedConsoles().count { $0.revokedAt == nil }
    return try read { db in
      let head = try OfficeFile.head(db)
      let backupAt = try Int64.fetchOne(db, sql: "SELECT backup_at FROM identity WHERE backup_at IS NOT NULL")
      return HealthReport(
        databaseBytes: Path.size(of: path) + Path.size(of: path + "-wal"),
        entries: head.seq, head: head.hash,
        openOrders: try Int.fetchOne(
          db, sql: "SELECT count(*) FROM orders WHERE running = 1 AND ended_at IS NULL") ?? 0,
        allOrders: try Int.fetchOne(db, sql: "SELECT count(*) FROM orders") ?? 0,
        schemaVersion: try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0,
        lastBackupAt: backupAt.map { Timestamp(seconds: $0) }, joined: joined,
        consoles: consoles, freeBytes: Path.room(of: path))
    }
  }

  /// Notes whether the office knows this console, for whoever looks at the file alone.
  public func noteTurnedAway(_ isAway: Bool) throws(StorageError) {
    if try isTurnedAway() != isAway { try set(Self.turnedAwaySetting, to: isAway ? "1" : nil) }
  }

  private func isTurnedAway() throws(StorageError) -> Bool { try setting(Self.turnedAwaySetting) != nil }

  private static let turnedAwaySetting = "office.turned-away"

  /// `PRAGMA synchronous` as the writing connection has it: 2 is FULL, a commit is on the disk when it
  /// returns.
  func synchronousLevel() throws(StorageError) -> Int {
    let level: Int = try writer.withLock { queue throws(StorageError) -> Int in
      try translating(path) {
        let open = try queue ?? Connection.writing(path, options)
        queue = open
        return try open.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") ?? 0 }
      }
    }
    return level
  }
}
