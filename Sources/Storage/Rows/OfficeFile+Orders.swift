public import Domain
import GRDB

extension OfficeFile {
  /// An order by the number people say, ended ones included.
  public func order(number: Int) throws(StorageError) -> WorkOrder? {
    try read { try OrderTable.order(number: number, $0) }
  }

  public func order(id: WorkOrder.ID) throws(StorageError) -> WorkOrder? {
    try read { try OrderTable.order(id: id, $0) }
  }

  /// Orders that have left the running day, newest first; `before` goes on where the last page ended.
  public func endedOrders(
    before: OrderPlace? = nil, limit: Int
  ) throws(StorageError) -> (
    orders: [WorkOrder], next: OrderPlace?
  ) {
    try read { db in
      let page = try OrderTable.page(
        "key < ? AND running = 0 ORDER BY key DESC", from: before?.key ?? .max, limit: limit, db)
      return (page.orders, page.last.map { OrderPlace(key: $0) })
    }
  }

  /// Work that has ended on a piece of equipment, what ended last first.
  public func endedOrders(on equipment: Equipment.ID, limit: Int) throws(StorageError) -> [WorkOrder] {
    try read { try OrderTable.ended("equipment = ?", [equipment.blob], limit: limit, $0) }
  }

  /// Work that has ended at a site, what ended last first.
  public func endedOrders(at site: Site.ID, limit: Int) throws(StorageError) -> [WorkOrder] {
    try read { try OrderTable.ended("site = ?", [site.blob], limit: limit, $0) }
  }

  /// Work that has ended for a customer, said so on the order or by its site, what ended last first.
  public func endedOrders(of customer: Customer.ID, limit: Int) throws(StorageError) -> [WorkOrder] {
    let office = state.office
    let sites = office.sites.unordered.filter { $0.customer == customer }.map(\.id)
    return try read { db in
      var orders = try OrderTable.ended("customer = ?", [customer.blob], limit: limit, db)
      for site in sites {
        orders += try OrderTable.ended("customer IS NULL AND site = ?", [site.blob], limit: limit, db)
      }
      return Array(orders.sorted { $0.endedLater(than: $1) }.prefix(limit))
    }
  }

  /// Every order, the one received first first, until the closure says no. In pages: what is written
  /// meanwhile may or may not be seen.
  public func forEachOrder(_ body: (WorkOrder) throws -> Bool) throws {
    var last = Int64.min
    while true {
      let page = try read { try OrderTable.page("key > ? ORDER BY key", from: last, limit: 500, $0) }
      for order in page.orders where try !body(order) { return }
      guard let end = page.last else { return }
      last = end
    }
  }
}

/// Where a page of orders ended.
public struct OrderPlace: Hashable, Sendable {
  let key: Int64
}

extension OrderTable {
  /// Ended orders of a condition that an index answers, what ended last first.
  static func ended(
    _ condition: String, _ arguments: StatementArguments, limit: Int, _ db: Database
  ) throws -> [WorkOrder] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT value FROM orders WHERE \(condition) AND ended_at IS NOT NULL ORDER BY ended_at DESC LIMIT ?
        """)
    let rows = try Row.fetchCursor(statement, arguments: arguments + [limit])
    var blobs: [[UInt8]] = []
    while let row = try rows.next() { blobs.append(row.bytes(0)) }
    return try decodeAll(blobs, as: WorkOrder.self).map(\.value)
  }

  static func page(
    _ condition: String, from key: Int64, limit: Int, _ db: Database
  ) throws -> (orders: [WorkOrder], last: Int64?) {
    let statement = try db.cachedStatement(sql: "SELECT key, value FROM orders WHERE \(condition) LIMIT ?")
    let rows = try Row.fetchCursor(statement, arguments: [key, limit])
    var blobs: [[UInt8]] = []
    var last: Int64?
    while let row = try rows.next() {
      last = Int64(row.integer(0))
      blobs.append(row.bytes(1))
    }
    return (try decodeAll(blobs, as: WorkOrder.self).map(\.value), last)
  }
}

extension WorkOrder {
  fileprivate func endedLater(than other: WorkOrder) -> Bool {
    (ending?.at ?? .epoch, number) > (other.ending?.at ?? .epoch, other.number)
  }
}
