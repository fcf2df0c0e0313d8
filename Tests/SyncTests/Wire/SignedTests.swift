import Domain
import Foundation
import GRDB
import Storage
import Sync
import TestSupport
import Testing

@Suite("What an office signs")
struct SignedTests {
  private static let caller = TwoDesks.registrar(1)

  /// An office that consoles may join, a console that has joined it and is up to date, and the time of both.
  static func joined(
    _ body: (OfficeFile, OfficeFile, SnapshotTests.Clock) throws -> Void
  ) throws {
    try Stores.inFolder { folder in
      let clock = SnapshotTests.Clock()
      let office = try OfficeFile.create(
        at: folder + "/office.db",
        identity: FileIdentity(log: Stores.log, epoch: Stores.epoch, console: ConsoleID(high: 1, low: 3)),
        options: clock.options)
      defer { office.close() }
      try TwoDesks.found(office)
      try office.startOffice(by: TwoDesks.people[0])
      try office.enrol(
        TwoDesks.people[1], code: "code", until: Stores.start + .hours(1), by: TwoDesks.people[0])
      let answer = try #require(try office.admit(code: "code", as: TwoDesks.consoles[1], token: "t"))
      let console = try OfficeFile.join(
        answer, address: "http://127.0.0.1:1", at: folder + "/console.db", options: clock.options)
      defer { console.close() }
      try pull(console, from: office)
      try body(office, console, clock)
    }
  }

  private static func page(_ console: OfficeFile, from office: OfficeFile) throws -> Page {
    guard case .page(let page) = try office.answer(try console.standing().pull, for: caller) else {
      throw LogFault.otherLog
    }
    return page
  }

  static func pull(_ console: OfficeFile, from office: OfficeFile) throws {
    try console.confirm(page(console, from: office))
  }

  @Test("is believed by its consoles, and nothing else is", .verifies("UX-06"))
  func believed() throws {
    try Self.joined { office, console, _ in
      var status = stat()
      #expect(stat(office.path + ".key", &status) == 0 && status.st_mode & 0o777 == 0o600)
      #expect(console.state.seq == office.state.seq)
      try SnapshotTests.act(.addNote(TwoDesks.order, AddNote("one")), id: 80, at: office)
      let page = try Self.page(console, from: office)
      let signed = try #require(page.signed)
      let other = SignedHead(
        epoch: signed.epoch, end: signed.end, at: signed.at + .hours(1), digest: nil,
        signature: signed.signature)
      let earlier = try #require(try console.cursor(at: 1))
      for odd in [
        nil, other,
        SignedHead(
          epoch: signed.epoch, end: earlier, at: signed.at, digest: nil, signature: signed.signature)
      ] {
        #expect(throws: StorageError.self) { try console.confirm(page.signed(odd)) }
      }
      #expect(SnapshotTests.notes(console).isEmpty)
      try console.confirm(page)
      #expect(SnapshotTests.notes(console) == ["one"])
    }
  }

  @Test("is each page, not the last one alone, and all that comes with it")
  func pages() throws {
    try Self.joined { office, console, _ in
      for number in 0..<3 {
        try SnapshotTests.act(
          .addNote(TwoDesks.order, AddNote("\(number)")), id: UInt64(80 + number), at: office)
      }
      let (all, before) = (try Self.page(console, from: office), try console.standing())
      let begun = Array(all.entries.prefix(1))
      let open = Page(epochs: all.epochs, entries: begun, end: begun[0].cursor, isLast: false)
      let odd = Epoch(first: all.end.seq + 9, id: EpochID(high: 6, low: 6))
      let order = try #require(office.state.office.order(TwoDesks.order))
      let recalled = try RecalledOrder(seq: all.end.seq, order)
      for page in [
        open, open.signed(all.signed),
        Page(epochs: all.epochs, entries: all.entries, end: all.end, isLast: false, signed: all.signed),
        Page(
          epochs: all.epochs + [odd], entries: all.entries, end: all.end, isLast: true, signed: all.signed),
        Page(
          epochs: all.epochs, entries: all.entries, end: all.end, isLast: true, recalled: [recalled],
          signed: all.signed)
      ] {
        #expect(throws: StorageError.self) { try console.confirm(page) }
      }
      #expect(try console.standing() == before && SnapshotTests.notes(console).isEmpty)
      try console.confirm(all)
      #expect(SnapshotTests.notes(console).count == 3)
    }
  }

