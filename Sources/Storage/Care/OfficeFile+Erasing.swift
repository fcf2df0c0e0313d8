public import Domain
import GRDB
import Sync
import Synchronization

extension OfficeFile {
  /// Erases words about a person for good: from where the ledger looks them up, from the rows and from the
  /// index. The chain stays whole, since it holds only a salted hash of them. SQLite overwrites what is
  /// deleted.
  ///
  /// False while another process that reads keeps the old pages in the write-ahead log: nobody is shown the words
  /// any more, and the next opening or check that finds nobody reading empties the log.
  @discardableResult public func erasePersonalText(
    _ id: Identifier<PersonalText>
  ) throws(StorageError) -> Bool {
    try write { db in try erase([id], db) }
    let isFinished = try finishErasing()
    try loadErased()
    return isFinished
  }

  /// So many texts are erased at once: SQLite takes no more than a thousand conditions.
  private static let mostAtOnce = 100

  /// The same within a transaction, after its rows are written; the log is emptied once it is committed.
  func erase(_ texts: [Identifier<PersonalText>], _ db: Database) throws {
    for start in stride(from: 0, to: texts.count, by: Self.mostAtOnce) {
      try eraseSome(Array(texts[start..<min(start + Self.mostAtOnce, texts.count)]), db)
    }
  }

  private func eraseSome(_ texts: [Identifier<PersonalText>], _ db: Database) throws {
    try beginErasing(db)
    var (seqs, recorded): (Set<Int>, Set<String>) = ([], [])
    for id in texts {
      let rows = try Row.fetchAll(
        db, sql: "SELECT seq, CAST(words AS BLOB) FROM personal WHERE id = ?", arguments: [id.blob])
      for row in rows {
        seqs.insert(row.integer(0))
        recorded.insert(row.wholeText(1))
      }
      try db.execute(sql: "DELETE FROM personal WHERE id = ?", arguments: [id.blob])
      try noteErased(id, db)
    }
    let eraser = Eraser(texts)
    var orders: Set<WorkOrder.ID> = []
    for seq in seqs.sorted() {
      guard let row = try ledgerRows(since: seq - 1, limit: 1, db).first else { continue }
      orders.formUnion(row.events(CompactDecoder()).compactMap(\.order))
    }
    // What was taken over came without the entries that would tell where the words are.
    if try Base.read(db) != nil {
      let holding = try Row.fetchAll(
        db, sql: "SELECT id FROM orders WHERE \(eraser.isHeld(in: "value"))", arguments: eraser.arguments)
      orders.formUnion(holding.compactMap { $0.identifier(0) })
    }
    let office = try OfficeFile.office(db)
    var isIndexed = false
    for id in orders.sorted() {
      guard let order = try OrderTable.order(id: id, db) else { continue }
      let erased = try eraser.erased(order)
      if erased == order { continue }
      let (key, _) = try OrderTable.put(erased, isRunning: office.order(id) != nil, db)
      let text = SearchText.of(erased, in: office)
      try db.execute(sql: "UPDATE search SET words = ? WHERE rowid = ?", arguments: [text, key])
      isIndexed = true
    }
    // Deleted words stay in the index until it is written anew.
    if isIndexed { try db.execute(sql: "INSERT INTO search (search) VALUES ('optimize')") }
    try RecordTables.erase(eraser, in: office, db)
    try eraseAside(eraser, db)
    try eraseWaiting(eraser, db)
    let words = eraser.words.union(recorded).subtracting([PersonalText.erased]).sorted()
    try Checkpoints.delete(holding: texts, words: words, db)
    try eraseTyped(words, db)
  }

  /// Erases what the entry erases that was written last, before the next one is: words that later entries bring under
  /// the same ids stay. The running day as it is then; nil where there was nothing to erase.
  func eraseWritten(_ ledger: LedgerWriter, _ rows: inout RowKeeper, _ db: Database) throws -> Office? {
    let texts = rows.takeErased()
    if texts.isEmpty { return nil }
    try ledger.finish()
    try rows.finish()
    try erase(texts, db)
    return options.prepared(try OfficeFile.office(db))
  }

  /// The same in rows that are kept as they were: those taken over from the office, on their way from it, or kept for
  /// consoles that may need them.
  private func eraseAside(_ eraser: Eraser, _ db: Database) throws {
    try db.execute(sql: "DELETE FROM arriving")
    snapshots.withLock { $0.dropAll() }
    let recalled = try Row.fetchAll(
      db, sql: "SELECT seq, id, value FROM recalled WHERE \(eraser.isHeld(in: "value"))",
      arguments: eraser.arguments)
    for row in recalled {
      let order = try eraser.erased(try CompactDecoder().decode(WorkOrder.self, from: row.bytes(2)))
      try db.execute(
        sql: "UPDATE recalled SET value = ? WHERE seq = ? AND id = ?",
        arguments: [try CompactEncoder().encode(order).blob, row.integer(0), row.bytes(1).blob])
    }
    let taken = try Row.fetchAll(
      db, sql: "SELECT kind, id, value FROM taken_over WHERE \(eraser.isHeld(in: "value"))",
      arguments: eraser.arguments)
    for row in taken {
      let kind =
        row.text(0) == Base.olderKind
        ? .endedOrders : SnapshotRow.Kind.allCases.first { $0.table == row.text(0) }
      guard let kind else { continue }
      let value = try eraser.erased(row.bytes(2), of: kind, row.bytes(1))
      try db.execute(
        sql: "UPDATE taken_over SET value = ? WHERE kind = ? AND id = ?",
        arguments: [value.blob, row.text(0), row.bytes(1).blob])
    }
  }

