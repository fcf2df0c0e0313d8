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
      known[id] = try (known[id] ?? begun(id, db)) + more
      return more
    case .changed(let id, .settled), .changed(let id, .accepted), .changed(let id, .reopened):
      if let known = known[id] { return known }
      let began = try begun(id, db)
      known[id] = began
      return began
    case .changed(_, .entered), .changed(_, .alertChanged): return []
    }
  }

  /// The orders of a conflict whose beginning was not gone through: its entry has its id, and what fell with it is listed
  /// for them.
  private func begun(_ id: Conflict.ID, _ db: Database) throws -> [WorkOrder.ID] {
    let statement = try db.cachedStatement(sql: "SELECT body FROM entries WHERE submission = ?")
    guard let row = try Row.fetchOne(statement, arguments: [id.blob]) else { return [] }
    var orders: [WorkOrder.ID] = []
    for case .arose(let conflict) in Self.conflicts(row.bytes(0)) where conflict.id == id {
      orders += conflict.orders
    }
    let later = try db.cachedStatement(
      sql: """
        SELECT e.body FROM entry_conflicts x JOIN entries e ON e.seq = x.seq WHERE x.id = ? ORDER BY e.seq
        """)
    for order in orders {
      for row in try Row.fetchAll(later, arguments: [order.blob]) {
        for case .changed(id, .grew(let lost)) in Self.conflicts(row.bytes(0)) {
          orders += lost.commands.flatMap(\.orders)
        }
      }
    }
    return orders
  }

  /// What an entry says of conflicts; what cannot be read is listed by nothing.
  private static func conflicts(_ body: [UInt8]) -> [ConflictEvent] {
    let events: [KeptEvent]
    do { events = try CompactDecoder().decode(KeptEvents.self, from: body).events } catch { return [] }
    return events.compactMap { event in
      if case .office(.conflict(let conflict))? = event.known { conflict } else { nil }
    }
  }
}
