import Domain
import Storage
import Sync
import TestSupport
import Testing

@Suite("The file of a joined console")
struct JoinedFileTests {
  /// An office's file and that of a console which has joined it and is up to date.
  static func joined(_ body: (OfficeFile, OfficeFile) throws -> Void) throws {
    try TwoDesks.newlyJoined(Stores.options) { office, console in
      try console.confirm(TwoDesks.page(of: office))
      // It has asked for numbers, and gets them.
      try sync(console, with: office)
      try body(office, console)
    }
  }

  private static func submission(_ command: Command, id: UInt64) -> Submission {
    TwoDesks.submission([command], id: id, by: TwoDesks.people[1], from: TwoDesks.consoles[1])
  }

  /// Sends what waits and takes in what is new.
  static func sync(_ console: OfficeFile, with office: OfficeFile) throws {
    let standing = try console.standing()
    let waiting = try console.waiting(from: standing.answered + 1, atMost: .push)
    _ = try TwoDesks.push(waiting, TwoDesks.registrar(1), to: office)
    try console.confirm(TwoDesks.page(of: office, after: standing.cursor))
  }

  @Test("holds the office's entries byte for byte and the same state")
  func same() throws {
    try Self.joined { office, console throws in
      #expect(console.state.head == office.state.head)
      #expect(try console.digest() == office.digest())
      #expect(try console.check().problems == [])
    }
  }

  @Test(
    "shows at once what waits, keeps it over a restart, and lets go of it with its entry", .verifies("UX-06"))
  func waits() throws {
    try Self.joined { office, console in
      let receipt = try console.submit(Self.submission(TwoDesks.assign(to: 1, at: 2), id: 1))
      #expect(receipt.isWaiting)
      #expect(console.state.waiting == 1)
      #expect(console.state.office.order(TwoDesks.order)?.technician == TwoDesks.technicians[1])
      #expect(try console.digest() == office.digest())
      let again = try OfficeFile(opening: console.path, options: Stores.options)
      #expect(again.state.office.order(TwoDesks.order)?.technician == TwoDesks.technicians[1])
      again.close()
      try Self.sync(console, with: office)
      #expect(console.state.waiting == 0)
      #expect(office.state.office.order(TwoDesks.order)?.technician == TwoDesks.technicians[1])
      #expect(try console.digest() == office.digest())
      #expect(try console.check().problems == [])
    }
  }

  @Test("finds the words of what waits, once each, before and after the office has them", .verifies("QUE-03"))
  func finds() throws {
    try Self.joined { office, console in
      func found() throws -> [WorkOrder.ID] {
        try console.search("giraffe in the lob", limit: 10, ranked: true).map(\.id)
      }
      #expect(try found() == [])
      try console.submit(
        Self.submission(.addNote(TwoDesks.order, AddNote("A giraffe in the lobby")), id: 1))
      #expect(try found() == [TwoDesks.order])
      try Self.sync(console, with: office)
      #expect(try found() == [TwoDesks.order])
    }
  }

  @Test("learns that it lost, with what it wanted kept, and can have it all the same")
  func loses() throws {
    try Self.joined { office, console in
      try console.submit(Self.submission(TwoDesks.assign(to: 1, at: 2), id: 1))
      let mine = try TwoDesks.waiting([TwoDesks.assign(to: 0, at: 1)], id: 50, count: 1, console: 0)
      _ = try TwoDesks.push([mine], TwoDesks.registrar(0), to: office)
      try Self.sync(console, with: office)
      let lost = try #require(console.state.office.openConflicts.first)
      #expect(console.state.office.order(TwoDesks.order)?.technician == TwoDesks.technicians[0])
      let again = try #require(lost.restated(on: console.state.office))
      try console.submit(
        TwoDesks.submission(
          [.settleConflict(SettleConflict(lost.id, .redo))] + again, id: 2, by: TwoDesks.people[1],
          from: TwoDesks.consoles[1]))
      try Self.sync(console, with: office)
      #expect(office.state.office.order(TwoDesks.order)?.technician == TwoDesks.technicians[1])
      #expect(office.state.office.openConflicts.isEmpty)
      #expect(try console.digest() == office.digest())
      for file in [office, console] {
        try file.rebuild()
        let contested = try file.entries(of: TwoDesks.order).flatMap(\.events).filter { event in
          if case .office(.conflict) = event { true } else { false }
        }
        #expect(contested.count == 2, "that it was refused, and that it was settled")
        #expect(try file.check().problems == [])
      }
    }
  }

