import Domain
import Foundation
import GRDB
import Storage
import TestSupport
import Testing

@Suite("Check, rebuild, history")
struct CheckTests {
  /// An office with every kind of row, orders that ended long ago and one that was touched afterwards.
  private func busyOffice() throws -> SampleOffice {
    let office = try SampleOffice()
    try office.submit(SampleOffice.log(1, "burst pipe", phone: "01514960123"), SampleOffice.assign(1))
    try office.submit(SampleOffice.log(2, "blocked drain"), SampleOffice.cancel(2))
    _ = try office.file.submitAll((10...40).map { office.submission([SampleOffice.closedLongAgo($0)]) })
    try office.closeDay()
    try office.submit(
      SampleOffice.note(2, "called again"), SampleOffice.note(10, "asked for the bill"), after: 72_000)
    try office.submit(
      SampleOffice.log(3, "same burst pipe"),
      .markDuplicate(SampleOffice.order(3), MarkDuplicate(of: SampleOffice.order(1))), after: 72_100)
    var scope = SendingRule.Scope()
    scope.service = .planned
    var rule = SendingRule("Planned", for: scope)
    rule.only = [SampleOffice.ana]
    try office.submit(.setSendingRule(SetSendingRule(rule, replacing: nil)), after: 72_200)
    return office
  }

  @Test("finds nothing wrong with a good file", .verifies("ADM-08"))
  func good() throws {
    let office = try busyOffice()
    let report = try office.file.check()
    #expect(report.problems == [])
    #expect(report.entries == office.file.state.seq)
    #expect(report.head == office.file.state.head)
    #expect(report.digest == (try office.file.digest()))
    let again = try OfficeFile(opening: office.path, options: SampleOffice.options)
    #expect(again.state.office.sendingRules.map(\.name) == ["Planned"])
  }

  @Test(
    "finds what was tampered with", .verifies("USR-05", "ADM-08"),
    arguments: [
      "UPDATE entries SET at = at + 1 WHERE seq = 5",
      "UPDATE entries SET body = (SELECT body FROM entries WHERE seq = 6) WHERE seq = 5",
      "UPDATE entries SET person = (SELECT max(key) + 1 FROM persons) WHERE seq = 4",
      "DELETE FROM entries WHERE seq = 5",
      "DELETE FROM entries WHERE seq = (SELECT max(seq) FROM entries)",
      "DELETE FROM entries WHERE seq > 20",
      """
      INSERT INTO entries SELECT seq + 1, randomblob(16), person, console, count + 1, at, recorded_at, body, hash
      FROM entries ORDER BY seq DESC LIMIT 1
      """,
      """
      UPDATE entries SET seq = CASE seq WHEN 5 THEN -6 WHEN 6 THEN -5 END WHERE seq IN (5, 6);
      UPDATE entries SET seq = -seq WHERE seq < 0
      """,
      "UPDATE consoles SET seq = seq - 1",
      "UPDATE orders SET value = (SELECT value FROM orders ORDER BY key LIMIT 1) WHERE number = 20005",
      "UPDATE orders SET number = 777 WHERE number = 20005",
      "UPDATE orders SET running = 1 WHERE number = 20005",
      "UPDATE orders SET site = NULL WHERE number = 20005",
      "UPDATE orders SET customer = x'01' WHERE number = 20005",
      "UPDATE orders SET equipment = x'01' WHERE number = 20005",
      "DELETE FROM orders WHERE number = 20005",
      "UPDATE sites SET value = x'A0'",
      "DELETE FROM technicians",
      "DELETE FROM facts WHERE name = 'day'",
      "DELETE FROM facts WHERE name = 'sendingRules'",
      "DELETE FROM search WHERE rowid = (SELECT max(rowid) FROM search)",
      "DELETE FROM search_data WHERE id = (SELECT max(id) FROM search_data)",
      "UPDATE search_data SET block = zeroblob(length(block)) WHERE id = (SELECT max(id) FROM search_data)",
      "DELETE FROM entry_orders WHERE seq = 6",
      "DELETE FROM entry_records WHERE seq = 2",
      "UPDATE personal SET words = 'Somebody Else'"
    ])
  func tampered(_ sql: String) throws {
    let office = try busyOffice()
    office.file.close()
    let raw = try office.raw()
    try raw.write { try $0.execute(sql: sql) }
    try raw.close()
    var options = SampleOffice.options
    options.loadsState = false
    let report = try office.secondWindow(options).check()
    #expect(report.problems != [])
  }

