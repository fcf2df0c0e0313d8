import Domain
import Foundation
import GRDB
import Storage
import Sync
import TestSupport
import Testing

@Suite("Who lets consoles in and out")
struct ConsoleEventTests {
  private static let owner = TwoDesks.owner
  private static let (copy, first) = (ConsoleID(high: 6, low: 2), ConsoleID(high: 6, low: 1))

  /// What the ledger of a file says about consoles, with who did it, the oldest first.
  private func told(_ file: OfficeFile) throws -> [(event: ConsoleEvent, by: Person.ID, from: ConsoleID)] {
    try file.entries(since: 0, limit: 1_000).flatMap { entry in
      entry.events.compactMap { event in
        guard case .office(.console(let what)) = event else { return nil }
        return (what, entry.person, entry.console)
      }
    }
  }

  /// Lets a console of the second dispatcher in, and takes a copy of its folder in as another one.
  private func letIn(_ office: OfficeFile) throws {
    try office.startOffice(by: Self.owner)
    try office.startOffice(by: Self.owner)
    try office.enrol(TwoDesks.people[1], code: "abc", until: Stores.start + .hours(1), by: Self.owner)
    _ = try office.admit(code: "other", as: Self.first, token: "x")
    _ = try office.admit(code: "abc", as: Self.first, token: "secret")
    _ = try office.admit(TwoDesks.people[0], as: ConsoleID(high: 6, low: 3), token: "account")
    let known = try #require(try office.registrar(token: "secret"))
    _ = try office.admitAnew(known, as: Self.copy, token: "anew")
  }

  @Test("is in the ledger at the office and at every console, by whom and when", .verifies("USR-05"))
  func onRecord() throws {
    try JoinedFileTests.joined { office, console in
      try letIn(office)
      try office.revoke(Self.first, by: Self.owner)
      try office.revoke(Self.first, by: Self.owner)
      try JoinedFileTests.sync(console, with: office)
      let here = try told(office)
      let them = TwoDesks.people
      let expected: [(ConsoleEvent, Person.ID)] = [
        (.started, Self.owner), (.enrolled(them[1], until: Stores.start + .hours(1)), Self.owner),
        (.joined(Self.first, of: them[1], with: .code(by: Self.owner)), them[1]),
        (.joined(ConsoleID(high: 6, low: 3), of: them[0], with: .account), them[0]),
        (.joined(Self.copy, of: them[1], with: .copy(of: Self.first)), them[1]),
        (.revoked(Self.first, of: them[1]), Self.owner)
      ]
      #expect(here.map(\.event) == expected.map(\.0) && here.map(\.by) == expected.map(\.1))
      #expect(here.allSatisfy { $0.from == ConsoleID(high: 1, low: 3) })
      #expect(try told(console).map(\.event) == here.map(\.event))
      for file in [office, console] { #expect(try file.check().problems == []) }
      #expect(try console.digest() == office.digest())
      try office.rebuild()
      #expect(try told(office).count == 6 && office.check().problems == [])
    }
  }

  /// Who came in how, as a file knows it.
  private func known(_ file: OfficeFile) -> [ConsoleID: ConsoleEntrance?] {
    Dictionary(uniqueKeysWithValues: file.state.office.consoles.map { ($0.id, $0.entrance) })
  }

  @Test("is known at every console, from entries or from rows alike, whoever was turned away since")
  func knownEverywhere() throws {
    let expected: [ConsoleID: ConsoleEntrance?] = [
      ConsoleID(high: 1, low: 3): nil, Self.first: .code(by: Self.owner),
      ConsoleID(high: 6, low: 3): .account, Self.copy: .copy(of: Self.first)
    ]
    try JoinedFileTests.joined { office, console in
      try letIn(office)
      try office.revoke(Self.first, by: Self.owner)
      try JoinedFileTests.sync(console, with: office)
      for file in [office, console] {
        #expect(known(file).filter { expected.keys.contains($0.key) } == expected)
        try file.rebuild()
        #expect(known(file).filter { expected.keys.contains($0.key) } == expected)
      }
    }
    try SnapshotTests.joined { office, console, _ in
      try letIn(office)
      try SnapshotTests.take(console, from: office)
      #expect(known(console) == known(office) && known(console)[Self.first] != nil)
      try office.enrol(TwoDesks.people[0], code: "n", until: Stores.start + .hours(1), by: Self.owner)
      _ = try office.admit(code: "n", as: ConsoleID(high: 6, low: 9), token: "n")
      try JoinedFileTests.sync(console, with: office)
      #expect(known(console)[ConsoleID(high: 6, low: 9)] != nil)
      #expect(try SnapshotTests.isSame(console, as: office))
    }
  }

  @Test("is learnt from the entries where an older version has kept no list of it")
  func learnt() throws {
    try JoinedFileTests.joined { office, console in
      try letIn(office)
      try JoinedFileTests.sync(console, with: office)
      for file in [office, console] {
        let queue = try DatabaseQueue(path: file.path)
        try queue.writeWithoutTransaction { db in
          try db.execute(sql: "DELETE FROM facts WHERE name = 'consoles'; PRAGMA user_version = 9")
        }
        try queue.close()
        var options = Stores.options
        options.isReadOnly = true
        let looking = try OfficeFile(opening: file.path, options: options)
        #expect(try looking.state.office.consoles.isEmpty && looking.check().problems == [])
        looking.close()
        let again = try OfficeFile(opening: file.path, options: Stores.options)
        #expect(known(again) == known(file) && known(again)[Self.copy] != nil)
        #expect(try again.check().problems == [])
        again.close()
      }
    }
  }

  @Test("the copy of a folder is an alert for those who let in, until one of both is revoked or it is meant")
  func copied() throws {
    try JoinedFileTests.joined { office, console in
      try letIn(office)
      try JoinedFileTests.sync(console, with: office)
      let now = Stores.start + .hours(2)
      for file in [office, console] {
        let alert = try #require(file.state.office.looseAlerts(at: now).first)
        #expect(alert.id.kind == .consoleCopied && alert.standing.level == .supervisor)
        #expect(alert.since == Stores.start && file.state.office.alert(alert.id, at: now) == alert)
      }
      let alert = try #require(office.state.office.looseAlerts(at: now).first)
      let resolved = Command.changeAlert(
        alert.id, ChangeAlert(.resolved(note: "his new machine"), replacing: nil))
      #expect(throws: Refusal.self) {
        try office.state.office.authorize(resolved, by: TwoDesks.people[0])
      }
      let source = ConsoleID(high: 1, low: 3)
      try office.submit(TwoDesks.submission([resolved], id: 70, by: Self.owner, from: source))
      #expect(office.state.office.looseAlerts(at: now).isEmpty)
      try office.submit(
        TwoDesks.submission([], id: 71, by: Self.owner, from: source), takingBack: .last)
      #expect(office.state.office.looseAlerts(at: now).map(\.id) == [alert.id])
      try office.revoke(Self.copy, by: Self.owner)
      #expect(office.state.office.looseAlerts(at: now).isEmpty)
      try JoinedFileTests.sync(console, with: office)
      #expect(console.state.office.copiedConsoles.isEmpty)
      #expect(try console.digest() == office.digest() && office.check().problems == [])
    }
  }

