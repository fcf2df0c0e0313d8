import Domain
import Storage
import Sync
import TestSupport
import Testing

@Suite("What consoles tell of an order that the office has lost")
struct LateFactTests {
  private static let lost = WorkOrder.ID(high: 4, low: 2)

  private static func log() -> Command {
    let request = WorkRequest(
      id: WorkRequest.ID(high: 7, low: 2), words: "no light", urgency: .today, source: .phone,
      receivedAt: Stores.start)
    return .logWorkOrder(
      LogWorkOrder(
        LoggedWork(
          id: lost, number: 20_002, request: request, receivedAt: Stores.start, summary: "no light",
          priority: .p3)))
  }

  private static func push(
    _ command: Command, id: UInt64, desk: Int, to office: OfficeFile
  ) throws {
    let count = try office.entries(since: 0, limit: 1_000).count { $0.console == TwoDesks.consoles[desk] } + 1
    let waiting = try TwoDesks.waiting([command], id: id, count: count, console: desk)
    _ = try TwoDesks.push([waiting], TwoDesks.registrar(desk), to: office)
  }

  @Test("waits as a conflict and is entered as it was told, once the order is back", .verifies("UX-06"))
  func note() throws {
    try JoinedFileTests.joined { office, _ in
      try Self.push(.addNote(Self.lost, AddNote("dog in the yard")), id: 1, desk: 0, to: office)
      #expect(office.state.office.openConflicts.count == 1 && office.state.office.lateFacts.isEmpty)
      try Self.push(Self.log(), id: 2, desk: 1, to: office)
      let late = try #require(office.state.office.lateFacts.first)
      try office.submit(late.toldAgain(as: Submission.ID(high: 8, low: 70), from: ConsoleID(high: 1, low: 3)))
      let note = try #require(office.state.office.order(Self.lost)?.notes.first)
      #expect(note.words == "dog in the yard" && note.by == TwoDesks.people[0])
      #expect(office.state.office.openConflicts.isEmpty && office.state.office.lateFacts.isEmpty)
      #expect(try office.check().problems == [])
    }
  }

