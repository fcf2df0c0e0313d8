public import Domain
import GRDB
import Sync

extension OfficeFile {
  /// Verifies the whole chain, folds the ledger from its first entry and compares the rows, counts the index
  /// and the list of entries, reads every attached file, and runs SQLite's own check. `progress` hears entries
  /// done and entries in all.
  public func check(
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(StorageError) -> CheckReport {
    finishErasingIfPossible()
    let (report, attached) = try checkWithoutFiles(progress: progress)
    return report.adding(attached, of: path)
  }

  /// The same without a look at the attached files, which are handed back: a copy in the making has none yet.
  func checkWithoutFiles(
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(StorageError) -> (CheckReport, AttachedFiles) {
    try translating(path) {
      let structure = Meanwhile { [path, options] in Result { try StructureCheck.words(path, options) } }
      defer { _ = structure.value }
      let (queue, _) = try Connection.readingAnywhere(path, options)
      let answer = try queue.read { db in
        try checked(db, structure, forgets: true, progress)
          ?? checked(db, structure, forgets: false, progress)
      }
      try queue.close()
      guard let answer else { throw StorageError.damaged(path: path, detail: "the check came to no end") }
      return answer
    }
  }

  /// Nothing when an order was forgotten too early.
  private func checked(
    _ db: Database, _ structure: Meanwhile<Result<[String], any Error>>, forgets: Bool,
    _ progress: @escaping @Sendable (Int, Int) -> Void
  ) throws -> (CheckReport, AttachedFiles)? {
    let total = try OfficeFile.head(db).seq
    let rows = try sealedRows(db)
    let relay = Relay<[Folded]>()
    let base = try Base.read(db)
    var start = RowCheck(
      rows: rows.seals, own: membership == nil ? identity.console : nil, forgets: forgets,
      keepsConsoles: try Schema.version(db) >= Schema.keepsConsoles)
    if let base { try start.begin(with: base, db) }
    let folding = Meanwhile { [start] in OfficeFile.folded(start, relay, total, progress) }
    var problems = Problems()
    let head = try readLedger(db, base, into: relay, &problems)
    try checkSignatures(to: head.hash, base, db, &problems)
    var check = try folding.value.get()
    if check.forgotTooEarly, forgets { return nil }
    var rowsOffice = Office.unfounded
    do { try RecordTables.read(into: &rowsOffice, .now, db) } catch {
      problems.add("A row cannot be read: \(error).")
    }
    problems.add(all: try check.finish(rowsOffice, running: rows.running))
    try checkLists(check, orders: rows.seals.count, db, &problems)
    try checkKeys(db, &problems)
    try checkConsoles(check, db, &problems)
    try checkRecalled(check.recalled, db, &problems)
    for problem in try structure.value.get() { problems.add(problem) }
    let report = CheckReport(
      entries: head.entries, head: head.hash, digest: try check.office.stateDigest, problems: problems.all,
      isLedgerBroken: problems.isLedgerBroken, takenOver: try takenOver(db))
    return (report, check.attached)
  }
}

/// The files that the ledger says were attached, by their hashes.
typealias AttachedFiles = [Digest: AttachedFile]

struct AttachedFile: Sendable {
  let name: String
  /// Whether it was attached at another console, and may be on its way.
  let mayBeAwaited: Bool
}

extension CheckReport {
  /// With what a look at the attached files of a database finds.
  func adding(_ attached: AttachedFiles, of database: String) -> CheckReport {
    let found = Attachments.problems(with: attached, of: database)
    return CheckReport(
      entries: entries, head: head, digest: digest, problems: problems + found.all,
      isLedgerBroken: isLedgerBroken, awaited: found.awaited, takenOver: takenOver)
  }
}

/// An entry on its way from the chain to the fold.
struct Folded: Sendable {
  let seq: Int
  let events: [KeptEvent]
  let stamp: Stamp
}

extension OfficeFile {
  private static func folded(
    _ start: RowCheck, _ relay: Relay<[Folded]>, _ total: Int, _ progress: (Int, Int) -> Void
  ) -> Result<RowCheck, CompactCodingError> {
    var check = start
    var failure: CompactCodingError?
    var count = 0
    while let batch = relay.take() {
      if failure != nil { continue }
      do throws(CompactCodingError) {
        for entry in batch { try check.apply(entry) }
      } catch {
        failure = error
      }
      count += batch.count
      progress(count, total)
    }
    if let failure { return .failure(failure) }
    return .success(check)
  }

  /// Verifies the chain and passes every entry's events on.
  private func readLedger(
    _ db: Database, _ base: Base?, into relay: Relay<[Folded]>, _ problems: inout Problems
  ) throws -> (entries: Int, hash: Digest) {
    defer { relay.put(nil) }
    var chain = try ChainVerifier(path: path, identity: identity, epochs: OfficeFile.epochs(db))
    let vault = ReadingVault(db)
    let decoder = CompactDecoder(userInfo: [.personalVault: vault])
    var entries = 0
    var batch: [Folded] = []
    let cursor = try Row.fetchCursor(db, sql: "\(LedgerRow.columns) ORDER BY e.seq")
    while let raw = try cursor.next() {
      let row: LedgerRow
      do { row = try LedgerRow(raw, path: path) } catch {
        problems.add(entry: raw.integer(0), "its submission, person or console is gone")
        continue
      }
      entries += 1
      if let base, chain.seq < base.end.seq, row.head.seq > base.known {
        chain.meet(base, &problems)
      }
      if let problem = chain.problem(with: row) { problems.add(entry: row.head.seq, problem) }
      batch.append(Folded(seq: row.head.seq, events: row.events(decoder), stamp: row.stamp))
      if vault.takeMisfit() {
        problems.add(entry: row.head.seq, "words about a person are not those that were recorded")
      }
      if batch.count == 512 {
        relay.put(batch)
        batch = []
      }
    }
    relay.put(batch)
    if let base, chain.seq < base.end.seq { chain.meet(base, &problems) }
    if let problem = try ChainVerifier.headProblem(chain.seq, chain.hash, db) {
      problems.add(entry: chain.seq, problem)
    }
    return (entries, chain.hash)
  }

  private func sealedRows(
    _ db: Database
  ) throws -> (seals: [WorkOrder.ID: RowSeal], running: Set<WorkOrder.ID>) {
    var seals: [WorkOrder.ID: RowSeal] = [:]
    seals.reserveCapacity(try Int.fetchOne(db, sql: "SELECT count(*) FROM orders") ?? 0)
    var running: Set<WorkOrder.ID> = []
    let cursor = try Row.fetchCursor(
      db,
      sql: "SELECT id, number, ended_at, running, value, customer, site, equipment FROM orders ORDER BY key")
    while let row = try cursor.next() {
      guard let id: WorkOrder.ID = row.identifier(0) else { continue }
      let endedAt = row.optionalInteger(2).map { Int64($0) }
      seals[id] = RowSeal(
        value: row.bytes(4), number: row.integer(1), endedAt: endedAt, subjects: (5...7).map { row.bytes($0) }
      )
      if row.integer(3) == 1 { running.insert(id) }
    }
    return (seals, running)
  }
}

extension ChainVerifier {
  /// Goes on where the rows that were taken over end; what is here from before the gap must be all that was.
  fileprivate mutating func meet(_ base: Base, _ problems: inout Problems) {
    if seq < base.known { problems.add(entry: seq, "\(base.known - seq) after it are missing") }
    start(after: base.end.seq, hash: base.end.hash)
  }
}