  @Test("is all of a snapshot's head, and what a console goes back for")
  func heads() throws {
    try Self.joined { office, console, clock in
      let request = try console.snapshotRequest()
      try SnapshotTests.act(.addNote(TwoDesks.order, AddNote("one")), id: 80, at: office)
      guard case .head(let head) = try office.snapshot(request, for: Self.caller) else {
        Issue.record("no head")
        return
      }
      let other = head.answering([Submission.ID(high: 8, low: 4)], after: 0)
      for head in [head.signed(nil), other, head.answering(head.answers, after: (head.answered ?? 0) + 1)] {
        #expect(throws: StorageError.self) { try console.take(.head(head), to: request) }
      }
      try Self.pull(console, from: office)
      let earlier = try #require(try console.cursor(at: 1))
      guard
        case .page(let page) = try office.page(of: office.identity.log, after: earlier, atMost: .page)
      else {
        Issue.record("no page")
        return
      }
      for page in [page, nil] {
        let ground = CommonGround(
          cursor: earlier, lost: try console.standing().cursor, epochs: try console.standing().epochs,
          page: page)
        #expect(throws: StorageError.self) { try console.goBack(to: ground) }
      }
      #expect(SnapshotTests.notes(console) == ["one"])
    }
  }

  @Test("lets a console go back whose person has become a technician, who is sent no entries")
  func becameTechnician() throws {
    try Self.joined { office, console, clock in
      let backup = office.path + ".backup"
      let change = FieldChange<Person.Field>(
        .role, from: .plain(Role.dispatcher.rawValue), to: .plain(Role.technician.rawValue))
      let become = Command.editPerson(TwoDesks.people[1], EditPerson([change]))
      try office.backup(to: backup)
      try SnapshotTests.act(.addNote(TwoDesks.order, AddNote("lost")), id: 80, at: office)
      try Self.pull(console, from: office)
      let path = office.path + ".restored"
      try OfficeFile.restore(
        from: backup, to: path, epoch: EpochID(high: 1, low: 77), options: clock.options)
      let restored = try OfficeFile(opening: path, options: clock.options)
      defer { restored.close() }
      try SnapshotTests.act(become, id: 81, at: restored)
      let common = try #require(try console.commonGround { try restored.answer($0, for: Self.caller) })
      #expect(common.page == nil)
      let forged = CommonGround(cursor: common.cursor, lost: common.lost, epochs: common.epochs)
      #expect(throws: StorageError.self) { try console.goBack(to: forged) }
      try console.goBack(to: common)
      guard case .far = try restored.answer(console.standing().pullOrSnapshot, for: Self.caller) else {
        Issue.record("he is a technician")
        return
      }
      try SnapshotTests.take(console, from: restored)
      #expect(try console.standing().scope != nil && SnapshotTests.notes(console).isEmpty)
    }
  }

  @Test("goes with a backup, so that a restored office is itself; another one with its log is not")
  func restored() throws {
    try Self.joined { office, console, clock in
      let backup = office.path + ".backup"
      try office.backup(to: backup)
      try FileManager.default.copyItem(atPath: backup, toPath: backup + ".stolen")
      let path = office.path + ".restored"
      let epoch = EpochID(high: 1, low: 77)
      try OfficeFile.restore(from: backup, to: path, epoch: epoch, options: clock.options)
      let restored = try OfficeFile(opening: path, options: clock.options)
      try Self.pull(console, from: restored)
      #expect(try console.standing().epochs.count == 2)
      restored.close()
      try OfficeFile.restore(
        from: backup + ".stolen", to: path + "2", epoch: epoch, options: clock.options)
      let stolen = try OfficeFile(opening: path + "2", options: clock.options)
      defer { stolen.close() }
      try SnapshotTests.act(.addNote(TwoDesks.order, AddNote("forged")), id: 80, at: stolen)
      #expect(throws: StorageError.self) { try Self.pull(console, from: stolen) }
      #expect(SnapshotTests.notes(console).isEmpty)
    }
  }

