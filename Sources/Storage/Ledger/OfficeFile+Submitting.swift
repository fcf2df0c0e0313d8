public import Domain
import GRDB
import Sync
import Synchronization

extension OfficeFile {
  /// Decides a submission on the file's newest state and records what it comes to, durably.
  ///
  /// The same id twice is one submission: the second answer is the stored one. When writing fails nothing is
  /// recorded, unless the file says otherwise when it is asked again.
  ///
  /// With something to take back, what that comes to is looked up in the ledger under the same lock: the
  /// submission's own commands are none then. Who says what was made where he asks is asked before his last
  /// action is one that was made elsewhere.
  @discardableResult public func submit(
    _ submission: Submission, takingBack wish: TakingBack? = nil, madeHere here: MadeHere? = nil
  ) throws(SubmitError) -> Receipt {
    let outcome: Outcome
    var isDecided = false
    do {
      outcome = try write { db in
        let outcome = try record(submission, wish, here, db)
        isDecided = true
        return outcome
      }
    } catch {
      // A commit that reported an error may have happened all the same: the file itself is asked. One that found no
      // room has not, since its last page is missing.
      guard isDecided, error.breaksConnection else { throw .failed(error.failure) }
      outcome = try afterDoubt(submission, error)
    }
    switch outcome {
    case .refused(let refusal): throw .refused(refusal)
    case .done(let receipt):
      memory.withLock { _ = $0.publish(receipt.state, confirmed: receipt.confirmed) }
      if !receipt.isWaiting, receipt.events.contains(where: \.erasesWords) { finishErased() }
      return receipt
    }
  }

  /// What a submission would come to, without recording it.
  public func dryRun(
    _ submission: Submission, takingBack wish: TakingBack? = nil
  ) throws(SubmitError) -> Preview {
    let plan: Result<Plan, Refusal>
    do {
      let confirmed = self.confirmed
      plan = try read { db in
        let state = try caughtUp(confirmed, db)
        let prediction = try prediction(on: state, db)
        let wanted = prediction == nil ? submission : try numbered(submission, on: state.office, db)
        return try self.plan(wanted, wish, nil, on: state, prediction, db)
      }
    } catch {
      throw .failed(error.failure)
    }
    do {
      let plan = try plan.get()
      return Preview(
        decision: plan.decision, takenBack: plan.takenBack, steppedOver: plan.steppedOver, isRedo: plan.isRedo
      )
    } catch {
      throw .refused(error)
    }
  }

  enum Outcome: Sendable {
    case refused(Refusal)
    case done(Receipt)
  }

  /// Decides and records it within a transaction; what was recorded counts once that is committed.
  func record(
    _ submission: Submission, _ wish: TakingBack?, _ here: MadeHere?, _ db: Database
  ) throws -> Outcome {
    let state = try caughtUp(confirmed, db)
    let prediction = try prediction(on: state, db)
    if let repeated = try storedReceipt(submission.id, state, prediction, db) { return .done(repeated) }
    let wanted = prediction == nil ? submission : try numbered(submission, on: state.office, db)
    let plan: Plan
    switch try self.plan(wanted, wish, here, on: state, prediction, db) {
    case .failure(let refusal): return .refused(refusal)
    case .success(let made): plan = made
    }
    let decision = plan.decision
    if decision.events.isEmpty {
      return .done(
        Receipt(
          seq: nil, events: [], warnings: decision.warnings, after: plan.before.office,
          state: try shown(state, prediction, db), confirmed: state,
          isRepeat: false, takenBack: plan.takenBack,
          steppedOver: plan.steppedOver, isRedo: plan.isRedo))
    }
    if let prediction { return .done(try keepWaiting(plan, on: state, prediction, db)) }
    var ledger = LedgerWriter(db, identity, seq: state.seq, head: state.head)
    var rows = RowKeeper(db)
    let after = try ledger.append(
      plan.submission, decision, on: plan.before, &rows, recordedAt: now)
    try keepRecalled(
      by: decision.events.map { .known($0) }, seq: ledger.seq, on: plan.before, db)
    try ledger.finish()
    try rows.finish()
    try erase(rows.takeErased(), db)
    let recorded = OfficeState(office: after, seq: ledger.seq, head: ledger.head)
    return .done(
      Receipt(
        seq: ledger.seq, events: decision.events, warnings: decision.warnings, after: decision.after,
        state: recorded, confirmed: recorded, isRepeat: false,
        isUndoable: decision.isUndoable(by: submission.stamp.by), takenBack: plan.takenBack,
        steppedOver: plan.steppedOver, isRedo: plan.isRedo))
  }

