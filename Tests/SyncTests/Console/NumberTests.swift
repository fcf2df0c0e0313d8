import Domain
import Storage
import Sync
import TestSupport
import Testing

@Suite("The numbers that a joined console gives to orders")
struct NumberTests {
  private static func call(_ id: UInt64, number: Int = 0) -> Command {
    let request = WorkRequest(
      id: WorkRequest.ID(high: 7, low: 100 + id), words: "no light", urgency: .soon, source: .phone,
      receivedAt: Stores.start)
    return .logWorkOrder(
      LogWorkOrder(
        LoggedWork(
          id: WorkOrder.ID(high: 4, low: 100 + id), number: number, request: request,
          receivedAt: Stores.start, summary: "no light", priority: .p3)))
  }

  private static func log(_ id: UInt64, number: Int = 0, at console: OfficeFile) throws {
    try console.submit(
      TwoDesks.submission(
        [call(id, number: number)], id: id, by: TwoDesks.people[1], from: TwoDesks.consoles[1]))
  }

  private static func number(_ id: UInt64, in office: Office) -> Int? {
    office.order(WorkOrder.ID(high: 4, low: 100 + id))?.number
  }

  @Test("are asked for once by somebody who may not log work, and that is no conflict")
  func refused() throws {
    try TwoDesks.newlyJoined(Stores.options) { office, console in
      try SnapshotTests.act(
        .editPerson(
          TwoDesks.people[0],
          EditPerson([FieldChange(.role, from: .plain("dispatcher"), to: .plain("auditor"))])),
        id: 800, at: office)
      // Its file says that it is the other dispatcher's; the office knows whose it is.
      let registrar = Registrar(person: TwoDesks.people[0], console: TwoDesks.consoles[1])
      for _ in 0..<6 {
        let standing = try console.standing()
        let waiting = try console.waiting(from: standing.answered + 1, atMost: .push)
        _ = try TwoDesks.push(waiting, registrar, to: office)
        try console.confirm(TwoDesks.page(of: office, after: standing.cursor))
      }
      #expect(office.state.office.conflicts.isEmpty && office.state.office.leases.isEmpty)
      #expect(try office.entries(since: 0, limit: 100).count { $0.console == TwoDesks.consoles[1] } == 1)
    }
  }

  @Test("what one person may not do is one conflict, however often he wishes it")
  func forbidden() throws {
    try JoinedFileTests.joined { office, _ in
      try SnapshotTests.act(
        .editPerson(
          TwoDesks.people[0],
          EditPerson([FieldChange(.role, from: .plain("dispatcher"), to: .plain("auditor"))])),
        id: 800, at: office)
      for count in 1...220 {
        let wish = try TwoDesks.waiting(
          [.addNote(TwoDesks.order, AddNote("note \(count)"))], id: UInt64(1_000 + count), count: count,
          answered: count - 1, console: 0)
        let answer = try TwoDesks.push([wish], TwoDesks.registrar(0), to: office)
        #expect(answer == .taken(through: count))
      }
      #expect(office.state.office.openConflicts.count == 1)
      #expect(office.state.office.openConflicts.first?.lost.count == 200)
      #expect(try office.check().problems == [])
    }
  }

