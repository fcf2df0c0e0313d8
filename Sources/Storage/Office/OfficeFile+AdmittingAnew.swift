public import Domain
import GRDB
public import Sync

extension OfficeFile {
  /// Takes the file of a console in as another console of the same person: a copy of it acts as the one that it was.
  /// Whose answer was lost on its way asks again: it is let in as the same one. Nil where too many were let in of late.
  public func admitAnew(
    _ known: Registrar, as console: ConsoleID, token: String
  ) throws(StorageError) -> JoinAnswer? {
    try enter { db -> (JoinAnswer?, Happening?) in
      func answer(_ console: ConsoleID) throws -> JoinAnswer {
        JoinAnswer(
          log: identity.log, epochs: try OfficeFile.epochs(db), console: console, person: known.person,
          token: token)
      }
      if let unheard = try unheard(of: known.person, copyOf: known.console, db) {
        _ = try isLetInAgain(unheard, token, db)
        return (try answer(unheard), nil)
      }
      guard try mayComeUninvited(known.person, db) else { return (nil, nil) }
      try db.execute(
        sql: "INSERT INTO enrolled (console, person, token, joined_at, copy_of) VALUES (?, ?, ?, ?, ?)",
        arguments: [
          console.blob, known.person.blob, Self.hash(token), now.seconds, known.console.blob
        ])
      let joined = ConsoleEvent.joined(console, of: known.person, with: .copy(of: known.console))
      return (try answer(console), Happening(event: joined, person: known.person))
    }
  }

  /// So many consoles of one person are let in within a day without a code: whoever asks for more is no person, and each
  /// stands in the ledger for ever.
  private static let mostUninvited = 12

  func mayComeUninvited(_ person: Person.ID, _ db: Database) throws -> Bool {
    let sql = "SELECT count(*) FROM enrolled WHERE person = ? AND invited_by IS NULL AND joined_at > ?"
    let lately = try Int.fetchOne(
      db, sql: sql, arguments: [person.blob, (now - .days(1)).seconds])
    return lately ?? 0 < Self.mostUninvited
  }

  /// So long somebody may go on asking whose answer was lost.
  private static let asksAgainWithin = Span.minutes(10)

  /// A console that was let in just now without a code, as a copy or by an account, and that was not heard of since; nil
  /// for none. The file that has its id is not there where its answer was lost.
  func unheard(of person: Person.ID, copyOf original: ConsoleID?, _ db: Database) throws -> ConsoleID? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT console FROM enrolled
        WHERE person = ? AND copy_of IS ? AND invited_by IS NULL AND seen_at IS NULL AND revoked_at IS NULL
          AND joined_at > ? AND NOT EXISTS (SELECT 1 FROM enrolments WHERE console = enrolled.console)
        ORDER BY joined_at DESC, console LIMIT 1
        """,
      arguments: [person.blob, original?.blob, (now - Self.asksAgainWithin).seconds])
    return row?.identifier(0)
  }
}