  /// A submission as it is decided, with the office before it.
  struct Plan {
    let submission: Submission
    let before: Fold
    let decision: Decision
    var takenBack: Entry?
    /// What its person has done since and no undo takes back.
    var steppedOver: Entry?
    /// Whether it does again what an undo took back.
    var isRedo: Bool { submission.reversal?.isRedo ?? false }
  }

  /// So many actions that cannot be undone any more are looked behind.
  private static let mostKept = 20

  private func plan(
    _ submission: Submission, _ wish: TakingBack?, _ here: MadeHere?, on state: OfficeState,
    _ prediction: Prediction?, _ db: Database
  ) throws -> Result<Plan, Refusal> {
    let office = prediction?.office ?? state.office
    let isPredicted = prediction != nil
    guard let wish else { return try plan(submission, on: office, isPredicted, db) }
    let waiting = prediction?.entries(after: state.seq) ?? []
    let given = office.hasScope(submission.stamp.by) ? here?.given ?? [] : []
    // What the office refused has not happened: there is nothing of it to take back.
    let refused = Set(office.conflicts.flatMap { $0.lost.map(\.id) })
    let gone = given.filter { entry in
      !refused.contains(entry.submission) && !waiting.contains { $0.submission == entry.submission }
    }
    let ledger = TakenBack(db, path: path, console: identity.console, waiting: gone + waiting)
    // At a console a box asks; a script has said yes beforehand or has not.
    let asks = here != nil || !submission.acceptsWarnings
    var past: Set<Submission.ID> = []
    var kept: [(action: Entry, because: Refusal)] = []
    while true {
      let found = try ledger.find(wish, of: submission.stamp.by, here: here, past: past)
      switch found {
      case .obstacle(let obstacle): return .failure(kept.first?.because ?? .undoImpossible(obstacle))
      case .entry(let entry, let over), .elsewhere(let entry, let over):
        let action = try ledger.action(of: entry)
        let whole = entry.takenBack(by: submission, override: action.override)
        let part = { try PartOfUndo(of: whole, on: self.withOlderWork(of: whole, in: office, db).office) }
        let taken = wish.isPartial ? try part()?.submission ?? whole : whole
        let plan = try plan(taken, on: office, isPredicted, db)
        // What is so already needs no entry; taking back goes on with the one before it.
        if case .success(let plan) = plan, plan.decision.events.isEmpty, wish.looksFurther {
          past.insert(entry.submission)
          continue
        }
        if case .failure(var refusal) = plan, refusal.isOfTheMoment {
          // The number of what still waits for the office is not its own yet.
          if kept.isEmpty, !wish.isPartial, entry.seq <= state.seq, let part = try part() {
            let partly = UndoObstacle.partly(action, goes: part.goes, stays: part.stays, entry: entry.seq)
            refusal = .undoImpossible(partly)
          }
          guard wish == .last, kept.count < Self.mostKept else {
            return .failure(kept.first?.because ?? refusal)
          }
          kept.append((action, refusal))
          past.insert(entry.submission)
          continue
        }
        if let last = kept.first {
          guard case .success = plan else { return .failure(last.because) }
          return .failure(
            .undoImpossible(.stepsOver(last.action, because: last.because, to: action, entry: entry.seq)))
        }
        if let over, asks {
          return .failure(.undoImpossible(.stepsOver(over, to: action, entry: entry.seq)))
        }
        if case .elsewhere = found, asks {
          let undoneAt = entry.reversal.map(\.isRedo) == false ? entry.at : nil
          return .failure(.undoImpossible(.elsewhere(action, entry: entry.seq, undoneAt: undoneAt)))
        }
        return plan.map { plan in
          var plan = plan
          plan.takenBack = action
          plan.steppedOver = over
          return plan
        }
      }
    }
  }

