import Domain
import Foundation
import GRDB
import Storage
import Sync
import TestSupport
import Testing

@Suite("What a check finds in each table")
struct CheckedTablesTests {
  /// Where a row may go or change without anything that the ledger tells, or that others need, being wrong.
  private static let free: [String: String] = [
    "sandbox": "nothing else says that a file is one, or where its clock stands",
    "enrolments.code": "a hash; a code that lets nobody in is made anew",
    "enrolments.made_by": "whoever made it stands in the ledger",
    "enrolments.console": "only until that console is heard of",
    "contacts": "absent where it was never noted; noted anew with the next contact",
    "given": "kept for thirty days, should the office be restored from before them",
    "erased": "files of before schema 6 erased without it",
    "arriving": "fetched anew",
    "checkpoints": "a cache: what was then is folded from further back",
    "past": "a cache, thrown away by rebuild",
    "drafts": "of this console alone", "erased_drafts": "of this console alone",
    "command_lines": "of this console alone", "number_lease": "of this console alone",
    "sessions": "of this console alone", "settings": "of this console alone",
    "identity.created_at": "told to nobody", "identity.under_clock": "read before anything else is",
    "identity.backup_at": "when somebody last looked after the file",
    "identity.console": "the office knows its consoles, and refuses; a made-up day is founded from another",
    "epochs.id": "of the epoch that has no entry yet",
    "membership.address": "offices move", "membership.joined_at": "told to nobody",
    "membership.synced_at": "noted anew with the next contact",
    "enrolled.token": "a hash: the console is turned away and joins anew",
    "enrolled.joined_at": "the ledger tells it too", "enrolled.revoked_at": "the ledger tells when",
    "enrolled.seen_at": "noted anew", "enrolled.skew": "noted anew",
    "enrolled.invited_by": "the ledger tells it too", "enrolled.revoked_by": "the ledger tells it too",
    "enrolled.version": "noted anew", "enrolled.seq": "noted anew", "enrolled.lacked": "noted anew",
    "enrolled.copy_of": "the ledger tells it too",
    "signed.broken_at": "the console's own note",
    "outbox.answered": "what was answered when it was made", "outbox.created_at": "told to nobody",
    "base.recorded_at": "told with the snapshot alone", "base.since": "told with the snapshot alone",
    "base.last_number": "told with the snapshot alone",
    "facts.name": "as in a new office is as good as none",
    "snapshot:consoles.key": "a number of the file's own, which no entry there refers to"
  ]

  /// Rows of which nothing says that there were more: the first, the last, or all of them.
  private static let freeToGo: [String: Set<String>] = [
    // Whoever has it in hand is not let in, and gets another one.
    "enrolments": ["first", "last", "all"],
    // What a console had given and the office has not got, nobody else knows.
    "outbox": ["last", "all"],
    // Before the first of them none were kept.
    "recalled": ["first", "all"],
    // The last sixty-four are kept.
    "signed": ["first"]
  ]

  /// A file that nobody has open, and what is done to it.
  private struct Patient {
    let path: String
    let options: FileOptions

    func with<Value>(_ body: (Database) throws -> Value) throws -> Value {
      let queue = try DatabaseQueue(path: path)
      defer { try? queue.close() }
      return try queue.write(body)
    }

    /// Whether a check of a copy finds something, or the copy is not even opened.
    func isFound(_ sql: String) throws -> Bool {
      let copy = Patient(path: path + ".harmed", options: options)
      for name in [copy.path, copy.path + "-wal", copy.path + "-shm"] {
        try? FileManager.default.removeItem(atPath: name)
      }
      try FileManager.default.copyItem(atPath: path, toPath: copy.path)
      do { try copy.with { try $0.execute(sql: sql) } } catch { return true }
      var options = options
      options.loadsState = false
      let file: OfficeFile
      do { file = try OfficeFile(opening: copy.path, options: options) } catch { return true }
      defer { file.close() }
      do { return try !file.check().problems.isEmpty } catch { return true }
    }
  }

