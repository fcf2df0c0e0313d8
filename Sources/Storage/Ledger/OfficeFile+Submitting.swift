public import Domain
import GRDB
import Synchronization

extension OfficeFile {
  /// Decides a submission on the file's newest state and records what it comes to, durably.
  ///
  /// The same id twice is one submission: the second answer is the stored one. When writing fails nothing is
  /// recorded, unless the file says otherwise when it is asked again.
  @discardableResult public func submit(_ submission: Submission) throws(SubmitError) -> Receipt {
    let outcome: Outcome
    do {
      outcome = try write { db in try record(submission, db) }
    } catch {
      guard error.breaksConnection else { throw .failed(error.failure) }
      // A commit that reported an error may have happened all the same: the file itself is asked.
      outcome = try afterDoubt(submission, error)
    }
    switch outcome {
    case .refused(let refusal): throw .refused(refusal)
    case .done(let receipt):
      memory.withLock { memory in
        if receipt.state.seq > memory.state.seq { memory.state = receipt.state }
      }
      return receipt
    }
  }

  /// What a submission would come to, without recording it.
  public func dryRun(_ submission: Submission) throws(SubmitError) -> Decision {
    let (before, promised): (Office, Int)
    do {
      let state = self.state
      (before, promised) = try read { db in
        let office = try withOlderWork(of: submission, in: caughtUp(state, db).office, db).office
        return (office, try OfficeFile.lastPromised(db))
      }
    } catch {
      throw .failed(error.failure)
    }
    do { return try before.decide(submission, promised: promised) } catch { throw .refused(error) }
  }

  private enum Outcome: Sendable {
    case refused(Refusal)
    case done(Receipt)
  }

  private func record(_ submission: Submission, _ db: Database) throws -> Outcome {
    let state = try caughtUp(self.state, db)
    if let repeated = try storedReceipt(submission.id, state, db) { return .done(repeated) }
    let fold = try withOlderWork(of: submission, in: state.office, db)
    let promised = try OfficeFile.lastPromised(db)
    let decision: Decision
    do throws(Refusal) {
      decision = try fold.office.decide(submission, promised: promised)
    } catch {
      return .refused(error)
    }
    if decision.events.isEmpty {
      return .done(
        Receipt(
          seq: nil, events: [], warnings: decision.warnings, after: fold.office, state: state, isRepeat: false
        ))
    }
    var ledger = LedgerWriter(db, identity, seq: state.seq, head: state.head)
    var rows = RowKeeper(db)
    let after = try ledger.append(submission, decision, on: fold, &rows, recordedAt: options.clock())
    try ledger.finish()
    try rows.finish()
    return .done(
      Receipt(
        seq: ledger.seq, events: decision.events, warnings: decision.warnings, after: decision.after,
        state: OfficeState(office: after, seq: ledger.seq, head: ledger.head), isRepeat: false))
  }

  /// The answer that a submission got when it was first recorded.
  private func storedReceipt(_ id: Submission.ID, _ state: OfficeState, _ db: Database) throws -> Receipt? {
    guard let seq = try storedSeq(id, db), let row = try ledgerRows(since: seq - 1, limit: 1, db).first
    else { return nil }
    let events = row.events(CompactDecoder(entriesOf: db)).compactMap(\.known)
    return Receipt(
      seq: seq, events: events, warnings: [], after: state.office, state: state, isRepeat: true)
  }

  func storedSeq(_ id: Submission.ID, _ db: Database) throws -> Int? {
    let statement = try db.cachedStatement(sql: "SELECT seq FROM entries WHERE submission = ?")
    return try Int.fetchOne(statement, arguments: [id.blob])
  }

  private func afterDoubt(_ submission: Submission, _ error: StorageError) throws(SubmitError) -> Outcome {
    do {
      let stored: Receipt? = try writeLocally { db in
        try storedReceipt(submission.id, try caughtUp(self.state, db), db)
      }
      if let stored { return .done(stored) }
    } catch {
      throw .failed(error.failure)
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
    try append(submission, decision, recordedAt: recordedAt)
    let events = decision.events.map { KeptEvent.known($0) }
    var fold = before
    let change = fold.apply(events, submission.stamp)
    try rows.write(change, of: events, seq: seq, before: before.office, after: fold.office)
    return fold.office
  }
}
