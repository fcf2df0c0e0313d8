import Domain
import GRDB
public import Sync

/// What a snapshot leaves out, for consoles that ask for it when nothing else is to be said.
extension OfficeFile {
  public func older(_ request: OlderRequest, for caller: Registrar) throws -> OlderAnswer {
    guard request.log == identity.log, membership == nil else { return .nothing }
    _ = try refresh()
    // Whoever may hold his own work alone has all of it, and no entries.
    if state.office.hasScope(caller.person) { return .nothing }
    switch request.wanted {
    case .orders(let instant, let id): return try olderWork(request, before: instant, id)
    case .entries(let cursor): return try olderEntries(request, after: cursor)
    }
  }

  private func olderWork(
    _ request: OlderRequest, before instant: Timestamp, _ id: WorkOrder.ID?
  ) throws -> OlderAnswer {
    let answer: (work: OlderWork, epochs: [Epoch])? = try read { db in
      guard try cursor(request.after.seq, db) == request.after else { return nil }
      return (try olderRows(request, before: instant, id, db), try OfficeFile.epochs(db))
    }
    guard let (work, epochs) = answer else { return .nothing }
    return .work(work.signed(try signed(request.after, epochs, work.seal(before: instant, id))))
  }

  /// Without the older orders that its entries are about: whoever has a snapshot does not fold them.
  private func olderEntries(_ request: OlderRequest, after cursor: LogCursor) throws -> OlderAnswer {
    guard case .page(let full) = try page(of: request.log, after: cursor, atMost: request.limit),
      !full.entries.isEmpty
    else { return .nothing }
    let page = Page(epochs: full.epochs, entries: full.entries, end: full.end, isLast: full.isLast)
    return .entries(page.signed(try signed(page.end, page.epochs, page.seal)))
  }

  private func olderRows(
    _ request: OlderRequest, before instant: Timestamp, _ id: WorkOrder.ID?, _ db: Database
  ) throws -> OlderWork {
    let limit = request.limit
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, value FROM orders INDEXED BY orders_ended
        WHERE running = 0 AND (ended_at, id) < (?1, ?2)
          AND id NOT IN (SELECT id FROM recalled WHERE seq > ?3)
          AND NOT EXISTS (SELECT 1 FROM entry_orders e WHERE e.key = orders.key AND e.seq > ?3)
        ORDER BY ended_at DESC, id DESC LIMIT ?4
        """,
      arguments: [instant.seconds, (id?.bytes ?? []).blob, request.after.seq, limit.items + 1])
    var (found, bytes): ([SnapshotRow], Int) = ([], 0)
    while let row = try rows.next() {
      let one = SnapshotRow(kind: .endedOrders, key: row.bytes(0), value: row.bytes(1))
      bytes += one.value.count
      // One goes into it however long it is.
      if !found.isEmpty, found.count == limit.items || bytes > limit.bytes {
        return OlderWork(found, isLast: false)
      }
      found.append(one)
    }
    return OlderWork(found, isLast: true)
  }
}
