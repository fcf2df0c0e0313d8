import Domain
import GRDB
import Sync

/// The tables of a file, in numbered steps that are never edited once released.
enum Schema {
  /// Marks a database as a console's file: "CLLT" in SQLite's application id.
  static let applicationID: Int32 = 0x434C_4C54

  /// Each step's SQL, the first at index 0; a file's `user_version` says how many it has taken.
  static let steps: [[UInt8]] = [
    PackageResources.v0001_initial_sql, PackageResources.v0002_snapshots_sql,
    PackageResources.v0003_scope_sql, PackageResources.v0004_signed_sql,
    PackageResources.v0005_beginnings_sql, PackageResources.v0006_seen_sql,
    PackageResources.v0007_versions_sql, PackageResources.v0008_contacts_sql,
    PackageResources.v0009_seals_sql, PackageResources.v0010_consoles_sql
  ]

  /// The version this program knows.
  static var version: Int { steps.count }

  /// From this version on the seals of what the office signed are kept.
  static let sealsHeads = 9

  /// The version of a file: an older one that is only read lacks what came later.
  static func version(_ db: Database) throws -> Int { try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 }

  /// Takes the steps that a file still lacks, within the caller's transaction.
  static func migrate(_ db: Database) throws {
    let taken = try version(db)
    for step in steps.dropFirst(taken) {
      try db.execute(sql: String(decoding: step, as: UTF8.self))
    }
    if (1..<5).contains(taken) { try beginConflicts(db) }
    if (1..<listsContests).contains(taken) { try listContested(db) }
    if (1..<keepsConsoles).contains(taken) { try keepConsoles(db) }
    if taken == 0 { try OfficeFile.set(OfficeFile.foldSetting, to: OfficeFile.fold, db) }
    if taken < steps.count {
      try db.execute(sql: "PRAGMA user_version = \(steps.count)")
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    }
  }

  /// The rows of older versions have conflicts without an owner. What cannot be read is left to a rebuild.
  private static func beginConflicts(_ db: Database) throws {
    var office: Office
    do { office = try OfficeFile.office(db) } catch { return }
    if try office.beginConflicts(wasActive: { try wasActive($0, db) }) {
      try RecordTables.writeFacts(of: office, db)
    }
    try beginConflictsTakenOver(db)
  }

  /// The same in the rows that a console took over from its office, which its ledger begins with.
  private static func beginConflictsTakenOver(_ db: Database) throws {
    guard let base = try Base.read(db) else { return }
    var office: Office
    do { office = try base.office(db) } catch { return }
    guard try office.beginConflicts(wasActive: { try wasActive($0, db) }) else { return }
    for fact in try OfficeFacts.of(office) where fact.name == "conflicts" {
      try Base.keep("facts", Array(fact.name.utf8), fact.value, seq: base.end.seq, db)
    }
  }

  /// Whether somebody acted here when what he wanted was refused: by the first change of that since, where the ledger
  /// has the refusal. Nil where nothing changed it, or the ledger begins later.
  private static func wasActive(_ conflict: Conflict, _ db: Database) throws -> Bool? {
    let refused = try Int.fetchOne(
      db, sql: "SELECT seq FROM entries WHERE submission = ?", arguments: [conflict.id.blob])
    guard let refused else { return nil }
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT e.body FROM entry_records x JOIN entries e ON e.seq = x.seq
        WHERE x.id = ? AND x.seq > ? ORDER BY x.seq
        """, arguments: [conflict.person.blob, refused])
    while let row = try rows.next() {
      let body: KeptEvents
      do { body = try CompactDecoder().decode(KeptEvents.self, from: row.bytes(0)) } catch { continue }
      for case .person(conflict.person, .edited(let changes))? in body.events.map(\.known) {
        let status = changes.first { $0.field == .status }
        if let status { return status.from.map { $0.words == Person.Standing.active.rawValue } ?? true }
      }
    }
    return nil
  }

  /// Refuses what is no console's file, or one that a newer version wrote.
  static func inspect(_ db: Database, path: String) throws {
    let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    guard application == applicationID else {
      throw StorageError.notAnOffice(path: path, detail: "nothing in it says so")
    }
    let found = try version(db)
    if found > version { throw StorageError.newerSchema(path: path, found: found, known: version) }
  }
}
