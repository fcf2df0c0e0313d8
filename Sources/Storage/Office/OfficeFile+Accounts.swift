public import Domain
import GRDB
public import Sync

extension OfficeFile {
  /// Takes in a console of somebody for whom this machine vouches. The token is told to nobody: what proves the console
  /// is the account that asks. Whose answer was lost on its way asks again: it is let in as the same one. Nil where too
  /// many were let in of late.
  public func admit(
    _ person: Person.ID, as console: ConsoleID, token: String, was: ConsoleID? = nil
  ) throws(StorageError) -> JoinAnswer? {
    let key = try publicKey()
    return try enter { db -> (JoinAnswer?, Happening?) in
      func answer(_ console: ConsoleID) throws -> JoinAnswer {
        JoinAnswer(
          log: identity.log, epochs: try OfficeFile.epochs(db), console: console, person: person, token: "",
          key: key, clock: sandboxClock.map(ToldClock.init))
      }
      if let unheard = try unheard(of: person, copyOf: nil, db) { return (try answer(unheard), nil) }
      guard try mayComeUninvited(person, db) else { return (nil, nil) }
      try db.execute(
        sql: "INSERT INTO enrolled (console, person, token, joined_at) VALUES (?, ?, ?, ?)",
        arguments: [console.blob, person.blob, Self.hash(token), now.seconds])
      let happening = Happening(
        event: .joined(console, of: person, with: .account), person: person,
        numbersOf: try inherits(from: was, of: person, db))
      return (try answer(console), happening)
    }
  }

  /// Whose console it is; nil for one that has not joined, or that was revoked.
  public func registrar(console: ConsoleID) throws(StorageError) -> Registrar? {
    try read { db in
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT person FROM enrolled WHERE console = ? AND revoked_at IS NULL"),
        arguments: [console.blob])
      let person: Person.ID? = row?.identifier(0)
      return person.map { Registrar(person: $0, console: console) }
    }
  }
}