  @Test("refuses to open a file whose last entries were tampered with")
  func tail() throws {
    let office = try busyOffice()
    office.file.close()
    let raw = try office.raw()
    try raw.write { try $0.execute(sql: "DELETE FROM entries WHERE seq = (SELECT max(seq) FROM entries)") }
    try raw.close()
    #expect(failureCode { try office.secondWindow() } == .ledgerBroken)
  }

  @Test("makes rows and index anew from the ledger, and leaves what is local", .verifies("ADM-08"))
  func rebuild() throws {
    let office = try busyOffice()
    try office.file.save(
      Draft(id: Draft.ID(high: 1, low: 1), form: "log", content: [1, 2, 3], savedAt: SampleOffice.start))
    let before = office.file.state.office
    office.file.close()
    let raw = try office.raw()
    try raw.write { db in
      for table in ["orders", "sites", "technicians", "facts", "entry_orders", "search"] {
        try db.execute(sql: "DELETE FROM \(table)")
      }
    }
    try raw.close()
    var options = SampleOffice.options
    options.loadsState = false
    let window = try office.secondWindow(options)
    #expect(try window.rebuild().office == before)
    #expect(try window.check().problems == [])
    #expect(try window.search("drain", limit: 5, ranked: false).map(\.id) == [SampleOffice.order(2)])
    #expect(try window.drafts().count == 1)
  }

