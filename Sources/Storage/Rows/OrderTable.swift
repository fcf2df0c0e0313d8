import Domain
import Foundation
import GRDB

/// The rows of work orders, ended ones included.
enum OrderTable {
  /// Room for so many orders received in the same second before the next one's keys are used.
  private static let keysPerSecond: Int64 = 4_096

  /// Writes an order as it is now and returns its key, and whether it had no row; `isNew` says that it has
  /// none.
  static func put(
    _ order: WorkOrder, isNew: Bool = false, isRunning: Bool, _ db: Database
  ) throws -> (key: Int64, isNew: Bool) {
    let columns: StatementArguments = [
      order.ending?.at.seconds, isRunning, order.customer?.blob, order.site?.blob, order.equipment?.blob,
      try CompactEncoder().encode(order).blob
    ]
    if !isNew, let key = try change(order.id, columns, db) { return (key, false) }
    let key = try freeKey(receivedAt: order.receivedAt, db)
    try db.cachedStatement(
      sql: """
        INSERT INTO orders (ended_at, running, customer, site, equipment, value, key, id, number)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: columns + [key, order.id.blob, order.number])
    return (key, true)
  }

  private static func change(
    _ id: WorkOrder.ID, _ columns: StatementArguments, _ db: Database
  ) throws -> Int64? {
    let update = try db.cachedStatement(
      sql: """
        UPDATE orders SET ended_at = ?, running = ?, customer = ?, site = ?, equipment = ?, value = ?
        WHERE id = ? RETURNING key
        """)
    return try Int64.fetchOne(update, arguments: columns + [id.blob])
  }

  /// Takes an order's row away, with its words in the index and the list of its entries.
  static func remove(_ id: WorkOrder.ID, _ db: Database) throws {
    guard let key = try key(of: id, db) else { return }
    for row in ["search WHERE rowid", "entry_orders WHERE key", "orders WHERE key"] {
      try db.cachedStatement(sql: "DELETE FROM \(row) = ?").execute(arguments: [key])
    }
  }

  static func order(id: WorkOrder.ID, _ db: Database) throws -> WorkOrder? {
    let statement = try db.cachedStatement(sql: "SELECT value FROM orders WHERE id = ?")
    return try Row.fetchOne(statement, arguments: [id.blob]).map { try decoded($0) }
  }

  static func order(number: Int, _ db: Database) throws -> WorkOrder? {
    let statement = try db.cachedStatement(sql: "SELECT value FROM orders WHERE number = ?")
    return try Row.fetchOne(statement, arguments: [number]).map { try decoded($0) }
  }

  static func key(of id: WorkOrder.ID, _ db: Database) throws -> Int64? {
    let statement = try db.cachedStatement(sql: "SELECT key FROM orders WHERE id = ?")
    return try Int64.fetchOne(statement, arguments: [id.blob])
  }

  /// The orders of the running day, as they are stored.
  static func running(_ db: Database) throws -> [[UInt8]] {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT value FROM orders INDEXED BY orders_running WHERE running = 1 ORDER BY key")
    var blobs: [[UInt8]] = []
    while let row = try rows.next() { blobs.append(row.bytes(0)) }
    return blobs
  }

  /// An order that ended is no longer part of the day.
  static func leaveDay(_ id: WorkOrder.ID, _ db: Database) throws {
    try db.cachedStatement(sql: "UPDATE orders SET running = 0 WHERE id = ?").execute(arguments: [id.blob])
  }

  private static func decoded(_ row: Row) throws -> WorkOrder {
    try CompactDecoder().decode(WorkOrder.self, from: row.bytes(0))
  }

  /// The first free key from the second of receipt on.
  private static func freeKey(receivedAt: Timestamp, _ db: Database) throws -> Int64 {
    let last = try db.cachedStatement(sql: "SELECT max(key) FROM orders WHERE key >= ? AND key < ?")
    var second = min(max(receivedAt.seconds, -(1 << 40)), 1 << 40)
    while true {
      let first = second * keysPerSecond
      let taken = try Int64.fetchOne(last, arguments: [first, first + keysPerSecond])
      let key = taken.map { $0 + 1 } ?? first
      if key < first + keysPerSecond { return key }
      second += 1
    }
  }
}
