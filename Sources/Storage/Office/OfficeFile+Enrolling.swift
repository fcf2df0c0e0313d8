import Crypto
public import Domain
import GRDB
public import Sync

extension OfficeFile {
  private static let startedSetting = "office.started"

  /// Lets consoles on other machines join this office; a file that has joined one itself is refused.
  public func startOffice() throws(StorageError) {
    if membership != nil { throw .joined(path: path) }
    try set(Self.startedSetting, to: "1")
    _ = try officeKey()
  }

  public func isOfficeStarted() throws(StorageError) -> Bool { try setting(Self.startedSetting) != nil }

  /// Keeps the hash of a code that a person may join with until then, once, and who made it.
  public func enrol(
    _ person: Person.ID, code: String, until: Timestamp, by maker: Person.ID? = nil
  ) throws(StorageError) {
    if membership != nil { throw .joined(path: path) }
    try write { db in
      try db.execute(sql: "DELETE FROM enrolments WHERE expires_at < ?", arguments: [now.seconds])
      try db.execute(
        sql: "INSERT INTO enrolments (code, person, expires_at, made_by) VALUES (?, ?, ?, ?)",
        arguments: [Self.hash(code), person.blob, until.seconds, maker?.blob])
    }
  }

  /// Takes a new console in, and its code away; nil for a code that is not there, was used or has expired.
  public func admit(
    code: String, as console: ConsoleID, token: String
  ) throws(StorageError) -> JoinAnswer? {
    let key = try publicKey()
    return try write { db in
      let row = try Row.fetchOne(
        db, sql: "SELECT person, made_by FROM enrolments WHERE code = ? AND expires_at >= ?",
        arguments: [Self.hash(code), now.seconds])
      guard let row, let person: Person.ID = row.identifier(0) else { return nil }
      let maker: Person.ID? = row.identifier(1)
      try db.execute(sql: "DELETE FROM enrolments WHERE code = ?", arguments: [Self.hash(code)])
      try db.execute(
        sql: """
          INSERT INTO enrolled (console, person, token, joined_at, invited_by) VALUES (?, ?, ?, ?, ?)
          """,
        arguments: [console.blob, person.blob, Self.hash(token), now.seconds, maker?.blob])
      return JoinAnswer(
        log: identity.log, epochs: try OfficeFile.epochs(db), console: console, person: person, token: token,
        key: key)
    }
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

  /// The consoles that have joined, the oldest first.
  public func joinedConsoles() throws(StorageError) -> [JoinedConsole] {
    try read { db in
      // A file of an older version that is only read has fewer columns.
      let kept = Set(try db.columns(in: "enrolled").map(\.name))
      let later = ["skew", "invited_by", "revoked_by"].map { kept.contains($0) ? $0 : "NULL" }
        .joined(separator: ", ")
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
        return JoinedConsole(
          id: console, person: person, joinedAt: Timestamp(seconds: Int64(row.integer(2))),
          invitedBy: row.identifier(6), revokedAt: instant(3), revokedBy: row.identifier(7),
          seenAt: instant(4),
          clockSkew: row.optionalInteger(5).map { .seconds(Int64($0)) })
      }
    }
  }

  /// Notes that a console was heard of, and how far this clock is ahead of the one that it told.
  public func noteSeen(_ console: ConsoleID, clock: Timestamp?) throws(StorageError) {
    try writeLocally { db in
      try db.execute(
        sql: "UPDATE enrolled SET seen_at = ?, skew = ? WHERE console = ?",
        arguments: [now.seconds, clock.map { (now - $0).seconds }, console.blob])
    }
  }

  /// Turns a console away from now on.
  public func revoke(_ console: ConsoleID, by person: Person.ID? = nil) throws(StorageError) {
    try write { db in
      try db.execute(
        sql: "UPDATE enrolled SET revoked_at = ?, revoked_by = ? WHERE console = ? AND revoked_at IS NULL",
        arguments: [now.seconds, person?.blob, console.blob])
    }
  }

  /// Makes the file of a console that an office has taken in. It is empty until the first page.
  public static func join(
    _ answer: JoinAnswer, address: String, at path: String, options: FileOptions
  ) throws(StorageError) -> OfficeFile {
    let identity = FileIdentity(
      log: answer.log, epoch: answer.epochs.first?.id ?? answer.log, console: answer.console)
    let membership = Membership(address: address, person: answer.person, joinedAt: options.clock())
    let file = try create(at: path, identity: identity, options: options, membership: membership)
    if let key = answer.key { try file.write { try pin(key, $0) } }
    return file
  }

  /// What is kept of a secret that is random enough not to be guessed.
  static func hash(_ secret: String) -> DatabaseValue {
    Domain.Digest(SHA256.hash(data: Array(secret.utf8))).rawBytes.blob.databaseValue
  }
}
