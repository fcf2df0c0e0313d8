public import Domain
import GRDB
import Synchronization

extension OfficeFile {
  /// Erases words about a person for good: from where the ledger looks them up, from the rows and from the
  /// index. The chain stays whole, since it holds only a salted hash of them. SQLite overwrites what is
  /// deleted.
  public func erasePersonalText(_ id: Identifier<PersonalText>) throws(StorageError) {
    try write { db in
      let seqs = try Int.fetchAll(
        db, sql: "SELECT DISTINCT seq FROM personal WHERE id = ?", arguments: [id.blob])
      try db.execute(sql: "DELETE FROM personal WHERE id = ?", arguments: [id.blob])
      let eraser = Eraser(id)
      var orders: Set<WorkOrder.ID> = []
      for seq in seqs {
        guard let row = try ledgerRows(since: seq - 1, limit: 1, db).first else { continue }
        orders.formUnion(row.events(CompactDecoder()).compactMap(\.order))
      }
      let office = try OfficeFile.office(db)
      for id in orders.sorted() {
        guard let order = try OrderTable.order(id: id, db) else { continue }
        let erased = try eraser.erased(order)
        if erased == order { continue }
        let (key, _) = try OrderTable.put(erased, isRunning: office.order(id) != nil, db)
        let text = SearchText.of(erased, in: office)
        try db.execute(sql: "UPDATE search SET words = ? WHERE rowid = ?", arguments: [text, key])
      }
      try db.execute(sql: "INSERT INTO search (search) VALUES ('optimize')")
      try RecordTables.erase(eraser, in: office, db)
    }
    try checkpoint()
    try load()
  }

  /// Empties the write-ahead log, so that what was overwritten is not left in it.
  private func checkpoint() throws(StorageError) {
    let result: Result<Void, StorageError> = writer.withLock { queue in
      guard let open = queue else { return .success(()) }
      do {
        return .success(
          try open.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") })
      } catch {
        return .failure(StorageError(error, path: path))
      }
    }
    try result.get()
  }
}

/// Replaces one text about a person in any value: the value passes through the coder, which hands every such
/// text to its vault, and comes back without the one.
private final class EraserVault: PersonalVault {
  let id: Identifier<PersonalText>
  let others = WritingVault()

  init(_ id: Identifier<PersonalText>) { self.id = id }

  func keep(_ text: PersonalText) -> Digest { text.id == id ? .zero : others.keep(text) }

  func words(of id: Identifier<PersonalText>, hash: Digest) -> String? { others.words(of: id, hash: hash) }
}

struct Eraser {
  private let id: Identifier<PersonalText>

  init(_ id: Identifier<PersonalText>) { self.id = id }

  func erased<Value: Codable>(_ value: Value) throws -> Value {
    let info: [CodingUserInfoKey: any Sendable] = [.personalVault: EraserVault(id)]
    return try CompactDecoder(userInfo: info).decode(
      Value.self, from: CompactEncoder(userInfo: info).encode(value))
  }
}

extension RecordTables {
  /// Erases it from the records of people, places and things.
  static func erase(_ eraser: Eraser, in office: Office, _ db: Database) throws {
    var after = office
    var change = Fold.Change()
    for one in office.sites.inOrder {
      let erased = try eraser.erased(one)
      if erased == one { continue }
      after.sites[one.id] = erased
      change.sites.insert(one.id)
    }
    for one in office.equipment.inOrder {
      let erased = try eraser.erased(one)
      if erased == one { continue }
      after.equipment[one.id] = erased
      change.equipment.insert(one.id)
    }
    for one in office.technicians.inOrder {
      let erased = try eraser.erased(one)
      if erased == one { continue }
      after.technicians[one.id] = erased
      change.technicians.insert(one.id)
    }
    for one in office.people.inOrder {
      let erased = try eraser.erased(one)
      if erased == one { continue }
      after.people[one.id] = erased
      change.people.insert(one.id)
    }
    for one in office.customers.inOrder {
      let erased = try eraser.erased(one)
      if erased == one { continue }
      after.customers[one.id] = erased
      change.customers.insert(one.id)
    }
    try write(change, after, db)
    var worked = Worked()
    worked.note(change, office, after)
    try write(worked, db)
  }
}
