import Domain
import Foundation
import GRDB
import Storage
import Sync
import TestSupport
import Testing

@Suite("Conflicts that an older version wrote down")
struct OlderConflictTests {
  @Test("have the owner that a rebuild would give them, once the file is opened")
  func owners() throws {
    try JoinedFileTests.joined { office, console in
      let forged = try TwoDesks.waiting(
        [.eraseWords(EraseWords([Identifier(high: 9, low: 8)]))], id: 91, count: 1, console: 0)
      _ = try TwoDesks.push([forged], TwoDesks.registrar(0), to: office)
      try JoinedFileTests.sync(console, with: office)
      var conflicts = console.state.office.conflicts
      #expect(conflicts.count == 1 && conflicts[0].alertLives?.first?.owner == TwoDesks.people[0])
      // As it stood before conflicts had owners, in a file of the schema of then.
      let lost = conflicts[0].lost[0]
      conflicts = [
        Conflict(
          Submission(
            id: lost.id,
            stamp: Stamp(by: conflicts[0].person, at: conflicts[0].at, console: conflicts[0].console),
            commands: lost.commands), count: lost.count, refusal: conflicts[0].refusal,
          at: conflicts[0].refusedAt, theirs: conflicts[0].theirs)
      ]
      let queue = try DatabaseQueue(path: console.path)
      let bytes = try CompactEncoder().encode(conflicts)
      try queue.writeWithoutTransaction { db in
        try db.execute(
          sql: "UPDATE facts SET value = ? WHERE name = 'conflicts'", arguments: [Data(bytes)])
        for column in ["skew", "invited_by", "revoked_by"] {
          try db.execute(sql: "ALTER TABLE enrolled DROP COLUMN \(column)")
        }
        try db.execute(sql: "ALTER TABLE enrolments DROP COLUMN made_by")
        try db.execute(sql: "DROP TABLE erased")
        try db.execute(sql: "PRAGMA user_version = 4")
      }
      try queue.close()
      let again = try OfficeFile(opening: console.path, options: Stores.options)
      #expect(again.state.office.conflicts[0].alertLives?.first?.owner == TwoDesks.people[0])
      #expect(try again.check().problems == [] && again.digest() == office.digest())
      again.close()
    }
  }
}
