public import Domain
import GRDB
public import Sync

/// What a snapshot left out follows piece by piece: older work, the newest first, then the entries that lead to it. How
/// far that is stands in the file.
extension OfficeFile {
  /// Why nothing of it is fetched just now; nil where it may be.
  public var olderRest: OlderRest? {
    if !options.fetchesOlderWork { return .turnedOff }
    return Path.room(of: path).map { $0 < options.roomKept } ?? false ? .noRoom : nil
  }

  /// What to ask for next, as long as this in bytes; nil where nothing is missing that may be here.
  public func olderRequest(atMost bytes: Int) throws(StorageError) -> OlderRequest? {
    try read { db in
      guard let base = try Base.read(db), base.scope == nil else { return nil }
      let wanted: OlderRequest.Wanted
      if !base.hasAllOrders {
        wanted = .orders(before: base.since, id: try Self.lastOlder(db))
      } else if !base.isWhole, let known = try cursor(base.known, db) {
        wanted = .entries(after: known)
      } else {
        return nil
      }
      let head = try OfficeFile.head(db)
      return OlderRequest(
        log: identity.log, after: LogCursor(seq: head.seq, hash: head.hash), wanted: wanted, bytes: bytes)
    }
  }

  /// Takes an answer in. False where it does not fit what is here by now, and is to be asked for again.
  @discardableResult public func take(
    _ answer: OlderAnswer, to request: OlderRequest
  ) throws(StorageError) -> Bool {
    switch (answer, request.wanted) {
    case (.work(let work), .orders(let instant, let id)):
      return try write { db in try take(work, after: request.after, before: instant, id, db) }
    case (.entries(let page), .entries(let cursor)):
      // A console that has begun anew since asks again: what the snapshot told to be erased is gone from the next answer.
      guard let base = try read({ try Base.read($0) }), base.known == cursor.seq,
        base.end.seq <= request.after.seq
      else { return false }
      _ = try fill(page)
      return true
    case (.nothing, _): return false
    case (.work, .entries), (.entries, .orders):
      throw .foreignPage(path: path, detail: "the answer to another question")
    }
  }

  /// Lists some of the entries that are here from before the snapshot, once the orders are that they are about. False
  /// where all are listed.
  public func listOlder() throws(StorageError) -> Bool {
    func next(_ db: Database) throws -> (listed: Int, known: Int)? {
      guard let base = try Base.read(db), base.scope == nil, base.hasAllOrders else { return nil }
      let listed = try Self.setting(Base.listedSetting, db).flatMap { Int($0) } ?? 0
      return listed < base.known ? (listed, base.known) : nil
    }
    guard try read(next) != nil else { return false }
    try write { db in
      guard let (listed, known) = try next(db) else { return }
      let rows = RowKeeper(db)
      let decoder = CompactDecoder(entriesOf: db)
      var contests = Contests()
      for row in try ledgerRows(since: listed, limit: min(Self.mostListed, known - listed), db) {
        let events = row.events(decoder)
        try rows.note(events, seq: row.head.seq, contested: contests.orders(of: events, db))
      }
      let through = min(known, listed + Self.mostListed)
      try Self.set(Base.listedSetting, to: String(through), db)
    }
    return true
  }

  /// So many entries are listed at once: who saves a call meanwhile does not notice.
  private static let mostListed = 500
}

extension OfficeFile {
  /// An answer fits as long as this console has not gone back before the entry that it was asked after, nor begun anew
  /// behind it. What was changed since has come along with its entries and is here already; what was erased since is
  /// erased from it.
  private func take(
    _ work: OlderWork, after: LogCursor, before instant: Timestamp, _ id: WorkOrder.ID?, _ db: Database
  ) throws -> Bool {
    guard var base = try Base.read(db), base.scope == nil, base.end.seq <= after.seq,
      base.since == instant, try Self.lastOlder(db) == id, try cursor(after.seq, db) == after
    else { return false }
    try checkSigned(work.signed, after, OfficeFile.epochs(db), work.seal(before: instant, id), db)
    let orders: [(order: WorkOrder, value: [UInt8])]
    do { orders = try work.orders } catch {
      throw StorageError.foreignPage(path: path, detail: "\(error)")
    }
    guard work.isLast || !orders.isEmpty, Self.goOn(orders.map(\.order), before: instant, id) else {
      throw StorageError.foreignPage(path: path, detail: "older work that leads nowhere")
    }
    try put(older: orders, base, db)
    base.since = work.isLast ? .epoch : orders.last?.order.ending?.at ?? .epoch
    try base.write(to: db)
    try Self.set(Base.olderSetting, to: work.isLast ? nil : orders.last?.order.id.description, db)
    return true
  }

  /// Whether each is older than the one before it, and the first than what was asked from.
  private static func goOn(_ orders: [WorkOrder], before instant: Timestamp, _ id: WorkOrder.ID?) -> Bool {
    var (last, key) = (instant, id?.bytes ?? [])
    for order in orders {
      guard let ended = order.ending?.at,
        ended < last || ended == last && order.id.bytes.lexicographicallyPrecedes(key)
      else { return false }
      (last, key) = (ended, order.id.bytes)
    }
    return true
  }

  /// What is here already came with the snapshot or with entries about it, and is newer.
  private func put(older orders: [(order: WorkOrder, value: [UInt8])], _ base: Base, _ db: Database) throws {
    let office = try caughtUp(confirmed, db).office
    let eraser = Eraser(
      try Row.fetchAll(db, sql: "SELECT id FROM erased").compactMap { $0.identifier(0) })
    var index = SearchIndex()
    for (given, bytes) in orders where try OrderTable.key(of: given.id, db) == nil {
      let order = try eraser.erased(given)
      let value = order == given ? bytes : try CompactEncoder().encode(order)
      let (key, _) = try OrderTable.put(order, isNew: true, isRunning: false, db)
      index.add(SearchText.of(order, in: office), key: key)
      try Base.keep(Base.olderKind, order.id.bytes, value, isRunning: false, seq: base.end.seq, db)
    }
    try index.flush(db)
  }

  /// The last one of those that ended in the second that has been reached.
  private static func lastOlder(_ db: Database) throws -> WorkOrder.ID? {
    try setting(Base.olderSetting, db).flatMap { WorkOrder.ID($0) }
  }
}
