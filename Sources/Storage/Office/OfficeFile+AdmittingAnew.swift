public import Domain
import GRDB
public import Sync

extension OfficeFile {
  /// Takes the file of a console in as another console of the same person: a copy of it acts as the one that it was.
  public func admitAnew(
    _ known: Registrar, as console: ConsoleID, token: String
  ) throws(StorageError) -> JoinAnswer {
    try enter { db -> (JoinAnswer, Happening?) in
      try db.execute(
        sql: "INSERT INTO enrolled (console, person, token, joined_at, copy_of) VALUES (?, ?, ?, ?, ?)",
        arguments: [
          console.blob, known.person.blob, Self.hash(token), now.seconds, known.console.blob
        ])
      let answer = JoinAnswer(
        log: identity.log, epochs: try OfficeFile.epochs(db), console: console, person: known.person,
        token: token)
      let joined = ConsoleEvent.joined(console, of: known.person, with: .copy(of: known.console))
      return (answer, Happening(event: joined, person: known.person))
    }
  }
}