  @Test("stay as they were told where the console is let in again as another one", .verifies("UX-06"))
  func letInAgain() throws {
    try JoinedFileTests.joined { office, console in
      let (old, anew, me) = (TwoDesks.consoles[1], ConsoleID(high: 6, low: 1), TwoDesks.people[1])
      func code(_ word: String, for person: Person.ID) throws {
        try office.enrol(person, code: word, until: Stores.start + .hours(1), by: TwoDesks.owner)
      }
      try office.startOffice(by: TwoDesks.owner)
      try code("first", for: me)
      _ = try office.admit(code: "first", as: old, token: "t")
      let told = try #require(try console.takeNumber())
      try Self.log(1, number: told, at: console)
      try office.revoke(old, by: TwoDesks.owner)
      try code("other", for: TwoDesks.people[0])
      _ = try office.admit(code: "other", as: ConsoleID(high: 6, low: 2), token: "o", was: old)
      #expect(
        office.state.office.leases.map(\.console) == [old], "somebody else's numbers are not had by a word")
      try code("again", for: me)
      _ = try office.admit(code: "again", as: anew, token: "u", was: old)
      #expect(office.state.office.leases.map(\.console) == [anew])
      try console.become(anew)
      let after = try console.standing().cursor
      let waiting = try console.waiting(from: 1, atMost: .push)
      _ = try TwoDesks.push(waiting, Registrar(person: me, console: anew), to: office)
      try console.confirm(TwoDesks.page(of: office, after: after))
      #expect(Self.number(1, in: office.state.office) == told)
      let order = try #require(office.state.office.order(WorkOrder.ID(high: 4, low: 101)))
      #expect(order.anomalies.isEmpty)
      #expect(try console.takeNumber() == told + 1)
      #expect(try console.digest() == office.digest() && office.check().problems == [])
    }
  }

  @Test("come from its own block, without the network too, and stay", .verifies("UX-06"))
  func own() throws {
    try JoinedFileTests.joined { office, console in
      let lease = try #require(office.state.office.leases.first)
      #expect(lease == NumberLease(console: TwoDesks.consoles[1], first: 20_002, last: 20_201))
      #expect(try office.takeNumber() == 20_202, "the office goes on behind it")
      let promised = try #require(try console.takeNumber())
      #expect(promised == 20_002)
      try Self.log(1, at: console)
      try Self.log(2, number: promised, at: console)
      #expect(Self.number(1, in: console.state.office) == 20_003)
      let again = try OfficeFile(opening: console.path, options: Stores.options)
      #expect(try again.takeNumber() == 20_004, "what was shown is not shown again")
      again.close()
      try JoinedFileTests.sync(console, with: office)
      #expect(Self.number(1, in: office.state.office) == 20_003)
      #expect(Self.number(2, in: office.state.office) == 20_002)
      #expect(try console.digest() == office.digest() && console.check().problems == [])
    }
  }

  @Test("are asked for again when fifty are left, once")
  func refill() throws {
    try JoinedFileTests.joined { office, console in
      for _ in 0..<149 { _ = try console.takeNumber() }
      try JoinedFileTests.sync(console, with: office)
      #expect(console.state.waiting == 0 && office.state.office.leases.count == 1)
      _ = try console.takeNumber()
      try console.confirm(TwoDesks.page(of: office, after: try console.standing().cursor))
      #expect(try console.standing().waiting == 1)
      try console.confirm(TwoDesks.page(of: office, after: try console.standing().cursor))
      #expect(try console.standing().waiting == 1)
      try JoinedFileTests.sync(console, with: office)
      #expect(office.state.office.leases.map(\.first) == [20_002, 20_202])
      var taken: [Int] = []
      while let number = try console.takeNumber() { taken.append(number) }
      #expect(taken == Array(20_152...20_401))
    }
  }

  @Test("follow where none is left: the call is saved all the same, and the office gives it one")
  func empty() throws {
    try JoinedFileTests.joined { office, console in
      while try console.takeNumber() != nil {}
      try Self.log(1, at: console)
      try Self.log(2, at: console)
      #expect(Self.number(1, in: console.state.office) == -1)
      #expect(Self.number(2, in: console.state.office) == -2)
      try JoinedFileTests.sync(console, with: office)
      #expect(Self.number(1, in: office.state.office) == 20_202)
      #expect(Self.number(2, in: console.state.office) == 20_203)
      #expect(try console.check().problems == [])
    }
  }

  @Test("that are somebody else's by then give way, and the order says which one was told")
  func collision() throws {
    try JoinedFileTests.joined { office, console in
      let theirs = try TwoDesks.waiting([Self.call(7, number: 20_005)], id: 70, count: 1, console: 0)
      _ = try TwoDesks.push([theirs], TwoDesks.registrar(0), to: office)
      let order = try #require(office.state.office.order(WorkOrder.ID(high: 4, low: 107)))
      #expect(order.number == 20_202)
      #expect(order.anomalies.map(\.kind) == [.otherNumber])
      #expect(order.anomalies.first?.facts?.number == 20_005)
      let found = try office.search("20005", limit: 5, ranked: false)
      #expect(found.map(\.number).contains(20_202) && found.contains { $0.excerpt == "told as 20005" })
    }
  }
}
