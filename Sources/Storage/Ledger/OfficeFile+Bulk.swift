public import Domain
import GRDB
import Sync
import Synchronization

extension OfficeFile {
  /// Records many submissions in one transaction, for imports: each stands or falls alone, and the refused
  /// ones are told with their reason. A few thousand at a time are fast without holding others up.
  ///
  /// A day that is made up was recorded when it was said (`onTime`), so that one can look back into it. Who has
  /// something better to do after a while (`mayGoOn`) leaves the rest: there are as many outcomes as were looked at.
  public func submitAll(
    _ submissions: [Submission], onTime: Bool = false, while mayGoOn: () -> Bool = { true }
  ) throws(StorageError) -> BulkReceipt {
    let receipt = try write { db in
      if membership != nil { throw StorageError.joined(path: path) }
      var state = try caughtUp(confirmed, db)
      var ledger = LedgerWriter(db, identity, seq: state.seq, head: state.head)
      var rows = RowKeeper(db)
      let promised = try OfficeFile.lastPromised(db)
      var outcomes: [BulkReceipt.Outcome] = []
      outcomes.reserveCapacity(submissions.count)
      for submission in submissions {
        guard mayGoOn() else { break }
        if try storedSeq(submission.id, db) != nil {
          outcomes.append(.same)
          continue
        }
        let fold = try withOlderWork(of: submission, in: state.office, db)
        let decision: Decision
        do throws(Refusal) {
          decision = try fold.office.decide(submission, promised: promised)
        } catch {
          outcomes.append(.refused(error))
          continue
        }
        if decision.events.isEmpty {
          outcomes.append(.same)
          continue
        }
        let after = try ledger.append(
          submission, decision, on: fold, &rows, recordedAt: onTime ? submission.stamp.at : now)
        try keepRecalled(by: decision.events.map { .known($0) }, seq: ledger.seq, on: fold, db)
        state = OfficeState(office: after, seq: ledger.seq, head: ledger.head)
        outcomes.append(.recorded(seq: ledger.seq, events: decision.events))
      }
      try ledger.finish()
      try rows.finish()
      return BulkReceipt(outcomes: outcomes, state: state)
    }
    memory.withLock { _ = $0.publish(receipt.state, confirmed: receipt.state) }
    return receipt
  }
}