  @Test("tells who did what to an order, when and from where", .verifies("USR-05"))
  func history() throws {
    let office = try busyOffice()
    let entries = try office.file.entries(of: SampleOffice.order(2))
    #expect(entries.map(\.seq) == [4, 37])
    #expect(
      entries.allSatisfy { $0.person == SampleOffice.owner && $0.console == SampleOffice.identity.console })
    #expect(entries[0].at == SampleOffice.start)
    #expect(entries[1].events.contains(.workOrder(SampleOffice.order(2), .noted("called again"))))
    let all = try office.file.entries(since: 0, limit: 1_000)
    #expect(all.map(\.seq) == Array(1...office.file.state.seq))
    #expect(all.first?.previous == .zero)
    #expect(zip(all, all.dropFirst()).allSatisfy { $0.hash == $1.previous })
    #expect(all[2].inverse != [])
    #expect(
      all[2].commands == [SampleOffice.log(1, "burst pipe", phone: "01514960123"), SampleOffice.assign(1)])
  }

  @Test("has the same digest in every window, and another one for another state")
  func digest() throws {
    let office = try busyOffice()
    let digest = try office.file.digest()
    #expect(try office.secondWindow().digest() == digest)
    try office.submit(SampleOffice.log(4, "no light"), after: 72_200)
    #expect(try office.file.digest() != digest)
  }

  @Test("forgets erased words about people and keeps the chain whole")
  func erased() throws {
    let office = try busyOffice()
    let id = Identifier<PersonalText>(high: 52, low: 1)
    #expect(try office.file.search("01514960123", limit: 5, ranked: false).count == 1)
    try office.file.erasePersonalText(id)
    #expect(try office.file.check().problems == [])
    #expect(try office.file.search("01514960123", limit: 5, ranked: false).isEmpty)
    #expect(
      try office.file.order(id: SampleOffice.order(1))?.requests.first?.phone?.words == PersonalText.erased)
    let commands = try office.file.entries(since: 2, limit: 1)[0].commands
    #expect(commands[0] == SampleOffice.log(1, "burst pipe", phone: PersonalText.erased))
    office.file.close()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: office.path))
    #expect(bytes.firstRange(of: Data("01514960123".utf8)) == nil)
  }

  @Test("finds words that were altered under an id whose earlier words were erased", .verifies("ADM-08"))
  func alteredAfterErasing() throws {
    let office = try busyOffice()
    let id = Identifier<PersonalText>(high: 52, low: 1)
    try office.file.erasePersonalText(id)
    var site = Site(id: Site.ID(high: 9, low: 2), name: "Mill House", customer: nil)
    site.phone = PersonalText(id: id, words: "0151 555")
    try office.submit(.addSite(AddSite(site)), after: 72_300)
    #expect(try office.file.check().problems == [])
    office.file.close()
    let raw = try office.raw()
    try raw.write { db in
      try db.execute(sql: "UPDATE personal SET words = '0151 556' WHERE words = '0151 555'")
    }
    try raw.close()
    var options = SampleOffice.options
    options.loadsState = false
    let problems = try office.secondWindow(options).check().problems
    #expect(problems.contains { $0.contains("words about a person are not those that were recorded") })
  }

  @Test("says so when a reader keeps erased words in the log, and takes them out of it later")
  func erasedLater() throws {
    let office = try busyOffice()
    let words = Data("01514960123".utf8)
    let reader = try office.raw()
    var options = SampleOffice.options
    options.busyTimeoutMilliseconds = 10
    let window = try office.secondWindow(options)
    try reader.unsafeRead { db in
      try db.execute(sql: "BEGIN")
      _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM personal")
      #expect(try window.erasePersonalText(Identifier(high: 52, low: 1)) == false)
      #expect(try bytes(of: office).firstRange(of: words) != nil)
      try db.execute(sql: "COMMIT")
    }
    #expect(try office.secondWindow().check().problems == [])
    #expect(try bytes(of: office).firstRange(of: words) == nil)
    #expect(try office.file.setting("erasing") == nil)
  }

  @Test("misses an attached file that is gone, and one that has changed", .verifies("ADM-08"))
  func attachments() throws {
    let office = try busyOffice()
    var paths: [String] = []
    for name in ["one.txt", "two.txt", "three.txt"] {
      let source = office.folder.file(name)
      try Data(name.utf8).write(to: URL(fileURLWithPath: source))
      let stored = try office.file.attach(contentsOf: source)
      let attach = AttachFile(sha256: stored.sha256, name: name, type: "text/plain", bytes: stored.bytes)
      try office.submit(.attachFile(SampleOffice.order(1), attach))
      paths.append(office.file.attachmentPath(stored.sha256))
    }
    #expect(try office.file.check().problems == [])
    #expect(unlink(paths[0]) == 0)
    try Data("two,txt".utf8).write(to: URL(fileURLWithPath: paths[1]))
    let problems = try office.file.check().problems
    #expect(problems.count == 2)
    #expect(problems.contains { $0.hasPrefix("one.txt: ") && $0.contains("cannot be read") })
    #expect(problems.contains { $0.hasPrefix("two.txt: ") && $0.contains("is not what was attached") })
    // What is left is still worth a copy, which says what it lacks.
    let report = try office.file.backup(to: office.folder.file("copy.db"))
    #expect(report.problems.count == 2)
    let copy = try OfficeFile(opening: office.folder.file("copy.db"), options: SampleOffice.options)
    #expect(try copy.check().problems.count == 2)
  }

  /// The file and its log, as somebody would read them past the program.
  private func bytes(of office: SampleOffice) throws -> Data {
    let log = office.path + "-wal"
    let isThere = FileManager.default.fileExists(atPath: log)
    return try Data(contentsOf: URL(fileURLWithPath: office.path))
      + (isThere ? Data(contentsOf: URL(fileURLWithPath: log)) : Data())
  }
}
