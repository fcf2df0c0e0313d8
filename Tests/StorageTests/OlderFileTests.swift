import Domain
import Foundation
import GRDB
import Storage
import TestSupport
import Testing

@Suite("Files of older versions")
struct OlderFileTests {
  private static let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  /// The ledger of a small office as the first schema kept it, with no rows.
  private static func first(in folder: TemporaryFolder) throws -> String {
    let path = folder.file("first.db")
    let queue = try DatabaseQueue(path: path)
    let text = try String(contentsOf: here.appending(path: "Fixtures/schema-1.sql"), encoding: .utf8)
    try queue.write { try $0.execute(sql: text) }
    try queue.close()
    chmod(path, 0o600)
    return path
  }

  private static func version(_ path: String) throws -> Int? {
    let queue = try DatabaseQueue(path: path)
    return try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
  }

  @Test("the first step of the schema is never edited")
  func firstStep() throws {
    let fixture = try Data(contentsOf: Self.here.appending(path: "Fixtures/schema-1.sql"))
    let root = Self.here.deletingLastPathComponent().deletingLastPathComponent()
    let step = try Data(contentsOf: root.appending(path: "Sources/Storage/Schema/v0001_initial.sql"))
    #expect(fixture.starts(with: step))
  }

  @Test("a file of the first schema opens, is brought up to date and tells all that was in it")
  func migrates() throws {
    let folder = try TemporaryFolder()
    let path = try Self.first(in: folder)
    var options = SampleOffice.options
    options.loadsState = false
    let file = try OfficeFile(opening: path, options: options)
    let office = try file.rebuild().office
    #expect(try file.check().problems == [])
    #expect(office.profile.name == "Riverside")
    let held = try #require(office.order(number: 20_001))
    #expect(held.requests.first?.phone?.words == "01514960123")
    #expect(held.notes.first?.words == "water is rising")
    #expect(held.hold?.reason == .parts)
    #expect(office.technician(held.technician)?.name.words == "Ana Flores")
    #expect(office.order(number: 20_002)?.isEnded == true)
    #expect(file.state.seq == 11)
    #expect(file.state.head.description.hasPrefix("ae107378fe8c"))
    file.close()
    #expect(try Self.version(path) == SampleOffice().file.health().schemaVersion)
  }

  @Test("rows that an older version folded are made anew when it is opened, once")
  func foldsAnew() throws {
    let folder = try TemporaryFolder()
    let path = try Self.first(in: folder)
    let file = try OfficeFile(opening: path, options: SampleOffice.options)
    #expect(file.state.office.order(number: 20_001)?.hold?.reason == .parts)
    #expect(try file.check().problems == [])
    file.close()
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "DELETE FROM orders WHERE number = 20001") }
    try queue.close()
    let again = try OfficeFile(opening: path, options: SampleOffice.options)
    #expect(again.state.office.order(number: 20_001) == nil, "it is not folded at every opening")
  }

  @Test("the search index of an older file finds what it found, from the first letter of a word on")
  func search() throws {
    let folder = try TemporaryFolder()
    let path = try Self.first(in: folder)
    let queue = try DatabaseQueue(path: path)
    try queue.write { db in
      try db.execute(
        sql: "INSERT INTO search (rowid, words) VALUES (4096, 'Burst pipe, café'), (8192, 'boiler')")
    }
    try queue.close()
    var options = SampleOffice.options
    options.loadsState = false
    try OfficeFile(opening: path, options: options).close()
    let migrated = try DatabaseQueue(path: path)
    try migrated.write { db in
      let find = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC"
      #expect(try Int.fetchAll(db, sql: find, arguments: ["burst AND c*"]) == [4_096])
      #expect(try Int.fetchAll(db, sql: find, arguments: ["b*"]) == [8_192, 4_096])
      #expect(try Int.fetchAll(db, sql: find, arguments: ["boil*"]) == [8_192])
      try db.execute(sql: "INSERT INTO search (search) VALUES ('integrity-check')")
      let made = try String.fetchOne(db, sql: "SELECT sql FROM sqlite_master WHERE name = 'search'")
      #expect(made?.contains("prefix = '1 2 3'") == true)
    }
  }

  @Test("a file of an older schema that can only be read lists the consoles that have joined")
  func consoles() throws {
    let office = try SampleOffice()
    let (console, until) = (ConsoleID(high: 5, low: 1), SampleOffice.start + .hours(1))
    try office.file.startOffice(by: SampleOffice.owner)
    try office.file.enrol(SampleOffice.owner, code: "code", until: until, by: SampleOffice.owner)
    _ = try office.file.admit(code: "code", as: console, token: "t")
    #expect(try office.file.joinedConsoles().map(\.invitedBy) == [SampleOffice.owner])
    office.file.close()
    let queue = try office.raw()
    try queue.writeWithoutTransaction { db in
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
      try db.execute(sql: "PRAGMA user_version = 5")
    }
    try queue.close()
    var options = SampleOffice.options
    options.isReadOnly = true
    let window = try office.secondWindow(options)
    defer { window.close() }
    let joined = try #require(try window.joinedConsoles().first)
    #expect(joined.id == console && joined.person == SampleOffice.owner)
    #expect(joined.version == nil && joined.lacks == nil && joined.copyOf == nil)
    #expect(joined.invitedBy == nil && joined.clockSkew == nil && joined.revokedBy == nil)
    #expect(try window.health().schemaVersion == 5)
  }

  @Test("a file of a newer schema is refused, and not a byte of it or beside it changes")
  func newer() throws {
    let folder = try TemporaryFolder()
    let path = try Self.first(in: folder)
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 2000") }
    try queue.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(failureCode { try OfficeFile(opening: path, options: SampleOffice.options) } == .newerFile)
    #expect(
      failureCode {
        try OfficeFile.restore(
          from: path, to: folder.file("new.db"), epoch: Identifier(high: 2, low: 2),
          options: SampleOffice.options)
      } == .newerFile)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["first.db"])
  }
}
