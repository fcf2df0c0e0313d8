import Domain
import GRDB
import Sync

extension Schema {
  /// From this version on the list is whole.
  static let listsContests = 8

  /// Lists the entries by which something was refused or that was settled, in a file that kept no such list when they
  /// were written. What cannot be read is left to a rebuild.
  static func listContested(_ db: Database) throws {
    // Nothing is refused later where nobody but the office itself gives commands.
    if try Int.fetchOne(db, sql: "SELECT count(*) FROM consoles") ?? 0 < 2 { return }
    let base = try Base.read(db)
    var orders: [Conflict.ID: [WorkOrder.ID]] = [:]
    do {
      for conflict in try base?.office(db).office.conflicts ?? [] { orders[conflict.id] = conflict.orders }
    } catch { return }
    let seqs = try Int.fetchAll(
      db, sql: "SELECT seq FROM entries WHERE seq > ? ORDER BY seq", arguments: [base?.end.seq ?? 0])
    let entry = try db.cachedStatement(sql: "SELECT body FROM entries WHERE seq = ?")
    let decoder = CompactDecoder()
    for seq in seqs {
      guard let body = try Row.fetchOne(entry, arguments: [seq])?.bytes(0) else { continue }
      let events: [KeptEvent]
      do { events = try decoder.decode(KeptEvents.self, from: body).events } catch { continue }
      for case .office(.conflict(let event))? in events.map(\.known) {
        for order in contested(by: event, &orders) {
          try db.execute(
            sql: "INSERT OR IGNORE INTO entry_conflicts (id, seq) VALUES (?, ?)",
            arguments: [order.blob, seq])
        }
      }
    }
  }

  /// The orders that it is about, as the office has them after it; `known` are those of the conflicts before.
  private static func contested(
    by event: ConflictEvent, _ known: inout [Conflict.ID: [WorkOrder.ID]]
  ) -> [WorkOrder.ID] {
    switch event {
    case .arose(let conflict):
      known[conflict.id] = conflict.orders
      return conflict.orders
    case .changed(let id, .grew(let lost)):
      let more = lost.commands.flatMap(\.orders)
      known[id, default: []] += more
      return more
    case .changed(let id, .settled), .changed(let id, .reopened): return known[id] ?? []
    case .changed(_, .alertChanged): return []
    }
  }
}
