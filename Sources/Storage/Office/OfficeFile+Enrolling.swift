import Crypto
public import Domain
import GRDB
public import Sync

extension OfficeFile {
  static let startedSetting = "office.started"

  /// Lets consoles on other machines join this office; a file that has joined one itself is refused.
  public func startOffice(by person: Person.ID) throws(StorageError) {
    if membership != nil { throw .joined(path: path) }
    if try !isOfficeStarted() {
      try enter { db -> (Void, Happening?) in
        try Self.set(Self.startedSetting, to: "1", db)
        return ((), Happening(event: .started, person: person))
      }
    }
    _ = try officeKey()
  }

  public func isOfficeStarted() throws(StorageError) -> Bool { try setting(Self.startedSetting) != nil }

  /// How long a code can be used.
  public static let codeLasts = Span.hours(1)

  /// What adds somebody who is new here, at this file and now.
  public func adding(_ newcomer: Person, by maker: Person.ID) -> Submission {
    Submission(
      id: options.freshSubmission(), stamp: Stamp(by: maker, at: now, console: identity.console),
      commands: [.addPerson(AddPerson(newcomer))])
  }

  /// Keeps the hash of a code that a person may join with until then, once, and who made it.
  public func enrol(
    _ person: Person.ID, code: String, until: Timestamp, by maker: Person.ID
  ) throws(StorageError) {
    try enter { db -> (Void, Happening?) in ((), try keepCode(code, of: person, until: until, by: maker, db))
    }
  }

  /// The same of somebody who is new, whom the submission adds: there are both in one durable step, or neither.
  public func enrol(
    _ person: Person.ID, adding newcomer: Submission, code: String, until: Timestamp, by maker: Person.ID
  ) throws(SubmitError) {
    let refusal: Refusal?
    do {
      refusal = try enter { db -> (Refusal?, Happening?) in
        if case .refused(let refusal) = try record(newcomer, nil, nil, db) { return (refusal, nil) }
        return (nil, try keepCode(code, of: person, until: until, by: maker, db))
      }
    } catch {
      throw .failed(error.failure)
    }
    if let refusal { throw .refused(refusal) }
  }

  private func keepCode(
    _ code: String, of person: Person.ID, until: Timestamp, by maker: Person.ID, _ db: Database
  ) throws -> Happening {
    try db.execute(sql: "DELETE FROM enrolments WHERE expires_at < ?", arguments: [now.seconds])
    try db.execute(
      sql: "INSERT INTO enrolments (code, person, expires_at, made_by) VALUES (?, ?, ?, ?)",
      arguments: [Self.hash(code), person.blob, until.seconds, maker.blob])
    return Happening(event: .enrolled(person, until: until), person: maker)
  }

  /// Takes a new console in by a code; nil for a code that is not there, was used or has expired. Whose answer was lost
  /// on its way may ask again with it: until a console is heard of it is let in as the same one. What its file was before
  /// leaves it its numbers.
  public func admit(
    code: String, as console: ConsoleID, token: String, was: ConsoleID? = nil
  ) throws(StorageError) -> JoinAnswer? {
    let key = try publicKey()
    return try enter { db -> (JoinAnswer?, Happening?) in
      let row = try Row.fetchOne(
        db, sql: "SELECT person, made_by, console FROM enrolments WHERE code = ? AND expires_at >= ?",
        arguments: [Self.hash(code), now.seconds])
      guard let row, let person: Person.ID = row.identifier(0) else { return (nil, nil) }
      let (maker, known): (Person.ID?, ConsoleID?) = (row.identifier(1), row.identifier(2))
      func answer(_ console: ConsoleID) throws -> JoinAnswer {
        JoinAnswer(
          log: identity.log, epochs: try OfficeFile.epochs(db), console: console, person: person,
          token: token, key: key, clock: sandboxClock.map(ToldClock.init))
      }
      if let known { return (try isLetInAgain(known, token, db) ? answer(known) : nil, nil) }
      try db.execute(
        sql: "UPDATE enrolments SET console = ? WHERE code = ?",
        arguments: [console.blob, Self.hash(code)])
      try db.execute(
        sql: """
          INSERT INTO enrolled (console, person, token, joined_at, invited_by) VALUES (?, ?, ?, ?, ?)
          """,
        arguments: [console.blob, person.blob, Self.hash(token), now.seconds, maker?.blob])
      let joined = ConsoleEvent.joined(console, of: person, with: .code(by: maker))
      let heir = try inherits(from: was, of: person, db)
      return (try answer(console), Happening(event: joined, person: person, numbersOf: heir))
    }
  }

  /// Gives a console that was never heard of another token.
  func isLetInAgain(_ console: ConsoleID, _ token: String, _ db: Database) throws -> Bool {
    try db.execute(
      sql: "UPDATE enrolled SET token = ? WHERE console = ? AND seen_at IS NULL AND revoked_at IS NULL",
      arguments: [Self.hash(token), console.blob])
    return db.changesCount > 0
  }

