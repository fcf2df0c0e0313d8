import Domain
import GRDB
public import Sync

/// What ended long ago is in no snapshot: it follows when nothing else is to be said, the newest first.
extension OfficeFile {
  /// Orders and bytes of one answer at most.
  private static let (mostOlder, mostOlderBytes) = (500, 256 << 10)

  /// The office's answer: what ended before, and that the console's next entries are not about.
  public func older(_ request: OlderRequest, for caller: Registrar) throws -> OlderAnswer {
    guard request.log == identity.log, membership == nil else { return .nothing }
    _ = try refresh()
    // Whoever may hold his own work alone has all of it.
    if state.office.hasScope(caller.person) { return .nothing }
    let answer: (work: OlderWork, epochs: [Epoch])? = try read { db in
      guard try cursor(request.after.seq, db) == request.after else { return nil }
      return (try olderRows(request, db), try OfficeFile.epochs(db))
    }
    guard let (work, epochs) = answer else { return .nothing }
    return .work(work.signed(try signed(request.after, epochs, work.seal(answering: request))))
  }

  private func olderRows(_ request: OlderRequest, _ db: Database) throws -> OlderWork {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, value FROM orders
        WHERE running = 0 AND ended_at <= ?1 AND (ended_at < ?1 OR id < ?2)
          AND id NOT IN (SELECT id FROM recalled WHERE seq > ?3)
          AND NOT EXISTS (SELECT 1 FROM entry_orders e WHERE e.key = orders.key AND e.seq > ?3)
        ORDER BY ended_at DESC, id DESC LIMIT ?4
        """,
      arguments: [
        request.before.seconds, (request.id?.bytes ?? []).blob, request.after.seq, Self.mostOlder + 1
      ])
    var found: [SnapshotRow] = []
    var bytes = 0
    while let row = try rows.next() {
      let one = SnapshotRow(kind: .endedOrders, key: row.bytes(0), value: row.bytes(1))
      bytes += one.value.count
      // One goes into it however long it is.
      if found.count == Self.mostOlder || !found.isEmpty && bytes > Self.mostOlderBytes {
        return OlderWork(found, isLast: false)
      }
      found.append(one)
    }
    return OlderWork(found, isLast: true)
  }
}

extension OfficeFile {
  /// What to ask for next; nil where nothing is missing. A console that has a part of the entries before its snapshot
  /// gets the rest of those instead, and folds them.
  public func missingOlder() throws(StorageError) -> OlderRequest? {
    try read { db in
      guard let base = try Base.read(db), base.scope == nil, base.known == 0, !base.hasAllOrders else {
        return nil
      }
      let head = try OfficeFile.head(db)
      return OlderRequest(
        log: identity.log, after: LogCursor(seq: head.seq, hash: head.hash), before: base.since,
        id: try Self.lastOlder(db))
    }
  }

  /// Takes an answer in; what another process of this console did meanwhile counts. True with the last.
  @discardableResult public func take(
    _ work: OlderWork, to request: OlderRequest
  ) throws(StorageError) -> Bool {
    try write { db in
      guard var base = try Base.read(db), base.scope == nil, base.known == 0,
        base.since == request.before, try Self.lastOlder(db) == request.id
      else { return true }
      try checkSigned(
        work.signed, request.after, OfficeFile.epochs(db), work.seal(answering: request), db)
      let orders: [(order: WorkOrder, value: [UInt8])]
      do { orders = try work.orders } catch {
        throw StorageError.foreignPage(path: path, detail: "\(error)")
      }
      guard work.isLast || !orders.isEmpty, Self.goOn(orders.map(\.order), from: request) else {
        throw StorageError.foreignPage(path: path, detail: "older work that leads nowhere")
      }
      try put(older: orders, base, db)
      base.since = work.isLast ? .epoch : orders.last?.order.ending?.at ?? .epoch
      try base.write(to: db)
      try Self.set(Base.olderSetting, to: work.isLast ? nil : orders.last?.order.id.description, db)
      return work.isLast
    }
  }

  /// Whether each is older than the one before it, and the first than what was asked from.
  private static func goOn(_ orders: [WorkOrder], from request: OlderRequest) -> Bool {
    var (last, id) = (request.before, request.id?.bytes ?? [])
    for order in orders {
      guard let ended = order.ending?.at,
        ended < last || ended == last && order.id.bytes.lexicographicallyPrecedes(id)
      else { return false }
      (last, id) = (ended, order.id.bytes)
    }
    return true
  }

  /// What is here already came with entries about it, and is newer.
  private func put(
    older orders: [(order: WorkOrder, value: [UInt8])], _ base: Base, _ db: Database
  ) throws {
    let office = try OfficeFile.office(db)
    var index = SearchIndex()
    for (order, value) in orders where try OrderTable.key(of: order.id, db) == nil {
      let (key, _) = try OrderTable.put(order, isNew: true, isRunning: false, db)
      index.add(SearchText.of(order, in: office), key: key)
      try Base.keep("orders", order.id.bytes, value, isRunning: false, seq: base.end.seq, db)
    }
    try index.flush(db)
  }

  /// The last one of those that ended in the second that has been reached.
  private static func lastOlder(_ db: Database) throws -> WorkOrder.ID? {
    try String.fetchOne(
      db, sql: "SELECT value FROM settings WHERE name = ?", arguments: [Base.olderSetting]
    ).flatMap { WorkOrder.ID($0) }
  }
}