  @Test("takes back what still waits before anything else")
  func undo() throws {
    try Self.joined { office, console in
      try console.submit(Self.submission(TwoDesks.assign(to: 1, at: 2), id: 1))
      let receipt = try console.submit(
        Self.submission(TwoDesks.assign(to: 1, at: 2), id: 2), takingBack: .last)
      #expect(receipt.takenBack?.submission == Submission.ID(high: 8, low: 1))
      #expect(console.state.office.order(TwoDesks.order)?.technician == nil)
      try Self.sync(console, with: office)
      #expect(office.state.office.order(TwoDesks.order)?.technician == nil)
      #expect(office.state.office.openConflicts.isEmpty)
      #expect(try console.digest() == office.digest())
    }
  }

  @Test(
    "an undo gives back at the office what it gives back here: a visit that was accepted",
    .verifies("UX-05"))
  func undoAsItStood() throws {
    try Self.joined { office, console in
      func status(_ file: OfficeFile) -> AssignmentStatus? {
        file.state.office.order(TwoDesks.order)?.openVisit?.activeAssignment?.status
      }
      try SnapshotTests.act(TwoDesks.assign(to: 0, at: 1), id: 80, at: office)
      let accepted = try TwoDesks.waiting(
        [.acceptVisit(TwoDesks.order, AcceptVisit())], id: 81, count: 1, console: 0)
      _ = try TwoDesks.push([accepted], ScopeTests.own, to: office)
      try Self.sync(console, with: office)
      #expect(status(console) == .accepted)
      let taken = Command.unassignVisit(
        TwoDesks.order, UnassignVisit(replacing: TwoDesks.technicians[0]))
      try console.submit(Self.submission(taken, id: 1))
      try Self.sync(console, with: office)
      #expect(status(office) == nil)
      try console.submit(Self.submission(taken, id: 2), takingBack: .last)
      #expect(status(console) == .accepted)
      try Self.sync(console, with: office)
      #expect(status(office) == .accepted && status(console) == .accepted)
      #expect(office.state.office.openConflicts.isEmpty)
    }
  }

  @Test("a code lets one console in, once, and a revoked token is nobody's")
  func enrolment() throws {
    try Self.joined { office, console in
      try office.enrol(
        TwoDesks.people[0], code: "abc", until: Stores.start + .hours(1), by: TwoDesks.people[1])
      #expect(try office.admit(code: "abd", as: ConsoleID(high: 6, low: 1), token: "secret") == nil)
      let answer = try #require(
        try office.admit(code: "abc", as: ConsoleID(high: 6, low: 1), token: "secret"))
      #expect(answer.person == TwoDesks.people[0])
      // The answer was lost on its way, and the code is said once more.
      let again = try office.admit(code: "abc", as: ConsoleID(high: 6, low: 2), token: "other")
      #expect(again?.console == answer.console && again?.token == "other")
      #expect(try office.registrar(token: "secret") == nil && office.joinedConsoles().count == 1)
      #expect(try office.registrar(token: "other")?.console == ConsoleID(high: 6, low: 1))
      let head = try office.lastEntry()
      try office.noteSeen(answer.console, ConsoleWord(clock: Stores.start, version: nil, has: head))
      #expect(try office.admit(code: "abc", as: ConsoleID(high: 6, low: 2), token: "third") == nil)
      #expect(try office.registrar(token: "othes") == nil)
      try office.revoke(ConsoleID(high: 6, low: 1), by: TwoDesks.people[1])
      #expect(try office.registrar(token: "other") == nil)
      #expect(throws: StorageError.joined(path: console.path)) {
        try console.startOffice(by: TwoDesks.people[0])
      }
    }
  }

  @Test("counts what waits, and each in a place of its own, where its outbox holds one twice")
  func twice() throws {
    try Stores.file.with { store in
      try TwoDesks.found(store)
      var prediction = Prediction(confirmed: TwoDesks.office(try TwoDesks.page(of: store)))
      let notes = [50, 51].map { id in
        TwoDesks.submission(
          [.addNote(TwoDesks.order, AddNote("note \(id)"))], id: UInt64(id), by: TwoDesks.people[0],
          from: TwoDesks.consoles[0])
      }
      for (index, note) in [notes[0], notes[0], notes[1]].enumerated() {
        prediction.add(note, in: Contact(settledAt: nil, now: Stores.start), count: index + 1) { _, _ in }
      }
      #expect(prediction.waiting == 3 && prediction.inOrder.map(\.place) == [2, 3])
    }
  }

  @Test("says in its health where the office has turned it away", .verifies("ADM-03"))
  func turnedAway() throws {
    try SnapshotTests.joined { _, console, _ in
      #expect(try console.health().joined?.isTurnedAway == false)
      try console.noteTurnedAway(true)
      let joined = try #require(try console.health().joined)
      #expect(joined.isTurnedAway)
      try console.noteTurnedAway(false)
      #expect(try console.health().joined?.isTurnedAway == false)
    }
  }
}