  @Test("of three copies of one folder each that is turned away leaves the alert of those that go on")
  func copies() throws {
    let now = Stores.start + .hours(2)
    let (copy, third) = (Self.copy, ConsoleID(high: 6, low: 4))
    for (parent, gone) in [
      (Self.first, Self.first), (Self.first, copy), (copy, Self.first), (copy, copy), (copy, third)
    ] {
      try JoinedFileTests.joined { office, console in
        try letIn(office)
        try office.noteSeen(copy, ConsoleWord(clock: Stores.start, version: nil, has: 1))
        _ = try office.admitAnew(
          Registrar(person: TwoDesks.people[1], console: parent), as: third, token: "third")
        func alerts() -> Int { office.state.office.looseAlerts(at: now).count }
        #expect(alerts() == 2)
        try office.revoke(gone, by: Self.owner)
        #expect(alerts() == 1, "\(parent) \(gone)")
        let left = try #require([Self.first, copy, third].first { $0 != gone })
        try office.revoke(left, by: Self.owner)
        #expect(alerts() == 0, "\(parent) \(gone) \(left)")
        try JoinedFileTests.sync(console, with: office)
        #expect(try console.digest() == office.digest() && office.check().problems == [])
      }
    }
  }

  @Test("whose answer was lost asks again and is the same console: there is one entry and one alert")
  func lostAnswer() throws {
    try JoinedFileTests.joined { office, _ in
      try letIn(office)
      let head = try office.lastEntry()
      let known = Registrar(person: TwoDesks.people[1], console: Self.first)
      let again = try #require(
        try office.admitAnew(known, as: ConsoleID(high: 6, low: 5), token: "second answer"))
      #expect(again.console == Self.copy && again.token == "second answer")
      #expect(try office.registrar(token: "second answer")?.console == Self.copy)
      #expect(try office.registrar(token: "anew") == nil)
      let account = try #require(
        try office.admit(TwoDesks.people[0], as: ConsoleID(high: 6, low: 6), token: "account 2"))
      #expect(account.console == ConsoleID(high: 6, low: 3))
      #expect(try office.lastEntry() == head)
      for id in [Self.copy, account.console] {
        try office.noteSeen(id, ConsoleWord(clock: Stores.start, version: nil, has: head))
      }
      let other = ConsoleID(high: 6, low: 7)
      #expect(try office.admitAnew(known, as: other, token: "another copy")?.console == other)
      let new = ConsoleID(high: 6, low: 8)
      #expect(try office.admit(TwoDesks.people[0], as: new, token: "")?.console == new)
      #expect(try office.lastEntry() == head + 2)
    }
  }

  @Test("nobody fills the ledger by having himself let in again and again", arguments: [true, false])
  func endless(asCopy: Bool) throws {
    try JoinedFileTests.joined { office, _ in
      try letIn(office)
      let head = try office.lastEntry()
      var known = Registrar(person: TwoDesks.people[1], console: Self.first)
      var admitted = 0
      for number in UInt64(0)..<40 {
        let (id, token) = (ConsoleID(high: 7, low: number), "token \(number)")
        let answer =
          asCopy
          ? try office.admitAnew(known, as: id, token: token)
          : try office.admit(known.person, as: id, token: token)
        guard let answer else { continue }
        admitted += 1
        // Each is heard of, and the next one asks in its name.
        try office.noteSeen(answer.console, ConsoleWord(clock: Stores.start, version: nil, has: head))
        known = Registrar(person: known.person, console: answer.console)
      }
      #expect((10...13).contains(admitted), "\(admitted)")
      #expect(try office.lastEntry() <= head + 12)
      let other = try office.admit(TwoDesks.people[0], as: ConsoleID(high: 8, low: 1), token: "")
      #expect(other != nil, "others come in all the same")
    }
  }

  @Test("somebody new and his code are entered as one, or neither is")
  func newcomer() throws {
    try JoinedFileTests.joined { office, _ in
      try office.startOffice(by: Self.owner)
      func add(_ handle: String, _ id: UInt64) throws {
        let words = PersonalText(id: Identifier(high: 9, low: 700 + id), words: handle)
        let person = Person(
          id: Person.ID(high: 2, low: 700 + id), handle: handle, name: words, role: .supervisor)
        try office.enrol(
          person.id,
          adding: TwoDesks.submission(
            [.addPerson(AddPerson(person))], id: 700 + id, by: Self.owner, from: ConsoleID(high: 1, low: 3)),
          code: "code", until: Stores.start + .hours(1), by: Self.owner)
      }
      let head = try office.lastEntry()
      try add("vera", 1)
      #expect(try office.lastEntry() == head + 2 && office.state.seq == head + 2)
      #expect(office.state.office.people.unordered.contains { $0.handle == "vera" })
      // The code is one that is there already: what adds the person is undone with it.
      #expect(throws: SubmitError.self) { try add("walt", 2) }
      #expect(try office.lastEntry() == head + 2)
      #expect(throws: SubmitError.self) { try add("vera", 3) }
      #expect(try office.lastEntry() == head + 2 && office.check().problems == [])
      #expect(!office.state.office.people.unordered.contains { $0.handle == "walt" })
      let admitted = try office.admit(code: "code", as: Self.first, token: "x")
      #expect(admitted?.person == Person.ID(high: 2, low: 701))
    }
  }

  @Test("a technician's console is told of none of it")
  func scoped() throws {
    try ScopeTests.joined { office, console, heard in
      try letIn(office)
      let note = Command.addNote(WorkOrder.ID(high: 4, low: 2), AddNote("new rows"))
      try SnapshotTests.act(note, id: 720, at: office)
      try ScopeTests.pull(console, from: office, heard)
      #expect(heard.holds("new rows") && !office.state.office.copiedConsoles.isEmpty)
      #expect(try console.check().problems == [] && console.state.office.copiedConsoles.isEmpty)
      for id in [Self.first, Self.copy] { #expect(Data(heard.bytes).range(of: Data(id.bytes)) == nil) }
    }
  }

  @Test("each console is listed with its version, how far behind it is, and what it is a copy of")
  func listed() throws {
    try JoinedFileTests.joined { office, _ in
      try letIn(office)
      let head = try office.lastEntry()
      func kept(_ id: ConsoleID) throws -> JoinedConsole {
        try #require(try office.joinedConsoles().first { $0.id == id })
      }
      #expect(try kept(Self.first).lacks == nil && kept(Self.first).version == nil)
      try office.noteSeen(Self.first, ConsoleWord(clock: Stores.start, version: "0.1.0", has: head - 3))
      try office.noteSeen(Self.copy, ConsoleWord(clock: Stores.start, version: "0.\u{1B}[2J", has: head))
      #expect(try kept(Self.first).lacks == 3 && kept(Self.first).version == "0.1.0")
      #expect(try kept(Self.copy).lacks == 0 && kept(Self.copy).version == nil)
      #expect(try kept(Self.first).copyOf == nil && kept(Self.copy).copyOf == Self.first)
    }
  }

  @Test("what a page leaves its console at: its end, and the newest entry where nothing follows")
  func leaves() throws {
    let (log, cursor) = (Stores.log, LogCursor(seq: 4, hash: .zero))
    let pull = Pull(log: log, after: cursor)
    let rest = Page(epochs: [], entries: [], end: LogCursor(seq: 9, hash: .zero), isLast: false)
    let last = Page(epochs: [], entries: [], end: cursor, isLast: true)
    #expect(PullAnswer.page(rest).leaves(pull, at: 20) == 9)
    #expect(PullAnswer.page(last).leaves(pull, at: 20) == 20)
    #expect(PullAnswer.far([]).leaves(pull, at: 20) == 4)
  }
}
