import Domain
import GRDB
import Sync

/// Writes what entries changed to the rows, the search index and the lists of a record's entries.
struct RowKeeper {
  private let db: Database
  private var index = SearchIndex()
  private var worked = RecordTables.Worked()
  private var erased: [Identifier<PersonalText>] = []

  init(_ db: Database) { self.db = db }

  /// Writes one entry's change. `finish` must follow before the transaction ends.
  mutating func write(
    _ change: Fold.Change, of events: [KeptEvent], seq: Int, before: Office, after: Office
  ) throws {
    for case .known(.office(.wordsErased(let texts))) in events { erased += texts }
    for order in change.swept { try OrderTable.leaveDay(order.id, db) }
    let about = Set(events.compactMap(\.order))
    let made = Set(events.compactMap(\.madeOrder))
    for (id, box) in change.orders.sorted(by: { $0.key < $1.key }) {
      let order = box.value
      let (key, isNew) = try OrderTable.put(
        order, isNew: made.contains(id) && before.order(id) == nil, isRunning: !change.departed.contains(id),
        db)
      if about.contains(id) { try note(seq, key) }
      if isNew {
        index.add(SearchText.of(order, in: after), key: key)
      } else if let old = before.order(id), !SearchText.isSame(old, in: before, order, in: after) {
        index.change(SearchText.of(order, in: after), key: key)
      }
    }
    for id in about where change.orders[id] == nil {
      if let key = try OrderTable.key(of: id, db) { try note(seq, key) }
    }
    for id in Set(events.compactMap(\.recordID)) { try note(seq, id) }
    for id in Set(events.flatMap { $0.contested(in: after) }) { try noteConflict(seq, id) }
    try RecordTables.write(change, after, db)
    worked.note(change, before, after)
    try index.rename(change, before, after, db)
  }

  /// The words that entries have erased since it was last asked: whoever writes the rows erases them before the next
  /// entry, which may bring others under the same ids.
  mutating func takeErased() -> [Identifier<PersonalText>] {
    defer { erased = [] }
    return erased
  }

  mutating func finish() throws {
    try RecordTables.write(worked, db)
    worked = RecordTables.Worked()
    try index.flush(db)
  }

  /// Lists an entry that is not folded, for the orders that are here, for all other records that it is about, and for
  /// these orders about which something was refused in it or that was settled.
  func note(_ events: [KeptEvent], seq: Int, contested: [WorkOrder.ID]) throws {
    for id in Set(events.compactMap(\.order)) {
      if let key = try OrderTable.key(of: id, db) { try note(seq, key) }
    }
    for id in Set(events.compactMap(\.recordID)) { try note(seq, id) }
    for id in Set(contested) { try noteConflict(seq, id) }
  }

  private func note(_ seq: Int, _ key: Int64) throws {
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO entry_orders (key, seq) VALUES (?, ?)")
      .execute(arguments: [key, seq])
  }

  private func noteConflict(_ seq: Int, _ order: WorkOrder.ID) throws {
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO entry_conflicts (id, seq) VALUES (?, ?)")
      .execute(arguments: [order.blob, seq])
  }

  private func note(_ seq: Int, _ record: RecordID) throws {
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO entry_records (id, seq) VALUES (?, ?)")
      .execute(arguments: [record.blob, seq])
  }
}
