public import Domain
import GRDB
import Sync

/// A transaction in which a day is played: each submission is decided on what the ones before it came to.
public struct Playing {
  /// The sandbox as it was when the step began.
  public let sandbox: Sandbox
  private(set) var state: OfficeState
  /// When what follows is recorded; as a rule the sandbox's time.
  public var now: Timestamp
  private let file: OfficeFile
  private let db: Database
  private var ledger: LedgerWriter
  private var rows: RowKeeper

  init(_ file: OfficeFile, _ db: Database, _ sandbox: Sandbox, _ state: OfficeState) {
    self.file = file
    self.db = db
    self.sandbox = sandbox
    self.state = state
    now = sandbox.clock.now(at: file.milliseconds)
    ledger = LedgerWriter(db, file.identity, seq: state.seq, head: state.head)
    rows = RowKeeper(db)
  }

  public var office: Office { state.office }

  /// An order of the running day, or an older one from its row.
  public func order(_ id: WorkOrder.ID) throws -> WorkOrder? {
    try office.order(id) ?? OrderTable.order(id: id, db)
  }

  /// Decides a submission and records what it comes to; a refusal records nothing and stops nothing.
  public mutating func submit(_ submission: Submission) throws -> BulkReceipt.Outcome {
    if try file.storedSeq(submission.id, db) != nil { return .same }
    let fold = try file.withOlderWork(of: submission, in: state.office, db)
    let promised = try OfficeFile.lastPromised(db)
    let decision: Decision
    do throws(Refusal) {
      decision = try fold.office.decide(submission, promised: promised)
    } catch {
      return .refused(error)
    }
    if decision.events.isEmpty { return .same }
    let after = try ledger.append(submission, decision, on: fold, &rows, recordedAt: now)
    state = OfficeState(office: after, seq: ledger.seq, head: ledger.head)
    return .recorded(seq: ledger.seq, events: decision.events)
  }

  mutating func finish() throws {
    try ledger.finish()
    try rows.finish()
  }
}
