import Domain
import GRDB
import Sync

extension OfficeFile {
  /// Makes all rows those that were taken over, with this running day, and the index with them. Orders keep their keys,
  /// since the lists of entries go by them.
  func put(_ office: Office, _ base: Base, _ db: Database) throws {
    let others =
      "id NOT IN (SELECT id FROM taken_over WHERE kind IN ('orders', '\(Base.olderKind)'))"
    try db.execute(
      sql: "DELETE FROM entry_orders WHERE key IN (SELECT key FROM orders WHERE \(others))")
    try db.execute(sql: "DELETE FROM orders WHERE \(others)")
    try Checkpoints.deleteAll(db)
    try emptySearch(db)
    try RecordTables.replace(with: office, db)
    var rows = RowsAnew(isEmpty: try Int.fetchOne(db, sql: "SELECT 1 FROM orders LIMIT 1") == nil)
    for order in office.orders.inOrder.sorted(by: { $0.receivedAt < $1.receivedAt }) {
      try rows.put(order, isRunning: true, in: office, db)
    }
    try base.forEachEnded(db) { try rows.put($0, isRunning: false, in: office, db) }
    try rows.index.flush(db)
  }

  /// Rows of orders as they are written one after the other, with the index, of which so much is kept at most.
  private struct RowsAnew {
    private static let mostIndexed = 2_000
    let isEmpty: Bool
    var index = SearchIndex()
    private var indexed = 0

    init(isEmpty: Bool) { self.isEmpty = isEmpty }

    mutating func put(_ order: WorkOrder, isRunning: Bool, in office: Office, _ db: Database) throws {
      let (key, _) = try OrderTable.put(order, isNew: isEmpty, isRunning: isRunning, db)
      index.add(SearchText.of(order, in: office), key: key)
      indexed += 1
      if indexed.isMultiple(of: Self.mostIndexed) { try index.flush(db) }
    }
  }

  /// An older order that an entry is about, where it is not here: as it was before that entry.
  func recall(_ order: WorkOrder, before seq: Int, in office: Office, _ db: Database) throws {
    guard try OrderTable.key(of: order.id, db) == nil else { return }
    let (key, _) = try OrderTable.put(order, isNew: true, isRunning: false, db)
    var index = SearchIndex()
    index.add(SearchText.of(order, in: office), key: key)
    try index.flush(db)
    let value = try CompactEncoder().encode(order)
    try Base.keep("orders", order.id.bytes, value, isRunning: false, seq: seq, db)
  }

  /// At an office: keeps the older orders that an entry is about as they were before, for consoles that have not got
  /// them.
  func keepRecalled(by events: [KeptEvent], seq: Int, on before: Fold, _ db: Database) throws {
    for order in before.recalled(by: events) ?? [] {
      try db.cachedStatement(sql: "REPLACE INTO recalled (seq, id, value) VALUES (?, ?, ?)")
        .execute(arguments: [seq, order.id.blob, try CompactEncoder().encode(order).blob])
    }
  }

  /// Older orders that these entries are about, as they were before.
  func recalled(after first: Int, upTo last: Int, _ db: Database) throws -> [RecalledOrder]? {
    let statement = try db.cachedStatement(
      sql: "SELECT seq, value FROM recalled WHERE seq > ? AND seq <= ? ORDER BY seq")
    let rows = try Row.fetchAll(statement, arguments: [first, last])
    if rows.isEmpty { return nil }
    return rows.map { RecalledOrder(seq: $0.integer(0), order: Bytes($0.bytes(1))) }
  }
}

extension RecordTables {
  /// Makes the rows of all records those of an office.
  static func replace(with office: Office, _ db: Database) throws {
    for table in [
      "customers", "sites", "equipment", "technicians", "people", "contracts", "zones", "facts"
    ] {
      try db.execute(sql: "DELETE FROM \(table)")
    }
    var change = Fold.Change()
    change.customers = Set(office.customers.inOrder.map(\.id))
    change.sites = Set(office.sites.inOrder.map(\.id))
    change.people = Set(office.people.inOrder.map(\.id))
    change.contracts = Set(office.contracts.inOrder.map(\.id))
    change.zones = Set(office.zones.inOrder.map(\.name))
    change.technicians = Set(office.technicians.inOrder.map(\.id))
    change.equipment = Set(office.equipment.inOrder.map(\.id))
    change.changesOffice = true
    try write(change, office, db)
    var worked = Worked()
    worked.note(change, .unfounded, office)
    try write(worked, db)
  }
}
