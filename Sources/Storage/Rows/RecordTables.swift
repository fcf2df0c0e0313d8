import Domain
import GRDB
import Sync

/// The rows of what people, places and things are: whole values by id.
enum RecordTables {
  /// Equipment and technicians that work has left its mark on. In an import hundreds of orders touch the same few:
  /// their rows are written once, before the transaction ends.
  struct Worked {
    fileprivate var equipment: Set<Equipment.ID> = []
    fileprivate var technicians: Set<Technician.ID> = []
    fileprivate var latest = Office.unfounded

    mutating func note(_ change: Fold.Change, _ before: Office, _ after: Office) {
      for id in change.equipment where before.equipment[id] != after.equipment[id] { equipment.insert(id) }
      for id in change.technicians where before.technicians[id] != after.technicians[id] {
        technicians.insert(id)
      }
      latest = after
    }
  }

  static func write(_ worked: Worked, _ db: Database) throws {
    for id in worked.technicians.sorted() {
      try put(worked.latest.technicians[id], id.blob, "technicians", db)
    }
    for id in worked.equipment.sorted() { try put(worked.latest.equipment[id], id.blob, "equipment", db) }
  }

  /// Writes the records that an entry changed, as the office has them now.
  static func write(_ change: Fold.Change, _ after: Office, _ db: Database) throws {
    for id in change.customers.sorted() { try put(after.customers[id], id.blob, "customers", db) }
    for id in change.sites.sorted() { try put(after.sites[id], id.blob, "sites", db) }
    for id in change.people.sorted() { try put(after.people[id], id.blob, "people", db) }
    for id in change.contracts.sorted() { try put(after.contracts[id], id.blob, "contracts", db) }
    for name in change.zones.sorted() { try put(after.zones[name], name, "zones", key: "name", db) }
    if change.changesOffice { try writeFacts(of: after, db) }
  }

  /// Makes the rows of the records in which two offices differ those of the first; hands back which these are.
  static func put(_ then: Office, inPlaceOf now: Office, _ db: Database) throws -> Fold.Change {
    func differing<ID, Value>(
      _ table: String, _ register: (Office) -> Register<Identifier<ID>, Value>
    ) throws -> Set<Identifier<ID>> {
      let (before, after) = (register(now), register(then))
      let ids = after.changedIDs(since: before).filter { after[$0] != before[$0] }
      for id in ids where !after.contains(id) {
        try db.execute(sql: "DELETE FROM \(table) WHERE id = ?", arguments: [id.blob])
      }
      return Set(ids)
    }
    var change = Fold.Change()
    change.customers = try differing("customers", \.customers.records)
    change.sites = try differing("sites", \.sites.records)
    change.equipment = try differing("equipment", \.equipment.records)
    change.technicians = try differing("technicians", \.technicians)
    change.people = try differing("people", \.people)
    change.contracts = try differing("contracts", \.contracts)
    change.changesOffice = true
    // Few of them, under names: written anew as they are.
    try db.execute(sql: "DELETE FROM zones")
    change.zones = Set(then.zones.inOrder.map(\.name))
    try write(change, then, db)
    var worked = Worked()
    worked.note(change, now, then)
    try write(worked, db)
    return change
  }

  /// Reads all of them into an office.
  static func read(into office: inout Office, _ source: RowSource, _ db: Database) throws {
    try each("customers", Customer.self, source, db) { office.customers.keep($0, as: $0.value.id) }
    try each("sites", Site.self, source, db) { office.sites.keep($0, as: $0.value.id) }
    try each("equipment", Equipment.self, source, db) { office.equipment.keep($0, as: $0.value.id) }
    try each("technicians", Technician.self, source, db) { office.technicians.keep($0, as: $0.value.id) }
    try each("people", Person.self, source, db) { office.people.keep($0, as: $0.value.id) }
    try each("contracts", Contract.self, source, db) { office.contracts.keep($0, as: $0.value.id) }
    try each("zones", ZoneRules.self, source, db) { office.zones[$0.value.name] = $0.value }
    try readFacts(into: &office, source, db)
  }

  private static func put(
    _ value: (some Encodable)?, _ id: some DatabaseValueConvertible, _ table: String, key: String = "id",
    _ db: Database
  ) throws {
    guard let value else { return }
    let bytes = try CompactEncoder().encode(value)
    try db.cachedStatement(
      sql: """
        INSERT INTO \(table) (\(key), value) VALUES (?, ?)
        ON CONFLICT (\(key)) DO UPDATE SET value = excluded.value
        """
    ).execute(arguments: [id, bytes.blob])
  }

  private static func each<Value: Decodable & Hashable & Sendable>(
    _ table: String, _ type: Value.Type, _ source: RowSource, _ db: Database, _ body: (Boxed<Value>) -> Void
  ) throws {
    for value in try decodeAll(source.values(of: table, db), as: type) { body(value) }
  }
}