  @Test("is not held against a restored office by a second process, which finds that the first has gone back")
  func twoProcesses() throws {
    try Self.joined { office, console, clock in
      let backup = office.path + ".backup"
      try office.backup(to: backup)
      try SnapshotTests.act(.addNote(TwoDesks.order, AddNote("one")), id: 80, at: office)
      try Self.pull(console, from: office)
      let path = office.path + ".restored"
      try OfficeFile.restore(
        from: backup, to: path, epoch: EpochID(high: 1, low: 77), options: clock.options)
      let restored = try OfficeFile(opening: path, options: clock.options)
      defer { restored.close() }
      try SnapshotTests.act(.addNote(TwoDesks.order, AddNote("two")), id: 81, at: restored)
      let second = try OfficeFile(opening: console.path, options: clock.options)
      defer { second.close() }
      let grounds = try [console, second].map { file in
        try #require(try file.commonGround { try restored.answer($0, for: Self.caller) })
      }
      try console.goBack(to: grounds[0])
      try Self.pull(console, from: restored)
      let standing = try console.standing()
      #expect(try second.goBack(to: grounds[1]).cursor == standing.cursor)
      #expect(SnapshotTests.notes(second) == ["two"])
      #expect(try second.health().joined?.brokenWord == nil && second.check().problems == [])
    }
  }

  @Test("is held against it: an office that loses an entry without a restore is said to have")
  func broken() throws {
    try Self.joined { office, console, clock in
      // An older copy of the file is put back by hand.
      let backup = office.path + ".backup"
      try office.backup(to: backup)
      try SnapshotTests.act(.addNote(TwoDesks.order, AddNote("one")), id: 80, at: office)
      try Self.pull(console, from: office)
      let older = try OfficeFile(opening: backup, options: clock.options)
      defer { older.close() }
      #expect(try console.health().joined?.brokenWord == nil)
      let common = try #require(try console.commonGround { try older.answer($0, for: Self.caller) })
      try console.goBack(to: common)
      #expect(try console.health().joined?.brokenWord?.entry == office.state.seq)
      #expect(try console.health().lastBackupAt == nil, "nobody has made one")
      try Self.pull(console, from: older)
      #expect(try console.digest() == older.digest())
    }
  }

  @Test(
    "is verified by every check, with the entries that it is about, up to the last of them",
    arguments: [
      ("UPDATE signed SET signature = zeroblob(64)", "is not the office's"),
      ("UPDATE signed SET hash = zeroblob(32)", "the office has signed another one"),
      ("DELETE FROM signed WHERE seq = (SELECT max(seq) FROM signed)", "the office has not signed it")
    ])
  func checked(forgery: String, problem: String) throws {
    try Self.joined { office, console, _ in
      try SnapshotTests.act(.addNote(TwoDesks.order, AddNote("one")), id: 80, at: office)
      try Self.pull(console, from: office)
      #expect(try console.check().problems == [] && office.check().problems == [])
      try DatabaseQueue(path: console.path).write { try $0.execute(sql: forgery) }
      #expect(try console.check().problems.contains { $0.contains(problem) })
    }
  }

  @Test("tells how far the clocks are apart, and nothing is refused for it")
  func skew() throws {
    try Self.joined { office, console, clock in
      #expect(try console.health().joined?.clockSkew == .seconds(0))
      let page = try Self.page(console, from: office)
      clock.now = Stores.start - .minutes(7)
      try console.confirm(page)
      #expect(try console.health().joined?.clockSkew == .minutes(7))
    }
  }
}
