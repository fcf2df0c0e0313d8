import Domain
import GRDB

/// What the office has once. The next number is written with it and is at least one past the last order's.
private struct RunningDay: Codable {
  let nextNumber: Int
  let dayOpenedAt: Timestamp
  let deskOpenedAt: Timestamp?
}

extension RecordTables {
  static func writeFacts(of office: Office, _ db: Database) throws {
    try putFact("profile", office.profile, db)
    try putFact("limits", office.limits, db)
    try putFact("trades", office.trades, db)
    try putFact("onCall", office.onCall, db)
    try putFact("templates", office.templates, db)
    try putFact("sendingRules", office.sendingRules, db)
    try putFact("handover", office.handover, db)
    try putFact("conflicts", office.conflicts, db)
    try putFact("leases", office.leases, db)
    try putFact(
      "day",
      RunningDay(
        nextNumber: office.nextNumber, dayOpenedAt: office.dayOpenedAt, deskOpenedAt: office.deskOpenedAt),
      db)
  }

  static func readFacts(into office: inout Office, _ source: RowSource, _ db: Database) throws {
    if let profile = try fact("profile", OfficeProfile.self, source, db) { office.profile = profile }
    if let limits = try fact("limits", Limits.self, source, db) { office.limits = limits }
    if let trades = try fact("trades", Taxonomy.self, source, db) { office.trades = trades }
    if let onCall = try fact("onCall", [OnCallTurn].self, source, db) { office.onCall = onCall }
    if let templates = try fact("templates", [MessageTemplate].self, source, db) {
      office.templates = templates
    }
    if let rules = try fact("sendingRules", [SendingRule].self, source, db) {
      office.sendingRules = rules
    }
    if let handover = try fact("handover", Handover.self, source, db) { office.handover = handover }
    if let conflicts = try fact("conflicts", [Conflict].self, source, db) { office.conflicts = conflicts }
    if let leases = try fact("leases", [NumberLease].self, source, db) { office.leases = leases }
    if let day = try fact("day", RunningDay.self, source, db) {
      office.nextNumber = day.nextNumber
      office.dayOpenedAt = day.dayOpenedAt
      office.deskOpenedAt = day.deskOpenedAt
    }
    office.nextNumber = max(office.nextNumber, try source.lastNumber(db) + 1)
  }

  private static func putFact(_ name: String, _ value: some Encodable, _ db: Database) throws {
    let bytes = try CompactEncoder().encode(value)
    try db.cachedStatement(
      sql: """
        INSERT INTO facts (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value
        """
    ).execute(arguments: [name, bytes.blob])
  }

  private static func fact<Value: Decodable>(
    _ name: String, _ type: Value.Type, _ source: RowSource, _ db: Database
  ) throws -> Value? {
    guard let bytes = try source.fact(name, db) else { return nil }
    return try CompactDecoder().decode(type, from: bytes)
  }
}