  private func plan(
    _ submission: Submission, on office: Office, _ isPredicted: Bool, _ db: Database
  ) throws -> Result<Plan, Refusal> {
    let fold = try withOlderWork(of: submission, in: office, db)
    let promised = try OfficeFile.lastPromised(db)
    // What is said of it and what is shown then are one, as of when the office will count it.
    let contact = isPredicted ? try ownContact(db) : .untimed
    let counted = submission.counted(at: contact.counted(submission.stamp.at))
    do throws(Refusal) {
      let decision =
        isPredicted
        ? try fold.office.predict(counted).noting(told: submission.stamp.at, countedAs: counted.stamp)
        : try fold.office.decide(submission, promised: promised)
      return .success(Plan(submission: submission, before: fold, decision: decision))
    } catch {
      return .failure(error)
    }
  }

  /// The answer that a submission got when it was first recorded.
  private func storedReceipt(
    _ id: Submission.ID, _ state: OfficeState, _ prediction: Prediction?, _ db: Database
  ) throws -> Receipt? {
    let waiting = prediction?.decided(id)?.entry(after: state.seq)
    guard let entry = try waiting ?? storedEntry(id, db) else { return nil }
    let shown = try shown(state, prediction, db)
    return Receipt(
      seq: entry.seq, events: entry.events, warnings: [], after: shown.office, state: shown, confirmed: state,
      isRepeat: true, isWaiting: waiting != nil,
      isUndoable: entry.isUndoable,
      takenBack: entry.reversal == nil
        ? nil : try TakenBack(db, path: path, console: identity.console).action(of: entry),
      isRedo: entry.reversal?.isRedo ?? false)
  }

  private func storedEntry(_ id: Submission.ID, _ db: Database) throws -> Entry? {
    guard let seq = try storedSeq(id, db) else { return nil }
    let row = try ledgerRows(since: seq - 1, limit: 1, db).first
    return row.map { $0.entry(previous: .zero, CompactDecoder(entriesOf: db)) }
  }

  /// The number of the entry that a submission became; nil for one that is not here.
  public func entryNumber(of id: Submission.ID) throws(StorageError) -> Int? {
    try read { try storedSeq(id, $0) }
  }

  func storedSeq(_ id: Submission.ID, _ db: Database) throws -> Int? {
    let statement = try db.cachedStatement(sql: "SELECT seq FROM entries WHERE submission = ?")
    return try Int.fetchOne(statement, arguments: [id.blob])
  }

  /// What the file says of a submission whose commit reported an error.
  ///
  /// All of it may lie in the write-ahead log, where the next one to open the file finds it although this process does
  /// not. With another commit in its place it is there or not, for good: without one nobody can say.
  private func afterDoubt(_ submission: Submission, _ error: StorageError) throws(SubmitError) -> Outcome {
    do {
      let stored: Receipt? = try writeLocally { db in
        try db.execute(
          sql: "REPLACE INTO settings (name, value) VALUES ('doubted', ?)",
          arguments: [submission.id.description])
        let state = try caughtUp(confirmed, db)
        return try storedReceipt(submission.id, state, prediction(on: state, db), db)
      }
      if let stored { return .done(stored) }
    } catch {
      throw .failed(error.failure.uncertain)
    }
    throw .failed(error.failure)
  }
}

extension LedgerWriter {
  /// Appends a decided submission with its rows, and returns the running day after it.
  mutating func append(
    _ submission: Submission, _ decision: Decision, on before: Fold, _ rows: inout RowKeeper,
    recordedAt: Timestamp
  ) throws -> Office {
    try append(submission, EntryBody(submission, decision), recordedAt: recordedAt)
    let events = decision.events.map { KeptEvent.known($0) }
    var fold = before
    let change = fold.apply(events, submission.stamp)
    try rows.write(change, of: events, seq: seq, before: before.office, after: fold.office)
    return fold.office
  }
}

extension Event {
  var erasesWords: Bool {
    if case .office(.wordsErased) = self { true } else { false }
  }
}

extension TakingBack {
  /// Whether it goes on with an earlier entry where one is taken back in effect already.
  fileprivate var looksFurther: Bool {
    switch self {
    case .last, .undone, .order: true
    case .entry, .part: false
    }
  }
}