  /// Whose token it is; nil for one that nobody was given, or that was revoked.
  public func registrar(token: String) throws(StorageError) -> Registrar? {
    try read { db in
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: "SELECT person, console FROM enrolled WHERE token = ? AND revoked_at IS NULL"),
        arguments: [Self.hash(token)])
      guard let person: Person.ID = row?.identifier(0), let console: ConsoleID = row?.identifier(1) else {
        return nil
      }
      return Registrar(person: person, console: console)
    }
  }

  /// Within so long a console that takes part is heard of again: it lacks what it lacked.
  private static let heardWithin = Span.minutes(2)

  /// The consoles that have joined, the oldest first.
  public func joinedConsoles() throws(StorageError) -> [JoinedConsole] {
    try read { db in
      // A file of an older version that is only read has fewer columns.
      let kept = Set(try db.columns(in: "enrolled").map(\.name))
      let later = ["skew", "invited_by", "revoked_by", "version", "seq", "lacked", "copy_of"]
        .map { kept.contains($0) ? $0 : "NULL" }.joined(separator: ", ")
      let head = try OfficeFile.head(db).seq
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT console, person, joined_at, revoked_at, seen_at, \(later) FROM enrolled
          ORDER BY joined_at, console
          """)
      return rows.compactMap { row in
        guard let console: ConsoleID = row.identifier(0), let person: Person.ID = row.identifier(1) else {
          return nil
        }
        func instant(_ index: Int) -> Timestamp? {
          row.optionalInteger(index).map { Timestamp(seconds: Int64($0)) }
        }
        let isThere = instant(4).map { now - $0 <= Self.heardWithin } ?? false
        let had = row.optionalInteger(9)
        return JoinedConsole(
          id: console, person: person, joinedAt: Timestamp(seconds: Int64(row.integer(2))),
          invitedBy: row.identifier(6), revokedAt: instant(3), revokedBy: row.identifier(7),
          seenAt: instant(4),
          clockSkew: row.optionalInteger(5).map { .seconds(Int64($0)) }, version: row.optionalText(8),
          lacks: isThere ? row.optionalInteger(10) : had.map { max(0, head - $0) },
          copyOf: row.identifier(11))
      }
    }
  }

  /// Notes that a console was heard of, and what it said of itself.
  public func noteSeen(_ console: ConsoleID, _ word: ConsoleWord) throws(StorageError) {
    try writeLocally { db in
      let head = try OfficeFile.head(db).seq
      try db.execute(
        sql: "UPDATE enrolled SET seen_at = ?, skew = ?, version = ?, seq = ?, lacked = ? WHERE console = ?",
        arguments: [
          now.seconds, (realNow - word.clock).seconds, word.version, word.has, max(0, head - word.has),
          console.blob
        ])
      try db.execute(sql: "DELETE FROM enrolments WHERE console = ?", arguments: [console.blob])
      if let settled = word.settledAt { try Self.noteSettled(console, at: settled, db) }
    }
  }

  /// Turns a console away from now on; one that is turned away already stays so.
  public func revoke(_ console: ConsoleID, by person: Person.ID) throws(StorageError) {
    try enter { db -> (Void, Happening?) in
      let owner = try Row.fetchOne(
        db, sql: "SELECT person FROM enrolled WHERE console = ? AND revoked_at IS NULL",
        arguments: [console.blob])
      guard let owner: Person.ID = owner?.identifier(0) else { return ((), nil) }
      try db.execute(
        sql: "UPDATE enrolled SET revoked_at = ?, revoked_by = ? WHERE console = ?",
        arguments: [now.seconds, person.blob, console.blob])
      return ((), Happening(event: .revoked(console, of: owner), person: person))
    }
  }

  /// Makes the file of a console that an office has taken in. It is empty until the first page.
  public static func join(
    _ answer: JoinAnswer, address: String, at path: String, options: FileOptions
  ) throws(StorageError) -> OfficeFile {
    let identity = FileIdentity(
      log: answer.log, epoch: answer.epochs.first?.id ?? answer.log, console: answer.console)
    let membership = Membership(address: address, person: answer.person, joinedAt: options.clock())
    let file = try create(
      at: path, identity: identity, options: options, sandbox: answer.clock.flatMap(Sandbox.init),
      membership: membership)
    if let key = answer.key { try file.write { try pin(key, $0) } }
    return file
  }

  /// What is kept of a secret that is random enough not to be guessed.
  static func hash(_ secret: String) -> DatabaseValue {
    Domain.Digest(SHA256.hash(data: Array(secret.utf8))).rawBytes.blob.databaseValue
  }
}
