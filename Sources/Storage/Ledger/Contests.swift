import Domain
import GRDB
import Sync

/// Which orders were contested, found out from entries alone, in their order.
struct Contests {
  private var known: [Conflict.ID: [WorkOrder.ID]] = [:]

  init() {}

  /// With those that were open when the rows were taken over.
  init(takenOver base: Base, _ db: Database) throws {
    var office = Office.unfounded
    try RecordTables.readFacts(into: &office, .takenOver(base.end.seq), db)
    for conflict in office.conflicts { known[conflict.id] = conflict.orders }
  }

  /// The orders about which an entry with these events refuses something, or of which it settles that.
  mutating func orders(of events: [KeptEvent], _ db: Database) throws -> [WorkOrder.ID] {
    var orders: [WorkOrder.ID] = []
    for case .office(.conflict(let event))? in events.map(\.known) {
      orders += try self.orders(of: event, db)
    }
    return orders
  }

  private mutating func orders(of event: ConflictEvent, _ db: Database) throws -> [WorkOrder.ID] {
    switch event {
    case .arose(let conflict):
      known[conflict.id] = conflict.orders
      return conflict.orders
    case .changed(let id, .grew(let lost)):
      let more = lost.commands.flatMap(\.orders)
      known[id, default: []] += more
      return more
    case .changed(let id, .settled), .changed(let id, .reopened):
      if let known = known[id] { return known }
      let began = try begun(id, db)
      known[id] = began
      return began
    case .changed(_, .alertChanged): return []
    }
  }

  /// The orders of a conflict whose beginning was not gone through: its entry has its id.
  private func begun(_ id: Conflict.ID, _ db: Database) throws -> [WorkOrder.ID] {
    let statement = try db.cachedStatement(sql: "SELECT body FROM entries WHERE submission = ?")
    guard let row = try Row.fetchOne(statement, arguments: [id.blob]) else { return [] }
    let events: [KeptEvent]
    // What cannot be read is listed by nothing.
    do { events = try CompactDecoder().decode(KeptEvents.self, from: row.bytes(0)).events } catch {
      return []
    }
    for case .office(.conflict(.arose(let conflict)))? in events.map(\.known) where conflict.id == id {
      return conflict.orders
    }
    return []
  }
}
