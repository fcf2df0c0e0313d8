import Domain
import GRDB
import Sync

extension OfficeFile {
  /// Compares what the file says beside the ledger with what the ledger tells: whose file it is, which consoles take part,
  /// and how far each has come.
  func checkConsoles(_ check: RowCheck, _ db: Database, _ problems: inout Problems) throws {
    try checkCounts(db, &problems)
    let known = Dictionary(check.office.consoles.map { ($0.id, $0) }) { $1 }
    let own = try consoleID(db)
    if let membership {
      if let person = known[own]?.person, person != membership.person {
        problems.add("The console is somebody else's by what the office has entered.")
      }
      try checkOutbox(db, &problems)
    } else if try known[own]?.entrance != nil || hasJoinedOnce(db) {
      problems.add("The file is of a console that has joined an office, and does not say which.")
    } else {
      try checkJoined(known, check.told, db, &problems)
    }
  }

  /// Whether something is kept here that only a joined console keeps.
  private func hasJoinedOnce(_ db: Database) throws -> Bool {
    try ["base", "taken_over", "outbox", "given", "pinned", "signed"].contains { try db.hasRows(in: $0) }
  }

  /// The counts say which command of a console comes next, and whose entry is the last.
  private func checkCounts(_ db: Database, _ problems: inout Problems) throws {
    let marks = Dictionary(try Base.read(db) == nil ? [] : Base.marks(db).map { ($0.id, $0) }) { $1 }
    if let first = try OfficeFile.epochs(db).first?.first, first > 1 {
      problems.add("Nothing says of which epoch the first \(first - 1) entries are.")
    }
    var gone = Set(marks.keys)
    let last = try db.cachedStatement(
      sql: "SELECT count, seq, hash FROM entries WHERE console = ? ORDER BY count DESC LIMIT 1")
    for row in try Row.fetchAll(db, sql: "SELECT key, id, count, seq, hash FROM consoles ORDER BY key") {
      guard let id: ConsoleID = row.identifier(1) else {
        problems.add("The id of a console cannot be read.")
        continue
      }
      gone.remove(id)
      let entry = try Row.fetchOne(last, arguments: [row.integer(0)])
      var (count, end) = (entry?.integer(0) ?? 0, LogCursor.beginning)
      if let entry { end = LogCursor(seq: entry.integer(1), hash: entry.digest(2)) }
      if let mark = marks[id], mark.count > count { (count, end) = (mark.count, mark.last) }
      // One that has only asked has no entry yet, and no hash.
      let said = LogCursor(seq: row.integer(3), hash: Digest(rawBytes: row.bytes(4)) ?? .zero)
      if row.integer(2) != count || said != end {
        problems.add("Console \(id): what is kept of its last entry is not what the ledger says.")
      }
    }
    for id in gone.sorted() { problems.add("Console \(id): what is kept of its last entry is gone.") }
  }

  /// What waits goes to the office in its order, under numbers without a gap.
  private func checkOutbox(_ db: Database, _ problems: inout Problems) throws {
    if try isOutrun(db) { return }
    let waiting = try waitingCommands(from: 0, limit: .max, db)
    let answered = try answered(db)
    if waiting.map(\.count) != Array((answered + 1)..<(answered + 1 + waiting.count)) {
      problems.add("Of what waits for the office some is missing: the rest of it cannot be sent.")
    }
    for command in waiting where command.decoded == nil {
      problems.add("Command \(command.count), which waits for the office, cannot be read.")
    }
  }

  /// Consoles that joined this office, as the ledger tells of them; older versions did not enter them.
  private func checkJoined(
    _ known: [ConsoleID: KnownConsole], _ told: ToldConsoles, _ db: Database, _ problems: inout Problems
  ) throws {
    var kept: [ConsoleID: (person: Person.ID?, isRevoked: Bool)] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT console, person, revoked_at FROM enrolled") {
      guard let id: ConsoleID = row.identifier(0) else { continue }
      kept[id] = (row.identifier(1), row.optionalInteger(2) != nil)
    }
    for console in known.values.sorted(by: { $0.id < $1.id }) where console.entrance != nil {
      guard let row = kept[console.id] else {
        problems.add("Console \(console.id) has joined, and is not let in any more: its row is gone.")
        continue
      }
      if row.person != console.person {
        problems.add("Console \(console.id) is let in as somebody else than joined with it.")
      }
      if told.revoked.contains(console.id), !row.isRevoked {
        problems.add("Console \(console.id) was revoked, and is let in all the same.")
      }
    }
    for row in try Row.fetchAll(
      db, sql: "SELECT person, expires_at FROM enrolments WHERE expires_at >= ?", arguments: [now.seconds])
    {
      let until = Timestamp(seconds: Int64(row.integer(1)))
      let isTold = row.identifier(0).map { told.codes.contains(.init(person: $0, until: until)) } ?? false
      if !isTold { problems.add("There is a code to join with that nobody has made.") }
    }
    if told.isStarted, try OfficeFile.setting(Self.startedSetting, db) == nil {
      problems.add("Consoles may join the office by its ledger, and are turned away by its settings.")
    }
  }
}

extension OfficeFile {
  /// Looks whether consoles that work from a snapshot can be given the older orders that later entries are about. Before
  /// the first that is here none were kept.
  func checkRecalled(
    _ recalled: [Int: Set<WorkOrder.ID>], _ db: Database, _ problems: inout Problems
  ) throws {
    guard membership == nil, try db.tableExists("recalled") else { return }
    var kept: [Int: Set<WorkOrder.ID>] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT seq, id, value FROM recalled") {
      let seq = row.integer(0)
      guard let id = order(row.bytes(2)), id == row.identifier(1) else {
        problems.add(
          "An older order that entry \(seq) is about cannot be given to the consoles that lack it.")
        continue
      }
      kept[seq, default: []].insert(id)
    }
    guard let first = kept.keys.min() else { return }
    for (seq, orders) in recalled.sorted(by: { $0.key < $1.key })
    where seq >= first && !orders.isSubset(of: kept[seq] ?? []) {
      problems.add("An older order that entry \(seq) is about is gone for the consoles that lack it.")
    }
  }

  /// Which order bytes are of; nil where they are of none.
  private func order(_ bytes: [UInt8]) -> WorkOrder.ID? {
    do { return try CompactDecoder().decode(WorkOrder.self, from: bytes).id } catch { return nil }
  }
}

extension Database {
  /// False also where there is no such table, as in a file of an older version that is only read.
  func hasRows(in table: String) throws -> Bool {
    guard try tableExists(table) else { return false }
    return try Int.fetchOne(self, sql: "SELECT 1 FROM \(table) LIMIT 1") != nil
  }
}
