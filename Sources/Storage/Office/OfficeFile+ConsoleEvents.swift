import Domain
import GRDB
import Sync
import Synchronization

extension OfficeFile {
  /// Changes what is kept of consoles and enters what happened in the ledger, in one durable step. Nothing is entered
  /// where the body answers no event.
  ///
  /// The entry is the office's own, from this file's console and with no command: nobody can ask for it.
  func enter<Answer: Sendable>(
    _ change: (Database) throws -> (Answer, Happening?)
  ) throws(StorageError) -> Answer {
    if membership != nil { throw .joined(path: path) }
    let (answer, state) = try write { db in
      let (answer, happening) = try change(db)
      return (answer, try happening.map { try enter($0, db) })
    }
    if let state { memory.withLock { _ = $0.publish(state, confirmed: state) } }
    return answer
  }

  /// What happened to a console, and by whom.
  struct Happening: Sendable {
    let event: ConsoleEvent
    let person: Person.ID
  }

  private func enter(_ happening: Happening, _ db: Database) throws -> OfficeState {
    let before = try caughtUp(confirmed, db)
    let stamp = Stamp(by: happening.person, at: now, console: identity.console)
    let event = Event.office(.console(happening.event))
    var ledger = LedgerWriter(db, identity, seq: before.seq, head: before.head)
    try ledger.append(
      Submission(id: options.freshSubmission(), stamp: stamp, commands: []), EntryBody(answering: [event]),
      recordedAt: now)
    var fold = Fold(office: before.office)
    let kept = [KeptEvent.known(event)]
    let change = fold.apply(kept, stamp)
    var rows = RowKeeper(db)
    try rows.write(change, of: kept, seq: ledger.seq, before: before.office, after: fold.office)
    try ledger.finish()
    try rows.finish()
    return OfficeState(office: fold.office, seq: ledger.seq, head: ledger.head)
  }
}
