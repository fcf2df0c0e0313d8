import Domain
import GRDB
public import Sync
import Synchronization

extension OfficeFile {
  public func snapshotRequest() throws -> SnapshotRequest {
    try read { db in
      let head = try arrivingHead(db)
      let parts = try Int.fetchOne(db, sql: "SELECT count(*) FROM arriving WHERE part >= 0") ?? 0
      return SnapshotRequest(
        log: identity.log, of: head?.end, part: head == nil ? nil : parts, answered: try answered(db))
    }
  }

  public func take(_ answer: SnapshotAnswer, to request: SnapshotRequest) throws -> Standing? {
    if membership == nil { throw StorageError.foreignPage(path: path, detail: "it is an office's own file") }
    let isWhole = try write { db in try keep(answer, to: request, db) }
    switch isWhole {
    case .notYet: return nil
    case .here: return try standing()
    case .whole:
      do { return try workFromSnapshot() } catch {
        // What does not fit would not fit the next time either: the next one is fetched anew.
        try write { try $0.execute(sql: "DELETE FROM arriving") }
        throw foreign(error)
      }
    }
  }

  private enum Progress { case notYet, here, whole }

  /// Keeps an answer; another process of this console may have done it, or have gone further.
  private func keep(
    _ answer: SnapshotAnswer, to request: SnapshotRequest, _ db: Database
  ) throws -> Progress {
    let head = try arrivingHead(db)
    switch answer {
    case .otherLog: throw foreign(SnapshotFault.otherLog)
    case .gone:
      if head?.end == request.of { try db.execute(sql: "DELETE FROM arriving") }
      return .notYet
    case .head(let head):
      guard head.isSound else { throw foreign(SnapshotFault.malformed) }
      guard try isNews(head, db) else { return .here }
      try refuseOther(head, db)
      try keep(checkSigned(head.signed, head.end, head.epochs, head.seal, db), db)
      try db.execute(sql: "DELETE FROM arriving")
      try put(try CompactEncoder().encode(head), part: -1, db)
      return head.parts == 0 ? .whole : .notYet
    case .part(let bytes):
      guard let head, head.end == request.of, let part = request.part else {
        return try head == nil && Base.read(db)?.end == request.of ? .here : .notYet
      }
      guard try isNews(head, db) else { return try giveUpArriving(db) }
      try put(bytes.rawBytes, part: part, db)
      let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM arriving WHERE part >= 0") ?? 0
      return count == head.parts ? .whole : .notYet
    }
  }

  /// Whether a snapshot tells more than what is here. One that arrived by halves may have been overtaken by the entries
  /// themselves, fetched by another process of this console or after the line had dropped: they are not given up for it.
  private func isNews(_ head: SnapshotHead, _ db: Database) throws -> Bool {
    let seq = try OfficeFile.head(db).seq
    if head.end.seq != seq { return head.end.seq > seq }
    return try head.isScoped ?? false || Base.read(db)?.scope != nil
  }

  private func giveUpArriving(_ db: Database) throws -> Progress {
    try db.execute(sql: "DELETE FROM arriving")
    return .here
  }

  private func put(_ bytes: [UInt8], part: Int, _ db: Database) throws {
    try db.execute(
      sql: "INSERT OR IGNORE INTO arriving (part, bytes) VALUES (?, ?)", arguments: [part, bytes.blob])
  }

  private func arrivingHead(_ db: Database) throws -> SnapshotHead? {
    let row = try Row.fetchOne(db, sql: "SELECT bytes FROM arriving WHERE part = -1")
    return try row.map { try CompactDecoder().decode(SnapshotHead.self, from: $0.bytes(0)) }
  }

  /// Refuses what tells another history of what is here.
  private func refuseOther(_ head: SnapshotHead, _ db: Database) throws {
    let last = try OfficeFile.head(db).seq
    let before = { (epochs: [Epoch]) in epochs.filter { $0.first <= last } }
    guard before(head.epochs) == before(try OfficeFile.epochs(db)) else {
      throw foreign(SnapshotFault.otherLog)
    }
  }

  private func foreign(_ error: any Error) -> any Error {
    switch error {
    case let error as SnapshotFault: StorageError.foreignPage(path: path, detail: "\(error)")
    case let error as CompactCodingError: StorageError.foreignPage(path: path, detail: "\(error)")
    default: error
    }
  }
}

extension OfficeFile {
  /// Puts the snapshot that is here whole in the place of all rows, in one durable step.
  private func workFromSnapshot() throws -> Standing {
    let (standing, state, confirmed) = try write { db in
      do { return try workFromSnapshot(db) } catch { throw foreign(error) }
    }
    memory.withLock { memory in
      memory.state = state
      memory.confirmed = confirmed
    }
    if standing.scope != nil { dropForeignAttachments() }
    finishErasingIfPossible()
    return standing
  }

  private func workFromSnapshot(_ db: Database) throws -> (Standing, OfficeState, OfficeState) {
    guard let head = try arrivingHead(db), try isNews(head, db) else {
      _ = try giveUpArriving(db)
      let confirmed = try caughtUp(self.confirmed, db)
      return (try self.standing(db), try shown(confirmed, db), confirmed)
    }
    let parts = try Row.fetchAll(db, sql: "SELECT bytes FROM arriving WHERE part >= 0 ORDER BY part").map {
      $0.bytes(0)
    }
    guard head.fits(parts) else { throw SnapshotFault.otherBytes }
    let answered = try answered(db)
    let rows = try parts.flatMap { try SnapshotRow.all(in: $0) }
    try eraseTold(in: rows, db)
    let known = head.isScoped ?? false ? try forgetAll(db) : try forgetSinceBase(db)
    let (taken, base) = try keep(rows, of: head, known: known, db)
    try put(taken.office, base, db)
    let isForked = try letGo(of: head.answers(after: answered), db)
    try put(head.epochs, db)
    for mark in head.consoles { try put(mark, db) }
    try db.execute(sql: "DELETE FROM arriving")
    try db.execute(sql: "UPDATE membership SET synced_at = ?", arguments: [now.seconds])
    let confirmed = OfficeState(
      office: options.prepared(taken.office), seq: head.end.seq, head: head.end.hash)
    return (try self.standing(db, isForked: isForked), try shown(confirmed, db), confirmed)
  }