  @Test("of which a dispatcher says that it counts stands as who told it did and when, settled by him")
  func accepted() throws {
    try JoinedFileTests.joined { office, _ in
      let (desk, later) = (ConsoleID(high: 1, low: 3), Stores.start)
      // Nobody has the order, so there is nothing to report on.
      try Self.push(Self.log(), id: 1, desk: 1, to: office)
      let arrival = TwoDesks.submission(
        [.arriveOnSite(Self.lost, ArriveOnSite())], id: 2, by: ScopeTests.own.person,
        from: ScopeTests.own.console)
      _ = try TwoDesks.push(
        [try WaitingCommand(arrival, count: 1, answered: 0)], ScopeTests.own, to: office)
      let conflict = try #require(office.state.office.openConflicts.first)
      #expect(conflict.person == ScopeTests.own.person && conflict.isFact)
      let counts = Command.settleConflict(SettleConflict(conflict.id, .redo, asTold: true))
      let early = TwoDesks.submission([counts], id: 3, by: TwoDesks.people[1], from: desk)
      #expect(throws: SubmitError.self, "what would be refused once more") { try office.submit(early) }
      guard case .assignVisit(_, let assign) = TwoDesks.assign(to: 0, at: 2) else { return }
      try SnapshotTests.act(.assignVisit(Self.lost, assign), id: 4, at: office)
      try office.submit(TwoDesks.submission([counts], id: 5, by: TwoDesks.people[1], from: desk))
      #expect(office.state.office.openConflicts.isEmpty)
      let waiting = try #require(office.state.office.lateFacts.first)
      #expect(waiting.settlement?.by == TwoDesks.people[1])
      #expect(
        try office.submit(TwoDesks.submission([counts], id: 6, by: TwoDesks.people[0], from: desk)).events
          .isEmpty)
      try office.submit(waiting.toldAgain(as: waiting.id.again(from: desk), from: desk))
      let visit = try #require(office.state.office.order(Self.lost)?.visits.last?.assignment)
      #expect(visit.onSiteAt == conflict.at && conflict.at <= later)
      let entry = try #require(try office.entries(of: Self.lost).last)
      #expect(entry.person == ScopeTests.own.person && entry.at == conflict.at)
      let settled = try #require(office.state.office.conflict(conflict.id))
      #expect(settled.settlement?.by == TwoDesks.people[1] && settled.awaitsEntry == nil)
      #expect(try office.state.office.lateFacts.isEmpty && office.check().problems == [])
    }
  }

  @Test("stays once it is entered: no undo has it entered again")
  func stays() throws {
    try JoinedFileTests.joined { office, _ in
      try Self.push(.addNote(Self.lost, AddNote("dog in the yard")), id: 1, desk: 0, to: office)
      try Self.push(Self.log(), id: 2, desk: 1, to: office)
      let late = try #require(office.state.office.lateFacts.first)
      let console = ConsoleID(high: 1, low: 3)
      let told = late.toldAgain(as: late.id.again(from: console), from: console)
      let receipt = try office.submit(told)
      let seq = try #require(receipt.seq)
      #expect(!receipt.isUndoable)
      #expect(try office.submit(told).isRepeat, "by another process")
      let undo = TwoDesks.submission([], id: 71, by: TwoDesks.owner, from: console)
      #expect(throws: SubmitError.self) { try office.submit(undo, takingBack: .entry(seq)) }
      #expect(office.state.office.openConflicts.isEmpty && office.state.office.lateFacts.isEmpty)
      #expect(office.state.office.order(Self.lost)?.notes.count == 1)
    }
  }

  private static let technician = ScopeTests.own

  /// A step of the first technician, at a console that has the visit when the office has not.
  @discardableResult private static func tell(
    _ commands: [Command], id: UInt64, to office: OfficeFile
  ) throws -> PushAnswer {
    let own = technician
    let count = try office.entries(since: 0, limit: 1_000).count { $0.console == own.console } + 1
    let told = TwoDesks.submission(commands, id: id, by: own.person, from: own.console)
    return try TwoDesks.push([try WaitingCommand(told, count: count, answered: 0)], own, to: office)
  }

  private static func enterAll(_ office: OfficeFile) throws {
    let console = ConsoleID(high: 1, low: 3)
    while let late = office.state.office.lateFacts.first {
      try office.submit(late.toldAgain(as: late.id.again(from: console), from: console))
    }
  }

  /// The steps of a visit from first to last, and a word on it.
  private static func steps(of visit: Visit.ID, on order: WorkOrder.ID) -> [Command] {
    [
      .acceptVisit(order, AcceptVisit(visit: visit)), .startTravel(order, StartTravel(visit: visit)),
      .arriveOnSite(order, ArriveOnSite(visit: visit)), .addNote(order, AddNote("dog in the yard")),
      .completeVisit(order, CompleteVisit(CompletionReport(did: "new lamp")))
    ]
  }

  @Test(
    "a technician's steps wait for their visit as for their order, and count once it is there",
    .verifies("UX-06"), arguments: [false, true])
  func steps(isOrderHere: Bool) throws {
    try JoinedFileTests.joined { office, _ in
      if isOrderHere { try Self.push(Self.log(), id: 1, desk: 1, to: office) }
      let visit = Visit.ID(high: 11, low: 2)
      for (index, step) in Self.steps(of: visit, on: Self.lost).enumerated() {
        try Self.tell([step], id: UInt64(10 + index), to: office)
      }
      let early = office.state.office.openConflicts
      #expect(early.count == 5 && early.allSatisfy { $0.refusal == .notFound(.order(0)) })
      #expect(early.allSatisfy { $0.theirs == nil && $0.isAwaiting(in: office.state.office) })
      if !isOrderHere { try Self.push(Self.log(), id: 1, desk: 1, to: office) }
      #expect(office.state.office.lateFacts.isEmpty, "the order alone is not the visit")
      guard case .assignVisit(_, let assign) = TwoDesks.assign(to: 0, at: 2) else { return }
      try Self.push(.assignVisit(Self.lost, assign), id: 2, desk: 1, to: office)
      #expect(office.state.office.lateFacts.count == 5)
      try Self.enterAll(office)
      let order = try #require(office.state.office.order(Self.lost))
      let assignment = try #require(order.visits.first?.assignment)
      #expect(assignment.status == .done && assignment.report?.did == "new lamp")
      #expect(assignment.acceptedAt != nil && assignment.travellingAt != nil && assignment.onSiteAt != nil)
      #expect(order.notes.map(\.words) == ["dog in the yard"] && order.anomalies.isEmpty)
      #expect(office.state.office.openConflicts.isEmpty)
      #expect(try office.check().problems == [])
    }
  }

  @Test("a step waits for the visit that it names, not for another one of the order that was his")
  func furtherVisit() throws {
    try JoinedFileTests.joined { office, _ in
      try Self.push(TwoDesks.assign(to: 0, at: 2), id: 1, desk: 1, to: office)
      try SnapshotTests.act(
        .reportNotDone(TwoDesks.order, ReportNotDone(reason: "no part", nextStep: "return visit")), id: 40,
        at: office)
      let visit = Visit.ID(high: 11, low: 5)
      try Self.tell([.arriveOnSite(TwoDesks.order, ArriveOnSite(visit: visit))], id: 10, to: office)
      #expect(
        office.state.office.order(TwoDesks.order)?.anomalies.contains { $0.kind == .notTheirs } == false)
      #expect(office.state.office.openConflicts.count == 1)
      try Self.push(TwoDesks.assign(to: 0, at: 5), id: 2, desk: 0, to: office)
      try Self.enterAll(office)
      let order = try #require(office.state.office.order(TwoDesks.order))
      #expect(order.openVisit?.id == visit && order.openVisit?.assignment?.status == .onSite)
      #expect(office.state.office.openConflicts.isEmpty)
    }
  }

  @Test(
    "a step on a visit that was taken from him waits no longer than for the visit, whichever comes first",
    arguments: [false, true])
  func taken(isToldFirst: Bool) throws {
    try JoinedFileTests.joined { office, _ in
      let visit = Visit.ID(high: 11, low: 2)
      let arrival = Command.arriveOnSite(TwoDesks.order, ArriveOnSite(visit: visit))
      if isToldFirst { try Self.tell([arrival], id: 10, to: office) }
      #expect(office.state.office.openConflicts.count == (isToldFirst ? 1 : 0))
      try Self.push(TwoDesks.assign(to: 0, at: 2), id: 1, desk: 1, to: office)
      try Self.push(TwoDesks.assign(to: 1, at: 2, replacing: 0), id: 2, desk: 1, to: office)
      if !isToldFirst { try Self.tell([arrival], id: 10, to: office) }
      try Self.enterAll(office)
      let order = try #require(office.state.office.order(TwoDesks.order))
      #expect(order.anomalies.map(\.kind) == [.notTheirs])
      #expect(order.anomalies.first?.facts?.visit == visit)
      #expect(order.openVisit?.assignment?.status == .dispatched, "whoever has it now has not arrived")
      #expect(office.state.office.openConflicts.isEmpty)
      #expect(try office.check().problems == [])
    }
  }

  @Test("a step waits for a visit that somebody else has here, until it is his")
  func givenLater() throws {
    try JoinedFileTests.joined { office, _ in
      try Self.push(TwoDesks.assign(to: 1, at: 2), id: 1, desk: 1, to: office)
      let visit = Visit.ID(high: 11, low: 2)
      try Self.tell([.arriveOnSite(TwoDesks.order, ArriveOnSite(visit: visit))], id: 10, to: office)
      #expect(office.state.office.openConflicts.count == 1 && office.state.office.lateFacts.isEmpty)
      try Self.push(TwoDesks.assign(to: 0, at: 2, replacing: 1), id: 2, desk: 1, to: office)
      try Self.enterAll(office)
      let order = try #require(office.state.office.order(TwoDesks.order))
      #expect(order.openVisit?.assignment?.status == .onSite)
      #expect(order.anomalies.allSatisfy { $0.kind != .notTheirs })
      #expect(office.state.office.openConflicts.isEmpty)
    }
  }

  @Test("a step that waits is entered by itself, whatever its console wished of the same order meanwhile")
  func wishedMeanwhile() throws {
    try JoinedFileTests.joined { office, _ in
      let visit = Visit.ID(high: 11, low: 2)
      let hold = Command.holdWorkOrder(TwoDesks.order, HoldWorkOrder(reason: .parts, note: "belt"))
      try Self.tell([.arriveOnSite(TwoDesks.order, ArriveOnSite(visit: visit))], id: 10, to: office)
      try Self.tell([hold], id: 11, to: office)
      #expect(office.state.office.openConflicts.map(\.lost.count) == [1, 1])
      try Self.push(TwoDesks.assign(to: 0, at: 2), id: 1, desk: 1, to: office)
      // The visit is here, and the step is not entered yet.
      let review = Command.holdWorkOrder(TwoDesks.order, HoldWorkOrder(reason: .access, note: ""))
      try Self.tell([review], id: 12, to: office)
      #expect(office.state.office.lateFacts.count == 1)
      try Self.enterAll(office)
      let order = try #require(office.state.office.order(TwoDesks.order))
      #expect(order.openVisit?.assignment?.status == .onSite)
      let left = try #require(office.state.office.openConflicts.first)
      #expect(office.state.office.openConflicts.count == 1 && left.commands == [hold, review])
      guard case .notAllowed = left.refusal else {
        Issue.record("\(left.refusal)")
        return
      }
      #expect(try office.check().problems == [])
    }
  }

  @Test("a claim rests on nothing that somebody has settled meanwhile")
  func settledMeanwhile() throws {
    try JoinedFileTests.joined { office, _ in
      let priority = { (from: Priority, to: Priority) in
        Command.setPriority(TwoDesks.order, SetPriority(to, reason: "worse", replacing: from))
      }
      try Self.push(priority(.p4, .p1), id: 1, desk: 0, to: office)
      let refused = try #require(office.state.office.openConflicts.first)
      try SnapshotTests.act(.settleConflict(SettleConflict(refused.id, .keep)), id: 40, at: office)
      try Self.push(priority(.p1, .p3), id: 2, desk: 0, to: office)
      let later = try #require(office.state.office.openConflicts.first, "nothing is lost unseen")
      #expect(later.id != refused.id && later.commands == [priority(.p1, .p3)])
      #expect(office.state.office.conflict(refused.id)?.lost.count == 1)
    }
  }

  @Test("what a technician wishes of an order that is not his is refused for that, and waits for nothing")
  func othersWork() throws {
    try JoinedFileTests.joined { office, _ in
      let hold = Command.holdWorkOrder(
        TwoDesks.order, HoldWorkOrder(reason: .parts, note: "belt"))
      try Self.tell([hold], id: 10, to: office)
      let refused = try #require(office.state.office.openConflicts.first)
      guard case .notAllowed = refused.refusal else {
        Issue.record("\(refused.refusal)")
        return
      }
      #expect(!refused.isAwaiting(in: office.state.office))
    }
  }

  @Test("whoever tells no end of what is not his fills no alert but one")
  func noEnd() throws {
    try JoinedFileTests.joined { office, _ in
      for note in 0..<63 {
        try Self.tell([.addNote(Self.lost, AddNote("\(note)"))], id: UInt64(10 + note), to: office)
      }
      let open = office.state.office.openConflicts
      #expect(open.count { $0.isAwaiting(in: office.state.office) } == 60)
      #expect(open.count == 61 && open.map(\.lost.count).max() == 3, "nothing of it is lost")
    }
  }

  @Test("is left to a person where it is a claim")
  func claim() throws {
    try JoinedFileTests.joined { office, _ in
      try Self.push(
        .setPriority(Self.lost, SetPriority(.p1, reason: "worse", replacing: .p3)), id: 1, desk: 0, to: office
      )
      try Self.push(Self.log(), id: 2, desk: 1, to: office)
      #expect(office.state.office.lateFacts.isEmpty)
      #expect(office.state.office.openConflicts.first?.wasEarly(in: office.state.office) == true)
    }
  }

  @Test("a wish is refused for its own reason, not for that of the message that goes with it")
  func message() throws {
    try JoinedFileTests.joined { office, _ in
      let console = TwoDesks.consoles[0]
      let wanted: [Command] = [
        .sendMessage(
          TwoDesks.order,
          SendMessage(
            id: OutgoingMessage.ID(high: 14, low: 1), to: .technician, .words("gone"),
            cause: .with("work-order.assign"))), TwoDesks.assign(to: 0, at: 2, replacing: 1)
      ]
      let waiting = try TwoDesks.waiting(wanted, id: 5, count: 1, console: 0)
      _ = try TwoDesks.push([waiting], TwoDesks.registrar(0), to: office)
      let lost = try #require(office.state.office.openConflicts.first { $0.console == console })
      #expect(lost.refusal == .changedSince(.order(20_001), field: "technician", now: nil))
      #expect(lost.restated(on: office.state.office)?.count == 2)
    }
  }

  @Test("the same technician at another time: it is the time that is said")
  func otherTime() throws {
    try JoinedFileTests.joined { office, _ in
      try Self.push(TwoDesks.assign(to: 0, at: 2), id: 1, desk: 0, to: office)
      try Self.push(TwoDesks.assign(to: 0, at: 5), id: 2, desk: 1, to: office)
      let lost = try #require(office.state.office.openConflicts.first)
      let start = (Stores.start + .hours(2)).rfc3339
      #expect(lost.refusal == .changedSince(.order(20_001), field: "start", now: start))
    }
  }

  @Test("the same technician at the same time for longer: it is the length that is said")
  func otherLength() throws {
    try JoinedFileTests.joined { office, _ in
      guard case .assignVisit(let order, var longer) = TwoDesks.assign(to: 0, at: 2) else {
        Issue.record("no assignment")
        return
      }
      longer.length = .minutes(90)
      try Self.push(TwoDesks.assign(to: 0, at: 2), id: 1, desk: 0, to: office)
      try Self.push(.assignVisit(order, longer), id: 2, desk: 1, to: office)
      let lost = try #require(office.state.office.openConflicts.first)
      #expect(lost.refusal == .changedSince(.order(20_001), field: "length", now: "60m"))
      #expect(lost.theirs?.console == TwoDesks.consoles[0])
    }
  }
}