  /// The files of an office, of a console with its entries, and of one that began with a snapshot, each with something in
  /// as many tables as there are.
  private static func patients(_ body: ([String: Patient]) throws -> Void) throws {
    try SignedTests.joined { office, console, clock in
      try office.enrol(
        TwoDesks.people[0], code: "other", until: clock.now + .days(90), by: TwoDesks.people[1])
      let answer = try #require(try office.admit(code: "other", as: TwoDesks.consoles[0], token: "u"))
      var site = Site(id: Site.ID(high: 12, low: 1), name: "Mill House", customer: nil)
      site.phone = PersonalText(id: Identifier(high: 9, low: 700), words: "0151 555")
      let customer = Customer(id: Customer.ID(high: 13, low: 1), name: "FreshCo", tier: .standard)
      let lift = Equipment(id: Equipment.ID(high: 14, low: 1), name: "Lift 2", site: site.id)
      let contract = Contract(
        id: Contract.ID(high: 15, low: 1), name: "Gold", tier: .gold, response: .onSite, hours: .always,
        levels: [])
      for (index, command) in [
        Command.changeContract(ChangeContract(contract)), .addSite(AddSite(site)),
        .addCustomer(AddCustomer(customer)), .addEquipment(AddEquipment(lift))
      ].enumerated() {
        try SnapshotTests.act(command, id: UInt64(700 + index), at: office)
      }
      try OlderWorkTests.grow(office, 2, clock)
      try SnapshotTests.act(.addNote(OlderWorkTests.order(1), AddNote("they rang")), id: 720, at: office)
      try SnapshotTests.act(.addNote(OlderWorkTests.order(2), AddNote("they too")), id: 722, at: office)
      try SnapshotTests.act(TwoDesks.assign(to: 0, at: 1), id: 721, at: office)
      try office.enrol(
        TwoDesks.people[0], code: "third", until: clock.now + .hours(1), by: TwoDesks.people[1])
      let spare = ConsoleID(high: 6, low: 1)
      _ = try office.admit(code: "third", as: spare, token: "v")
      try office.revoke(spare, by: TwoDesks.people[1])
      try office.enrol(
        TwoDesks.people[0], code: "fourth", until: clock.now + .hours(1), by: TwoDesks.people[1])
      // One that is refused, and two that wait.
      try console.submit(
        TwoDesks.submission(
          [TwoDesks.assign(to: 1, at: 2)], id: 730, by: TwoDesks.people[1], from: TwoDesks.consoles[1]))
      let waiting = try console.waiting(from: 1, atMost: .push)
      _ = try TwoDesks.push(waiting, TwoDesks.registrar(1), to: office)
      try SignedTests.pull(console, from: office)
      for id in [UInt64(740), 741] { try SnapshotTests.note("waits", id: id, at: console) }
      let late = try OfficeFile.join(
        answer, address: "http://127.0.0.1:1", at: office.path + ".late", options: clock.options)
      _ = try late.takeSnapshot { try office.snapshot($0, for: TwoDesks.registrar(0)) }
      for file in [office, console, late] {
        #expect(try file.check().problems == [])
        file.close()
      }
      try body([
        "office": Patient(path: office.path, options: clock.options),
        "console": Patient(path: console.path, options: clock.options),
        "snapshot": Patient(path: late.path, options: clock.options)
      ])
    }
  }

  /// The tables of a schema, with their columns and those of their keys.
  private static func tables(_ db: Database) throws -> [(name: String, columns: [String], key: [String])] {
    let names = try String.fetchAll(
      db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%' ORDER BY name"
    )
    return try names.map { name in
      (name, try db.columns(in: name).map(\.name), try db.primaryKey(name).columns)
    }
  }

  private static func place(_ key: [String], _ table: String, _ order: String) -> String {
    let columns = key.joined(separator: ", ")
    // One of the facts that no two offices have in common.
    let sorted = (table == "facts" ? ["name = 'profile'"] : key).map { "\($0) \(order)" }.joined(
      separator: ", ")
    return "(\(columns)) = (SELECT \(columns) FROM \(table) ORDER BY \(sorted) LIMIT 1)"
  }

  /// Another value of the same kind.
  private static func other(_ column: String) -> String {
    """
    CASE typeof(\(column)) WHEN 'integer' THEN \(column) + 1 WHEN 'text' THEN \(column) || 'x'
      WHEN 'blob' THEN CAST(substr(\(column), 1, length(\(column)) - 1)
        || CASE WHEN substr(\(column), -1) = x'07' THEN x'08' ELSE x'07' END AS BLOB)
      ELSE 7 END
    """
  }

  @Test("rows that are gone, one or all of them", .verifies("ADM-08"))
  func gone() throws {
    try Self.patients { patients in
      var met: Set<String> = []
      for (name, patient) in patients {
        for table in try patient.with(Self.tables) where Self.free[table.name] == nil {
          let count = try patient.with { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table.name)") }
          guard let count, count > 0 else { continue }
          met.insert(table.name)
          let all = "DELETE FROM \(table.name)"
          var harms = ["all": all, "last": "\(all) WHERE \(Self.place(table.key, table.name, "DESC"))"]
          if table.name != "facts" {
            harms["first"] = "\(all) WHERE \(Self.place(table.key, table.name, "ASC"))"
          }
          for (which, sql) in harms where Self.freeToGo[table.name]?.contains(which) != true {
            #expect(try patient.isFound(sql), "\(name): \(sql)")
          }
        }
      }
      let known = try patients["office"]?.with(Self.tables).map(\.name) ?? []
      #expect(known.filter { Self.free[$0] == nil && !met.contains($0) } == [], "each has a row to lose")
    }
  }

  @Test("a value that is another one", .verifies("ADM-08"))
  func altered() throws {
    try Self.patients { patients in
      for (name, patient) in patients {
        for table in try patient.with(Self.tables) where Self.free[table.name] == nil {
          let count = try patient.with { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table.name)") }
          guard let count, count > 0 else { continue }
          for column in table.columns
          where Self.free["\(table.name).\(column)"] == nil
            && Self.free["\(name):\(table.name).\(column)"] == nil
          {
            let sql = """
              UPDATE \(table.name) SET \(column) = \(Self.other(column))
              WHERE \(Self.place(table.key, table.name, "DESC"))
              """
            #expect(try patient.isFound(sql), "\(name): \(sql)")
          }
        }
      }
    }
  }
}
