import Domain
import Simulation
import Storage
import Sync
import TestSupport
import Testing

@Suite("Every place that a log is kept in")
struct LogStoreTests {
  @Test(
    "enters each command once, however often and in however many parts it comes", arguments: Stores.allCases)
  func once(kind: Stores) throws {
    try kind.with { store in
      try TwoDesks.found(store)
      let before = try TwoDesks.page(of: store).entries.count
      let first = try TwoDesks.waiting(
        [.addNote(TwoDesks.order, AddNote("one"))], id: 1, count: 1, console: 0)
      let second = try TwoDesks.waiting(
        [.addNote(TwoDesks.order, AddNote("two"))], id: 2, count: 2, console: 0)
      let registrar = TwoDesks.registrar(0)
      #expect(try TwoDesks.push([first], registrar, to: store) == .taken(through: 1))
      #expect(try TwoDesks.push([first], registrar, to: store) == .taken(through: 1))
      #expect(try TwoDesks.push([first, second], registrar, to: store) == .taken(through: 2))
      let page = try TwoDesks.page(of: store)
      #expect(page.entries.count == before + 2)
      #expect(TwoDesks.office(page).order(TwoDesks.order)?.notes.map(\.words) == ["one", "two"])
    }
  }

  @Test("says which command it expects, and knows a console that is there twice", arguments: Stores.allCases)
  func counts(kind: Stores) throws {
    try kind.with { store in
      try TwoDesks.found(store)
      func note(_ id: UInt64, count: Int) throws -> WaitingCommand {
        try TwoDesks.waiting([.addNote(TwoDesks.order, AddNote("n"))], id: id, count: count, console: 0)
      }
      let registrar = TwoDesks.registrar(0)
      #expect(try TwoDesks.push([note(3, count: 3)], registrar, to: store) == .expect(1))
      #expect(try TwoDesks.push([note(1, count: 1)], registrar, to: store) == .taken(through: 1))
      #expect(try TwoDesks.push([note(9, count: 1)], registrar, to: store) == .forked(1))
      #expect(
        try TwoDesks.push([note(2, count: 2)], registrar, to: store, epoch: EpochID(high: 6, low: 6))
          == .otherEpoch)
    }
  }

  @Test("refuses the second of two who want the same, and keeps what he wanted", arguments: Stores.allCases)
  func conflict(kind: Stores) throws {
    try kind.with { store in
      try TwoDesks.found(store)
      let mine = try TwoDesks.waiting([TwoDesks.assign(to: 0, at: 1)], id: 1, count: 1, console: 0)
      let theirs = try TwoDesks.waiting([TwoDesks.assign(to: 1, at: 2)], id: 2, count: 1, console: 1)
      _ = try TwoDesks.push([mine], TwoDesks.registrar(0), to: store)
      #expect(try TwoDesks.push([theirs], TwoDesks.registrar(1), to: store) == .taken(through: 1))
      let office = TwoDesks.office(try TwoDesks.page(of: store))
      #expect(office.order(TwoDesks.order)?.technician == TwoDesks.technicians[0])
      let conflict = try #require(office.openConflicts.first)
      #expect(office.openConflicts.count == 1)
      #expect(conflict.person == TwoDesks.people[1])
      #expect(conflict.commands == [TwoDesks.assign(to: 1, at: 2)])
      #expect(conflict.refusal == .changedSince(.order(20_001), field: "technician", now: "t0"))
      let entries = try TwoDesks.page(of: store).entries
      #expect(conflict.theirs?.entry == entries[entries.count - 2].head.seq)
      #expect(conflict.theirs?.person == TwoDesks.people[0])
      #expect(conflict.theirs?.console == TwoDesks.consoles[0])
    }
  }

  @Test(
    "lets what rests on a refused claim fall with it, as one conflict, and no fact",
    arguments: Stores.allCases)
  func fallsTogether(kind: Stores) throws {
    try kind.with { store in
      try TwoDesks.found(store)
      let mine = try TwoDesks.waiting([TwoDesks.assign(to: 0, at: 1)], id: 1, count: 1, console: 0)
      _ = try TwoDesks.push([mine], TwoDesks.registrar(0), to: store)
      let theirs = [
        try TwoDesks.waiting([TwoDesks.assign(to: 1, at: 2)], id: 2, count: 1, console: 1),
        try TwoDesks.waiting(
          [.claimWorkOrder(TwoDesks.order, ClaimWorkOrder(true, replacing: nil))], id: 3, count: 2, console: 1
        ),
        try TwoDesks.waiting([.addNote(TwoDesks.order, AddNote("on my way"))], id: 4, count: 3, console: 1)
      ]
      #expect(try TwoDesks.push(theirs, TwoDesks.registrar(1), to: store) == .taken(through: 3))
      var office = TwoDesks.office(try TwoDesks.page(of: store))
      #expect(office.openConflicts.map { $0.lost.map(\.count) } == [[1, 2]])
      #expect(office.order(TwoDesks.order)?.claim == nil)
      #expect(office.order(TwoDesks.order)?.notes.map(\.words) == ["on my way"])
      // Made after the console had heard of it, the same claim stands for itself.
      let later = try TwoDesks.waiting(
        [.claimWorkOrder(TwoDesks.order, ClaimWorkOrder(true, replacing: nil))], id: 5, count: 4, answered: 3,
        console: 1)
      _ = try TwoDesks.push([later], TwoDesks.registrar(1), to: store)
      office = TwoDesks.office(try TwoDesks.page(of: store))
      #expect(office.order(TwoDesks.order)?.claim?.by == TwoDesks.people[1])
    }
  }

  @Test("parks what it cannot read and goes on", arguments: Stores.allCases)
  func poison(kind: Stores) throws {
    try kind.with { store in
      try TwoDesks.found(store)
      let odd = WaitingCommand(
        count: 1, answered: 0, submission: Submission.ID(high: 8, low: 1), body: [0xFF])
      let note = try TwoDesks.waiting([.addNote(TwoDesks.order, AddNote("n"))], id: 2, count: 2, console: 0)
      #expect(try TwoDesks.push([odd, note], TwoDesks.registrar(0), to: store) == .taken(through: 2))
      let office = TwoDesks.office(try TwoDesks.page(of: store))
      #expect(office.openConflicts.map(\.id) == [odd.submission])
      #expect(office.order(TwoDesks.order)?.notes.count == 1)
    }
  }

  @Test("who and from where are those of the session, whatever a command says", arguments: Stores.allCases)
  func session(kind: Stores) throws {
    try kind.with { store in
      try TwoDesks.found(store)
      let forged = try WaitingCommand(
        TwoDesks.submission(
          [.addNote(TwoDesks.order, AddNote("n"))], id: 1, by: TwoDesks.owner, from: TwoDesks.consoles[1]),
        count: 1, answered: 0)
      _ = try TwoDesks.push([forged], TwoDesks.registrar(0), to: store)
      let entry = try #require(try TwoDesks.page(of: store).entries.last)
      #expect(entry.head.person == TwoDesks.people[0])
      #expect(entry.head.console == TwoDesks.consoles[0])
    }
  }

  @Test(
    "hands its log over in parts that make one chain, and knows a place that is not in it",
    arguments: Stores.allCases)
  func pages(kind: Stores) throws {
    try kind.with { store in
      try TwoDesks.found(store)
      let whole = try TwoDesks.page(of: store)
      let console = MemoryConsole(TwoDesks.consoles[0], log: Stores.log, epochs: whole.epochs)
      var count = 0
      while true {
        let cursor = console.standing().cursor
        guard
          case .page(let part) = try store.page(
            of: Stores.log, after: cursor, atMost: MessageLimit(items: 2, bytes: 1))
        else { break }
        try console.confirm(part)
        count += 1
        if part.isLast { break }
      }
      #expect(count == whole.entries.count)
      #expect(console.standing().cursor == whole.end)
      #expect(console.entries == whole.entries)
      let nowhere = LogCursor(seq: 2, hash: .zero)
      #expect(try store.page(of: Stores.log, after: nowhere, atMost: .page) == .parted)
      #expect(try store.page(of: LogID(high: 7, low: 7), after: .beginning, atMost: .page) == .otherLog)
    }
  }

  @Test("an altered byte, other words and a missing end of a page are found, and nothing is taken in")
  func altered() throws {
    try Stores.memory.with { store in
      try TwoDesks.found(store)
      let page = try TwoDesks.page(of: store)
      func changed(_ change: (SealedEntry) -> SealedEntry) -> Page {
        Page(
          epochs: page.epochs, entries: page.entries.enumerated().map { $0 == 1 ? change($1) : $1 },
          end: page.end, isLast: true)
      }
      let pages = [
        changed { SealedEntry(head: $0.head, body: $0.body + [0], personal: $0.personal, hash: $0.hash) },
        changed { entry in
          SealedEntry(
            head: entry.head, body: entry.body,
            personal: entry.personal.map {
              PersonalWords(id: $0.id, hash: $0.hash, salt: $0.salt, words: "somebody else")
            }, hash: entry.hash)
        },
        Page(epochs: page.epochs, entries: Array(page.entries.dropLast()), end: page.end, isLast: true),
        Page(epochs: page.epochs, entries: Array(page.entries.dropFirst()), end: page.end, isLast: true)
      ]
      for page in pages {
        let console = MemoryConsole(TwoDesks.consoles[0], log: Stores.log, epochs: page.epochs)
        #expect(throws: PageFault.self) { try console.confirm(page) }
        #expect(console.standing().cursor == .beginning)
      }
    }
  }
}
