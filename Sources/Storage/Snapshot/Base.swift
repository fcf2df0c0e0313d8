import Domain
import GRDB
import Sync

/// Where the ledger of a console begins that took its office's rows over instead of folding them.
struct Base {
  let end: LogCursor
  let recordedAt: Timestamp
  /// The last entry that is here from before the gap.
  var known: Int
  /// Work that ended from then on is here; all of it from the beginning of time on.
  var since: Timestamp
  let lastNumber: Int
  /// The digest of the rows, where they are one person's own work and all that may be here.
  var scope: Digest?

  /// Whether all work that has ended is here.
  var hasAllOrders: Bool { since <= .epoch }

  /// Whether the entries that were missing have come since.
  var isWhole: Bool { known >= end.seq }

  /// Whether they are listed too for the orders that they are about: what was is known before the base then.
  func isRecorded(_ db: Database) throws -> Bool {
    guard isWhole else { return false }
    return try OfficeFile.setting(Self.listedSetting, db).flatMap { Int($0) } ?? 0 >= end.seq
  }

  /// Nil in a file with its whole ledger, and in one of an older version that is only read.
  static func read(_ db: Database) throws -> Base? {
    guard try db.tableExists("base") else { return nil }
    let statement = try db.cachedStatement(
      sql: "SELECT seq, hash, recorded_at, known, since, last_number, scope FROM base")
    return try Row.fetchOne(statement).map { row in
      let scope = row.bytes(6)
      return Base(
        end: LogCursor(seq: row.integer(0), hash: row.digest(1)),
        recordedAt: Timestamp(seconds: Int64(row.integer(2))), known: row.integer(3),
        since: Timestamp(seconds: Int64(row.integer(4))), lastNumber: row.integer(5),
        scope: scope.isEmpty ? nil : Digest(rawBytes: scope))
    }
  }

  func write(to db: Database) throws {
    try db.execute(
      sql: """
        REPLACE INTO base (one, seq, hash, recorded_at, known, since, last_number, scope)
        VALUES (1, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        end.seq, end.hash.rawBytes.blob, recordedAt.seconds, known, since.seconds, lastNumber,
        scope?.rawBytes.blob
      ])
  }

  /// Forgets that anything was taken over.
  static func drop(_ db: Database) throws {
    try db.execute(sql: "DELETE FROM base")
    try db.execute(sql: "DELETE FROM taken_over")
    for name in [olderSetting, listedSetting] { try OfficeFile.set(name, to: nil, db) }
  }

  /// The running day that was taken over.
  func office(_ db: Database) throws -> Office {
    var office = Office.unfounded
    try RecordTables.read(into: &office, .takenOver(end.seq), db)
    let rows = try Row.fetchCursor(
      db, sql: "SELECT value FROM taken_over WHERE kind = 'orders' AND seq = ? AND running = 1",
      arguments: [end.seq])
    var blobs: [[UInt8]] = []
    while let row = try rows.next() { blobs.append(row.bytes(0)) }
    for order in try decodeAll(blobs, as: WorkOrder.self) { office.restore(order) }
    return office
  }

  /// An order as it was taken over.
  func order(_ id: WorkOrder.ID, _ db: Database) throws -> WorkOrder? {
    let statement = try db.cachedStatement(
      sql: "SELECT value FROM taken_over WHERE kind IN ('orders', '\(Self.olderKind)') AND id = ?")
    return try Row.fetchOne(statement, arguments: [id.blob]).map {
      try CompactDecoder().decode(WorkOrder.self, from: $0.bytes(0))
    }
  }

  /// The orders that had left that day, one at a time: there may be all that ever ended.
  func forEachEnded(_ db: Database, _ body: (WorkOrder) throws -> Void) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT value FROM taken_over WHERE kind = 'orders' AND seq = ? AND running = 0
        UNION ALL SELECT value FROM taken_over WHERE kind = '\(Self.olderKind)'
        """, arguments: [end.seq])
    let decoder = CompactDecoder()
    while let row = try rows.next() { try body(decoder.decode(WorkOrder.self, from: row.bytes(0))) }
  }

  /// How far the log had come with each console; none where nothing was taken over.
  static func marks(_ db: Database) throws -> [ConsoleMark] {
    try Row.fetchAll(db, sql: "SELECT value FROM taken_over WHERE kind = 'consoles'").map {
      try CompactDecoder().decode(ConsoleMark.self, from: $0.bytes(0))
    }
  }

  /// Older orders that came with later entries, by the entry that they came before.
  static func recalled(after seq: Int, _ db: Database) throws -> [Int: [WorkOrder]] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT seq, value FROM taken_over WHERE kind = 'orders' AND seq > ?", arguments: [seq])
    var recalled: [Int: [WorkOrder]] = [:]
    for row in rows {
      let order = try CompactDecoder().decode(WorkOrder.self, from: row.bytes(1))
      recalled[row.integer(0), default: []].append(order)
    }
    return recalled
  }

  /// What came after the snapshot, of what that left out, stands apart: whoever wants the day does not read it.
  static let olderKind = "older"

  /// The setting that says how far within its second older work has come.
  static let olderSetting = "older.last"

  /// The setting that says up to which of the entries before the base all are listed for the orders that are here.
  static let listedSetting = "older.listed"

  /// Keeps a row as it was taken over.
  static func keep(
    _ kind: String, _ key: [UInt8], _ value: [UInt8], isRunning: Bool = true, seq: Int, _ db: Database
  ) throws {
    try db.cachedStatement(
      sql: "REPLACE INTO taken_over (kind, id, seq, running, value) VALUES (?, ?, ?, ?, ?)"
    ).execute(arguments: [kind, key.blob, seq, isRunning, value.blob])
  }
}
