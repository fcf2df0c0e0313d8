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
    /// The console whose numbers one that joins goes on with.
    var numbersOf: ConsoleID?

    /// What is entered: what happened, and the numbers that were another console's.
    func events(in office: Office) -> [Event] {
      guard let numbersOf, case .joined(let console, _, _) = event else { return [.office(.console(event))] }
      let leases = office.leases.filter { $0.console == numbersOf }.map { lease in
        Event.office(.numbersLeased(NumberLease(console: console, first: lease.first, last: lease.last)))
      }
      return [.office(.console(event))] + leases
    }
  }

  /// The console that somebody's file was, where it was his and takes part no more; nil for any other.
  func inherits(from was: ConsoleID?, of person: Person.ID, _ db: Database) throws -> ConsoleID? {
    guard let was else { return nil }
    let sql = "SELECT 1 FROM enrolled WHERE console = ? AND person = ? AND revoked_at IS NOT NULL"
    let isIt = try Int.fetchOne(db, sql: sql, arguments: [was.blob, person.blob]) != nil
    return isIt ? was : nil
  }

  private func enter(_ happening: Happening, _ db: Database) throws -> OfficeState {
    let before = try caughtUp(confirmed, db)
    let stamp = Stamp(by: happening.person, at: now, console: identity.console)
    let events = happening.events(in: before.office)
    var ledger = LedgerWriter(db, identity, seq: before.seq, head: before.head)
    try ledger.append(
      Submission(id: options.freshSubmission(), stamp: stamp, commands: []), EntryBody(answering: events),
      recordedAt: now)
    var fold = Fold(office: before.office)
    let kept = events.map { KeptEvent.known($0) }
    let change = fold.apply(kept, stamp)
    var rows = RowKeeper(db)
    try rows.write(change, of: kept, seq: ledger.seq, before: before.office, after: fold.office)
    try ledger.finish()
    try rows.finish()
    return OfficeState(office: fold.office, seq: ledger.seq, head: ledger.head)
  }
}
