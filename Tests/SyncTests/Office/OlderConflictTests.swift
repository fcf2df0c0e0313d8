import Domain
import Foundation
import GRDB
import Storage
import Sync
import TestSupport
import Testing

@Suite("Conflicts that an older version wrote down")
struct OlderConflictTests {
  /// Has an office refuse what its first console wants.
  private static func refuse(at office: OfficeFile) throws {
    let forged = try TwoDesks.waiting(
      [.eraseWords(EraseWords([Identifier(high: 9, low: 8)]))], id: 91, count: 1, console: 0)
    _ = try TwoDesks.push([forged], TwoDesks.registrar(0), to: office)
  }

  /// Makes the file one of the schema from before conflicts had owners, in its rows and in those that it took over.
  private static func age(_ console: OfficeFile) throws {
    let conflict = try #require(console.state.office.conflicts.first)
    #expect(conflict.alertLives?.first?.owner == TwoDesks.people[0])
    let lost = conflict.lost[0]
    let ownerless = Conflict(
      Submission(
        id: lost.id, stamp: Stamp(by: conflict.person, at: conflict.at, console: conflict.console),
        commands: lost.commands), count: lost.count, refusal: conflict.refusal, at: conflict.refusedAt,
      theirs: conflict.theirs)
    let bytes = Data(try CompactEncoder().encode([ownerless]))
    let queue = try DatabaseQueue(path: console.path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "UPDATE facts SET value = ? WHERE name = 'conflicts'", arguments: [bytes])
      try db.execute(
        sql: "UPDATE taken_over SET value = ? WHERE kind = 'facts' AND id = CAST('conflicts' AS BLOB)",
        arguments: [bytes])
      #expect(try db.changesCount == Int.fetchOne(db, sql: "SELECT count(*) FROM base"))
      for column in ["skew", "invited_by", "revoked_by", "version", "seq", "lacked", "copy_of"] {
        try db.execute(sql: "ALTER TABLE enrolled DROP COLUMN \(column)")
      }
      for column in ["made_by", "console"] {
        try db.execute(sql: "ALTER TABLE enrolments DROP COLUMN \(column)")
      }
      for table in ["erased", "entry_conflicts", "contacts", "erased_drafts"] {
        try db.execute(sql: "DROP TABLE \(table)")
      }
      try db.execute(sql: "DROP INDEX orders_ended")
      try db.execute(sql: "ALTER TABLE signed DROP COLUMN seal")
      try db.execute(sql: "PRAGMA user_version = 4")
    }
    try queue.close()
  }

  /// Expects of the file, opened anew, what its office has.
  private static func expectOwner(in console: OfficeFile, as office: OfficeFile) throws {
    let again = try OfficeFile(opening: console.path, options: Stores.options)
    defer { again.close() }
    #expect(again.state.office.conflicts.first?.alertLives?.first?.owner == TwoDesks.people[0])
    #expect(try again.check().problems == [] && again.digest() == office.digest())
  }

  @Test("have the owner that a rebuild would give them, once the file is opened")
  func owners() throws {
    try JoinedFileTests.joined { office, console in
      try Self.refuse(at: office)
      try JoinedFileTests.sync(console, with: office)
      try Self.age(console)
      try Self.expectOwner(in: console, as: office)
    }
  }

  @Test("have whoever acted here when they arose, though he has left since")
  func leftSince() throws {
    try JoinedFileTests.joined { office, console in
      try Self.refuse(at: office)
      let change = FieldChange<Person.Field>(.status, from: .plain("active"), to: .plain("left"))
      try SnapshotTests.act(.editPerson(TwoDesks.people[0], EditPerson([change])), id: 92, at: office)
      try JoinedFileTests.sync(console, with: office)
      #expect(console.state.office.person(TwoDesks.people[0])?.isActive == false)
      try Self.age(console)
      try Self.expectOwner(in: console, as: office)
    }
  }

  @Test("have it in the rows that a console took over too, which its ledger begins with")
  func takenOver() throws {
    try SnapshotTests.joined { office, console, _ in
      try Self.refuse(at: office)
      try SnapshotTests.take(console, from: office)
      try Self.age(console)
      try Self.expectOwner(in: console, as: office)
    }
  }
}
