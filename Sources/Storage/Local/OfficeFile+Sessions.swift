public import Domain
import GRDB
import Glibc

extension OfficeFile {
  /// Says who is at a console of this process, or that he has touched it again; what processes that are gone have
  /// left behind is forgotten.
  public func announce(_ session: DeskSession) throws(StorageError) {
    try writeLocally { db in
      for (id, process, began) in try OfficeFile.announced(db)
      where RunningProcess(process)?.began != began {
        try db.execute(sql: "DELETE FROM sessions WHERE id = ?", arguments: [id])
      }
      try db.cachedStatement(
        sql: """
          REPLACE INTO sessions (id, person, terminal, process, process_began, begun_at, seen_at)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """
      ).execute(arguments: [
        session.id.blob, session.person.blob, session.terminal, session.process,
        RunningProcess(session.process)?.began ?? 0, session.begunAt.seconds, session.seenAt.seconds
      ])
      try OfficeFile.setAttended(session.seenAt, db)
    }
  }

  /// Takes him off the list.
  public func leave(_ session: DeskSession.ID, at now: Timestamp) throws(StorageError) {
    try writeLocally { db in
      try db.execute(sql: "DELETE FROM sessions WHERE id = ?", arguments: [session.blob])
      try OfficeFile.setAttended(now, db)
    }
  }

  /// When somebody was last known to be at a console on this file; nil while nobody has ever been.
  public func attendedAt() throws(StorageError) -> Timestamp? {
    try read { db in
      let text = try String.fetchOne(db, sql: "SELECT value FROM settings WHERE name = 'attendedAt'")
      return text.flatMap { Timestamp(rfc3339: $0) }
    }
  }

  private static func setAttended(_ instant: Timestamp, _ db: Database) throws {
    try db.execute(
      sql: "REPLACE INTO settings (name, value) VALUES ('attendedAt', ?)", arguments: [instant.rfc3339])
  }

  /// Who is at the consoles on this file, the longest first. A process that ended without a word is not listed.
  public func sessions() throws(StorageError) -> [DeskSession] {
    try read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT id, person, terminal, process, process_began, begun_at, seen_at FROM sessions
          ORDER BY begun_at, id
          """)
      return try Row.fetchAll(statement).compactMap { row in
        guard let id: DeskSession.ID = row.identifier(0), let person: Person.ID = row.identifier(1),
          RunningProcess(row.integer(3))?.began == row.integer(4)
        else { return nil }
        return DeskSession(
          id: id, person: person, terminal: row.text(2), process: row.integer(3),
          begunAt: Timestamp(seconds: Int64(row.integer(5))),
          seenAt: Timestamp(seconds: Int64(row.integer(6))))
      }
    }
  }

  private static func announced(_ db: Database) throws -> [(id: DatabaseValue, process: Int, began: Int)] {
    try Row.fetchAll(db, sql: "SELECT id, process, process_began FROM sessions").map { row in
      (row[0], row.integer(1), row.integer(2))
    }
  }
}

/// A process of this machine that is there now: its number is given again after its end, its beginning is not.
struct RunningProcess {
  /// In ticks since the machine started.
  let began: Int

  /// Nil where no process has the number.
  init?(_ number: Int) {
    let descriptor = open("/proc/\(number)/stat", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { Glibc.close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 1_024)
    let count = read(descriptor, &bytes, bytes.count)
    // The name in brackets may hold anything; behind it the beginning is the twentieth word, and the first is `Z`
    // for what has ended and only waits to be noticed.
    guard count > 0, let end = bytes[..<count].lastIndex(of: UInt8(ascii: ")")) else { return nil }
    let words = String(decoding: bytes[(end + 1)..<count], as: UTF8.self).split(separator: " ")
    guard words.count > 19, words[0] != "Z", let began = Int(words[19]) else { return nil }
    self.began = began
  }
}