  /// The last entry that the ledger has without a gap. What is behind an earlier gap goes.
  private func forgetSinceBase(_ db: Database) throws -> Int {
    guard let base = try Base.read(db), !base.isWhole else { return try OfficeFile.head(db).seq }
    try keepGiven(after: base.known, db)
    for table in ["entries", "personal", "entry_orders", "entry_records", "entry_conflicts"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE seq > ?", arguments: [base.known])
    }
    return base.known
  }

  /// Nothing of others' work stays where one person's own work is all that may be here; the log is emptied of it after.
  private func forgetAll(_ db: Database) throws -> Int {
    try keepGiven(after: 0, db)
    for table in ["entries", "personal", "entry_orders", "entry_records", "entry_conflicts", "consoles"] {
      try db.execute(sql: "DELETE FROM \(table)")
    }
    try db.execute(sql: "DELETE FROM persons WHERE key NOT IN (SELECT person FROM entries)")
    try beginErasing(db)
    return 0
  }

  /// Keeps the rows as they came, and reads them.
  private func keep(
    _ rows: [SnapshotRow], of head: SnapshotHead, known: Int, _ db: Database
  ) throws -> (TakenOver, Base) {
    try Base.drop(db)
    let base = Base(
      end: head.end, recordedAt: head.recordedAt, known: known, since: head.since,
      lastNumber: head.lastNumber, scope: head.isScoped ?? false ? head.digest : nil)
    try base.write(to: db)
    for row in rows {
      try Base.keep(
        row.kind.table, row.key, row.value, isRunning: row.kind != .endedOrders, seq: head.end.seq, db)
    }
    for mark in head.consoles {
      let value = try CompactEncoder().encode(mark)
      try Base.keep("consoles", mark.id.bytes, value, seq: head.end.seq, db)
    }
    return (try TakenOver(head, rows), base)
  }

  private func put(_ epochs: [Epoch], _ db: Database) throws {
    for epoch in epochs {
      try db.execute(
        sql: "INSERT OR REPLACE INTO epochs (first, id) VALUES (?, ?)",
        arguments: [epoch.first, epoch.id.blob])
    }
  }

  /// Notes how far the log has come with a console, where that is further than what is known of it.
  func put(_ mark: ConsoleMark, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO consoles (id, count, seq, hash) VALUES (?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET count = excluded.count, seq = excluded.seq, hash = excluded.hash
        WHERE excluded.count > consoles.count
        """, arguments: [mark.id.blob, mark.count, mark.last.seq, mark.last.hash.rawBytes.blob])
  }

  /// Lets go of the commands that the office has answered meanwhile; whether one of them was never given by this file.
  private func letGo(
    of answers: [(number: Int, submission: Submission.ID)], _ db: Database
  ) throws -> Bool {
    let own = try consoleID(db)
    var isForked = false
    for (number, submission) in answers {
      let waiting = try waitingCommands(from: number, limit: 1, db).first
      guard let waiting, waiting.isAnswered(under: number, submission, by: own) else {
        isForked = true
        continue
      }
      try keepGiven(waiting, db)
      try db.execute(sql: "DELETE FROM outbox WHERE count = ?", arguments: [waiting.count])
    }
    let oldest = now - Self.givenKept
    try db.execute(sql: "DELETE FROM given WHERE answered_at < ?", arguments: [oldest.seconds])
    return isForked
  }

  /// Keeps a command of which there will be no entry here: should the office be restored from before it, it is given
  /// again.
  private func keepGiven(_ command: WaitingCommand, _ db: Database) throws {
    try db.execute(
      sql: """
        REPLACE INTO given (submission, count, body, answered_at)
        VALUES (?, (SELECT coalesce(max(count), 0) + 1 FROM given), ?, ?)
        """, arguments: [command.submission.blob, command.body.blob, now.seconds])
  }

  /// The same for what this console gave after an entry, before the entries go.
  private func keepGiven(after seq: Int, _ db: Database) throws {
    for command in try givenAgain(after: seq, db) { try keepGiven(command, db) }
  }

  /// How long what a snapshot answered is kept, to be given again.
  private static var givenKept: Span { .days(30) }

  /// What snapshots answered, in its order, to be given again.
  func givenBefore(_ db: Database) throws -> [WaitingCommand] {
    try Row.fetchAll(db, sql: "SELECT submission, body FROM given ORDER BY count").compactMap { row in
      row.identifier(0).map {
        WaitingCommand(count: 0, answered: 0, submission: $0, body: row.bytes(1))
      }
    }
  }
}

extension SnapshotRow.Kind {
  /// The table that it is a row of.
  var table: String {
    switch self {
    case .customers: "customers"
    case .sites: "sites"
    case .equipment: "equipment"
    case .technicians: "technicians"
    case .people: "people"
    case .contracts: "contracts"
    case .zones: "zones"
    case .facts: "facts"
    case .orders, .endedOrders: "orders"
    }
  }
}
