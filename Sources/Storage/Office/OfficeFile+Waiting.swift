public import Domain
import GRDB
import Sync
import Synchronization

extension OfficeFile {
  /// What waits for the office, decided on the confirmed state; nil in an office's own file, where nothing waits.
  ///
  /// What was decided on the same state the last time is not decided again, only what was given since.
  func prediction(on confirmed: OfficeState, _ db: Database) throws -> Prediction? {
    if membership == nil { return nil }
    let console = try consoleID(db)
    let known = predicted.withLock { $0.known }
    var made = KnownPrediction(on: confirmed, of: console)
    if let known, known.isOf(confirmed, console), try isStillWaiting(known, db) { made = known }
    let commands = try waitingCommands(from: (made.commands?.last.count ?? 0) + 1, limit: .max, db)
    let contact = commands.isEmpty ? .untimed : try ownContact(db)
    for command in commands {
      made.add(command)
      guard let submission = command.decoded else { continue }
      try made.prediction.add(submission, in: contact, count: command.count) { submission, fold in
        fold = try withOlderWork(of: submission, in: fold.office, db)
      }
    }
    predicted.withLock { [made] in $0.keep(made) }
    return made.prediction
  }

  /// Whether the outbox begins with the very commands that were decided: their numbers have no gap, and it lets go of
  /// them from the front.
  private func isStillWaiting(_ known: KnownPrediction, _ db: Database) throws -> Bool {
    guard let commands = known.commands else { return true }
    let statement = try db.cachedStatement(
      sql: "SELECT (SELECT min(count) FROM outbox), (SELECT submission FROM outbox WHERE count = ?)")
    guard let row = try Row.fetchOne(statement, arguments: [commands.last.count]) else { return false }
    return row.integer(0) == commands.first && row.identifier(1) == commands.last.submission
  }

  /// What people see: the confirmed state with all that waits.
  func shown(_ confirmed: OfficeState, _ db: Database) throws -> OfficeState {
    try shown(confirmed, prediction(on: confirmed, db), db)
  }

  func shown(_ confirmed: OfficeState, _ prediction: Prediction?, _ db: Database) throws -> OfficeState {
    guard let prediction else { return confirmed }
    return OfficeState(
      office: prediction.office, seq: confirmed.seq, head: confirmed.head,
      waiting: prediction.waiting, doubtful: prediction.doubtful.count,
      given: try given(db))
  }

  /// Keeps a decided submission until the office has answered it, durably.
  func keepWaiting(
    _ plan: Plan, on confirmed: OfficeState, _ prediction: Prediction, _ db: Database
  ) throws -> Receipt {
    let submission = plan.submission
    let command = try WaitingCommand(
      submission, count: try given(db) + 1, answered: try answered(db))
    try keep(command, db)
    try noteNumber(of: submission, db)
    var after = prediction
    try after.add(submission, in: try ownContact(db), count: command.count) { submission, fold in
      fold = try withOlderWork(of: submission, in: fold.office, db)
    }
    let entry = after.decided(submission.id)?.entry(after: confirmed.seq)
    return Receipt(
      seq: entry?.seq, events: plan.decision.events,
      warnings: plan.decision.warnings, after: plan.decision.after,
      state: try shown(confirmed, after, db), confirmed: confirmed, isRepeat: false, isWaiting: true,
      waiting: entry,
      isUndoable: plan.decision.isUndoable(by: submission.stamp.by), takenBack: plan.takenBack,
      isRedo: plan.isRedo)
  }

  /// Writes a command into the outbox.
  func keep(_ command: WaitingCommand, _ db: Database) throws {
    try db.execute(
      sql: "INSERT INTO outbox (count, answered, submission, body, created_at) VALUES (?, ?, ?, ?, ?)",
      arguments: [
        command.count, command.answered, command.submission.blob, command.body.blob, now.seconds
      ])
  }

  /// What waits, from one of this console's numbers on.
  func waitingCommands(from count: Int, limit: Int, _ db: Database) throws -> [WaitingCommand] {
    let statement = try db.cachedStatement(
      sql: "SELECT count, answered, submission, body FROM outbox WHERE count >= ? ORDER BY count LIMIT ?")
    return try Row.fetchAll(statement, arguments: [count, limit]).compactMap { row in
      row.identifier(2).map {
        WaitingCommand(count: row.integer(0), answered: row.integer(1), submission: $0, body: row.bytes(3))
      }
    }
  }

  /// Whether a submission still waits for the office's answer.
  public func waits(_ id: Submission.ID) throws(StorageError) -> Bool {
    try read { db in
      let sql = "SELECT EXISTS (SELECT 1 FROM outbox WHERE submission = ?)"
      return try Bool.fetchOne(db, sql: sql, arguments: [id.blob]) ?? false
    }
  }

  /// The highest of this console's numbers that the office has answered.
  func answered(_ db: Database) throws -> Int {
    let statement = try db.cachedStatement(sql: "SELECT count FROM consoles WHERE id = ?")
    return try Int.fetchOne(statement, arguments: [try consoleID(db).blob]) ?? 0
  }

  /// The highest that was given away.
  func given(_ db: Database) throws -> Int {
    let last = try Int.fetchOne(try db.cachedStatement(sql: "SELECT max(count) FROM outbox")) ?? 0
    return max(last, try answered(db))
  }
}

extension Prediction {
  /// What waits, as the entries that it would be now.
  func entries(after seq: Int) -> [Entry] {
    inOrder.map { $0.entry(after: seq) }
  }
}

extension Prediction.Decided {
  /// The entry that it would be now.
  func entry(after seq: Int) -> Entry {
    Entry(
      seq: seq + place, submission: submission.id, person: submission.stamp.by,
      console: submission.stamp.console, count: count, at: submission.stamp.at,
      recordedAt: submission.stamp.at, commands: submission.commands, events: decision.events,
      inverse: decision.inverse, override: submission.override, reversal: submission.reversal,
      automation: submission.automation, previous: .zero, hash: .zero)
  }
}