  /// What follows once an erasure is committed: what is in memory holds the words still, and so does the log.
  func finishErased() {
    finishErasingIfPossible()
    do { try loadErased() } catch { return }
  }

  private func loadErased() throws(StorageError) {
    predicted.withLock { $0.forget(through: confirmed.seq) }
    try load()
  }

  /// The same on the way to something else, which an erasure that cannot be finished yet must not stand in the way
  /// of.
  func finishErasingIfPossible() {
    do { try finishErasing() } catch { return }
  }

  /// Notes that the log is to be emptied once this transaction is committed.
  func beginErasing(_ db: Database) throws {
    try db.execute(
      sql: "REPLACE INTO settings (name, value) VALUES (?, '1')", arguments: [OfficeFile.erasing])
  }

  /// The setting that is there from an erasure until the log is empty.
  private static let erasing = "erasing"

  /// Empties the write-ahead log after an erasure, so that what was overwritten is not left in it. False while
  /// somebody reads what is in it.
  @discardableResult func finishErasing() throws(StorageError) -> Bool {
    guard canBeWritten, try setting(OfficeFile.erasing) != nil else { return true }
    let result: Result<Bool, StorageError> = writer.withLock { queue in
      guard let open = queue else { return .success(false) }
      do {
        return .success(
          try open.writeWithoutTransaction { db in
            let row = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            return row?.optionalInteger(0) == 0
          })
      } catch {
        let error = StorageError(error, path: path)
        return error.failure.code == .busy ? .success(false) : .failure(error)
      }
    }
    let isEmpty = try result.get()
    if isEmpty { try set(OfficeFile.erasing, to: nil) }
    return isEmpty
  }
}

/// Replaces texts about people in any value: the value passes through the coder, which hands every such text to its
/// vault, and comes back without them.
private final class EraserVault: PersonalVault {
  let texts: Set<Identifier<PersonalText>>
  let others = WritingVault()
  let met: MetWords

  init(_ texts: Set<Identifier<PersonalText>>, _ met: MetWords) {
    self.texts = texts
    self.met = met
  }

  func keep(_ text: PersonalText) -> Digest {
    if !texts.contains(text.id) { return others.keep(text) }
    met.add(text.words)
    return .zero
  }

  func words(of id: Identifier<PersonalText>, hash: Digest) -> String? { others.words(of: id, hash: hash) }
}

/// What stood where a text is erased: an edited record has its words under another id than the entry that brought them.
private final class MetWords: Sendable {
  private let words = Mutex<Set<String>>([])

  var all: Set<String> { words.withLock { $0 } }

  func add(_ text: String) { words.withLock { _ = $0.insert(text) } }
}

struct Eraser {
  private let texts: Set<Identifier<PersonalText>>
  private let met = MetWords()

  init(_ texts: [Identifier<PersonalText>]) { self.texts = Set(texts) }

  /// The condition that a column holds one of them, which takes `arguments`.
  func isHeld(in column: String) -> String {
    "(" + texts.map { _ in "instr(\(column), ?) > 0" }.joined(separator: " OR ") + ")"
  }

  var arguments: StatementArguments { StatementArguments(texts.map(\.blob)) }

  /// The words that were there, in all that it has gone through.
  var words: Set<String> { met.all }

  func erased<Value: Codable>(_ value: Value) throws -> Value {
    let info: [CodingUserInfoKey: any Sendable] = [.personalVault: EraserVault(texts, met)]
    return try CompactDecoder(userInfo: info).decode(
      Value.self, from: CompactEncoder(userInfo: info).encode(value))
  }
}

extension Eraser {
  /// A row that was taken over without it.
  fileprivate func erased(
    _ value: [UInt8], of kind: SnapshotRow.Kind, _ key: [UInt8]
  ) throws -> [UInt8] {
    func again<Value: Codable>(_ type: Value.Type) throws -> [UInt8] {
      try CompactEncoder().encode(erased(try CompactDecoder().decode(type, from: value)))
    }
    switch kind {
    case .customers: return try again(Customer.self)
    case .sites: return try again(Site.self)
    case .equipment: return try again(Equipment.self)
    case .technicians: return try again(Technician.self)
    case .people: return try again(Person.self)
    case .orders, .endedOrders: return try again(WorkOrder.self)
    case .facts: return try key == Array("conflicts".utf8) ? again([Conflict].self) : value
    case .contracts, .zones: return value
    }
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
    if let conflicts = try erasedConflicts(eraser, office) {
      after.conflicts = conflicts
      change.changesOffice = true
    }
    try write(change, after, db)
    var worked = Worked()
    worked.note(change, office, after)
    try write(worked, db)
  }
}
