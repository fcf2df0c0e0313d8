import Domain
import Sync
import TestSupport
import Testing

@Suite("Whose change stood in the way of a refused one")
struct ObstacleTests {
  private static let other = WorkOrder.ID(high: 4, low: 2)

  /// A second order, logged by the first desk as its command of this number.
  private static func logOther(in store: any LogStore) throws {
    let request = WorkRequest(
      id: WorkRequest.ID(high: 7, low: 2), words: "no light", urgency: .today, source: .phone,
      receivedAt: Stores.start)
    let work = LoggedWork(
      id: other, number: 20_002, request: request, receivedAt: Stores.start, summary: "no light",
      priority: .p3)
    try push([.logWorkOrder(LogWorkOrder(work))], id: 1, count: 1, desk: 0, to: store)
  }

  @discardableResult private static func push(
    _ commands: [Command], id: UInt64, count: Int, answered: Int = 0, desk: Int, asking: Bool = false,
    to store: any LogStore
  ) throws -> PushAnswer {
    let submission = Submission(
      id: Submission.ID(high: 8, low: id),
      stamp: Stamp(by: TwoDesks.people[desk], at: Stores.start, console: TwoDesks.consoles[desk]),
      commands: commands, acceptsWarnings: !asking)
    return try TwoDesks.push(
      [try WaitingCommand(submission, count: count, answered: answered)], TwoDesks.registrar(desk), to: store)
  }

  private static func assign(_ order: WorkOrder.ID, to technician: Int = 0, hour: Int64 = 2) -> Command {
    .assignVisit(
      order,
      AssignVisit(
        visit: Visit.ID(high: 11, low: order.low), technician: TwoDesks.technicians[technician],
        start: Stores.start + .hours(hour), length: .minutes(60), replacing: nil))
  }

  private static func priority(_ priority: Priority, replacing: Priority) -> Command {
    .setPriority(TwoDesks.order, SetPriority(priority, reason: "rang again", replacing: replacing))
  }

  @Test("is settled by whoever wanted it and by the desk, and by nobody else")
  func settledBy() throws {
    try Stores.memory.with { store in
      try TwoDesks.found(store)
      try Self.push([Self.priority(.p1, replacing: .p2)], id: 1, count: 1, desk: 0, to: store)
      try Self.push([Self.priority(.p3, replacing: .p2)], id: 2, count: 1, desk: 1, to: store)
      var office = TwoDesks.office(try TwoDesks.page(of: store))
      let conflict = try #require(office.openConflicts.first)
      let keep = Command.settleConflict(SettleConflict(conflict.id, .keep))
      for person in TwoDesks.people { try office.authorize(keep, by: person) }
      for role in [Role.helpdesk, .billing, .parts, .quality] {
        office.people.change(TwoDesks.people[0]) { $0.role = role }
        #expect(throws: Refusal.self) { try office.authorize(keep, by: TwoDesks.people[0]) }
        office.people.change(TwoDesks.people[1]) { $0.role = role }
        try office.authorize(keep, by: TwoDesks.people[1])
      }
    }
  }

  @Test("is nobody's where it was settled otherwise meanwhile, and that can only stay so")
  func settledTwice() throws {
    try Stores.memory.with { store in
      try TwoDesks.found(store)
      try Self.push([Self.priority(.p1, replacing: .p2)], id: 1, count: 1, desk: 0, to: store)
      try Self.push([Self.priority(.p3, replacing: .p2)], id: 2, count: 1, desk: 1, to: store)
      let first = try #require(TwoDesks.office(try TwoDesks.page(of: store)).openConflicts.first)
      try Self.push([.settleConflict(SettleConflict(first.id, .keep))], id: 3, count: 2, desk: 0, to: store)
      let redo = [
        Command.settleConflict(SettleConflict(first.id, .redo)), Self.priority(.p3, replacing: .p1)
      ]
      try Self.push(redo, id: 4, count: 2, answered: 1, desk: 1, to: store)
      let office = TwoDesks.office(try TwoDesks.page(of: store))
      let second = try #require(office.openConflicts.first)
      #expect(office.openConflicts.count == 1 && second.id != first.id)
      #expect(second.theirs == nil && !second.canBeRedone(on: office))
    }
  }

  @Test("is nobody's where somebody may not do it at all, and is where it was his before")
  func rights() {
    let changed = WorkOrderEvent.priorityChanged(from: .p2, to: .p1, reason: nil)
    #expect(!Refusal.notAllowed(.dispatchWork, role: .auditor).isOwed(to: changed))
    #expect(!Refusal.personLeft("d1").isOwed(to: changed))
    #expect(Refusal.notAllowed(.reportWork, role: .technician).isOwed(to: changed))
  }

  @Test("what was told twice with what was wanted is told once, with what it comes to", .verifies("MSG-03"))
  func toldOnce() throws {
    try Stores.memory.with { store in
      try TwoDesks.found(store)
      let office = TwoDesks.office(try TwoDesks.page(of: store))
      let messages = [UInt64(1), 2].map { OutgoingMessage.ID(high: 21, low: $0) }
      let told = messages.map { id in
        Command.sendMessage(
          TwoDesks.order,
          SendMessage(id: id, to: .technician, .template("visit"), cause: .with("work-order.assign")))
      }
      let submission = TwoDesks.submission(
        [Self.assign(TwoDesks.order)] + told, id: 9, by: TwoDesks.people[1], from: TwoDesks.consoles[1])
      let conflict = Conflict(submission, count: 1, refusal: .notFound(.order(20_001)))
      let again = try #require(conflict.restated(on: office))
      #expect(again.suffix(1) == told.suffix(1) && again.count == 2)
    }
  }

  @Test("what was given and then moved is done again as a whole: the move replaces what the gift makes")
  func dependentRedo() throws {
    try Stores.memory.with { store in
      try TwoDesks.found(store)
      try Self.push([Self.assign(TwoDesks.order)], id: 1, count: 1, desk: 0, to: store)
      try Self.push([Self.assign(TwoDesks.order, to: 1, hour: 4)], id: 2, count: 1, desk: 1, to: store)
      let move = MoveVisit(
        start: Stores.start + .hours(5), length: .minutes(60), replacingStart: Stores.start + .hours(4),
        replacingTechnician: TwoDesks.technicians[1])
      try Self.push([.moveVisit(TwoDesks.order, move)], id: 3, count: 2, desk: 1, to: store)
      let office = TwoDesks.office(try TwoDesks.page(of: store))
      let conflict = try #require(office.openConflicts.first)
      #expect(conflict.lost.count == 2)
      let again = try #require(conflict.restated(on: office))
      let redo = Submission(
        id: Submission.ID(high: 8, low: 9),
        stamp: Stamp(by: TwoDesks.people[1], at: Stores.start, console: TwoDesks.consoles[1]),
        commands: [.settleConflict(SettleConflict(conflict.id, .redo))] + again, acceptsWarnings: true)
      let after = try office.decide(redo).after
      #expect(after.order(TwoDesks.order)?.openVisit?.start == Stores.start + .hours(5))
      #expect(after.order(TwoDesks.order)?.technician == TwoDesks.technicians[1])
    }
  }

  @Test("two visits of one order are two wishes: done again, both are there")
  func furtherVisits() throws {
    try Stores.memory.with { store in
      try TwoDesks.found(store)
      try Self.push([Self.assign(TwoDesks.order)], id: 1, count: 1, desk: 0, to: store)
      var further = AssignVisit(
        visit: Visit.ID(high: 12, low: 1), technician: TwoDesks.technicians[0],
        start: Stores.start + .hours(26), length: .minutes(60), replacing: nil)
      further.isFurther = true
      let both = [Self.assign(TwoDesks.order, to: 1, hour: 4), .assignVisit(TwoDesks.order, further)]
      try Self.push(both, id: 2, count: 1, desk: 1, to: store)
      let office = TwoDesks.office(try TwoDesks.page(of: store))
      let again = try #require(office.openConflicts.first?.restated(on: office))
      #expect(again.count == 2)
    }
  }

  @Test("a message that is taken back with a lost move does not keep it from being done again")
  func recalled() throws {
    try Stores.memory.with { store in
      try TwoDesks.found(store)
      try Self.push([Self.assign(TwoDesks.order)], id: 1, count: 1, desk: 0, to: store)
      let move = MoveVisit(
        start: Stores.start + .hours(5), length: .minutes(60), replacingStart: Stores.start + .hours(4),
        replacingTechnician: TwoDesks.technicians[1])
      let recall = RecallMessage(OutgoingMessage.ID(high: 13, low: 1))
      let both: [Command] = [.moveVisit(TwoDesks.order, move), .recallMessage(TwoDesks.order, recall)]
      try Self.push(both, id: 2, count: 1, desk: 1, to: store)
      let office = TwoDesks.office(try TwoDesks.page(of: store))
      let again = try #require(office.openConflicts.first?.restated(on: office))
      #expect(again.last == both.last && again.count == 2)
    }
  }

  @Test(
    "several changes of one field that the same person lost are one conflict, of which the last is wanted")
  func oneThing() throws {
    try Stores.memory.with { store in
      try TwoDesks.found(store)
      try Self.push([Self.priority(.p1, replacing: .p2)], id: 1, count: 1, desk: 0, to: store)
      try Self.push([Self.priority(.p3, replacing: .p2)], id: 2, count: 1, desk: 1, to: store)
      try Self.push([Self.priority(.p2, replacing: .p1)], id: 3, count: 2, desk: 0, to: store)
      try Self.push([Self.priority(.p4, replacing: .p3)], id: 4, count: 2, answered: 1, desk: 1, to: store)
      try Self.push([Self.assign(TwoDesks.order)], id: 5, count: 3, desk: 0, to: store)
      try Self.push([Self.assign(TwoDesks.order, to: 1)], id: 6, count: 3, answered: 2, desk: 1, to: store)
      let office = TwoDesks.office(try TwoDesks.page(of: store))
      #expect(office.openConflicts.map(\.lost.count) == [2, 1])
      let again = try #require(office.openConflicts[0].restated(on: office))
      #expect(again == [Self.priority(.p4, replacing: .p2)])
    }
  }

  @Test(
    "two visits of one technician at one time: a conflict with both authors and the hour at which he is free",
    .verifies("EXC-13"), arguments: Stores.allCases)
  func doubleBooking(kind: Stores) throws {
    try kind.with { store in
      try TwoDesks.found(store)
      try Self.logOther(in: store)
      try Self.push([Self.assign(Self.other)], id: 2, count: 2, desk: 0, to: store)
      try Self.push([.addNote(Self.other, AddNote("rings first"))], id: 3, count: 3, desk: 0, to: store)
      try Self.push([Self.assign(TwoDesks.order)], id: 4, count: 1, desk: 1, asking: true, to: store)
      let page = try TwoDesks.page(of: store)
      let conflict = try #require(TwoDesks.office(page).openConflicts.first)
      guard case .broken(let broken) = conflict.refusal,
        case .overlap(20_002, _, let freeFrom) = broken.evidence
      else {
        Issue.record("\(conflict.refusal)")
        return
      }
      #expect(freeFrom == Stores.start + .hours(3))
      #expect(conflict.person == TwoDesks.people[1] && conflict.theirs?.person == TwoDesks.people[0])
      // The note that came after the assignment is not what stood in the way.
      #expect(conflict.theirs?.entry == page.entries.count - 2)
    }
  }

  @Test("nobody's where the command was wrong by itself", arguments: Stores.allCases)
  func nobody(kind: Stores) throws {
    try kind.with { store in
      try TwoDesks.found(store)
      try Self.push([Self.assign(Self.other)], id: 1, count: 1, desk: 1, to: store)
      let conflict = try #require(TwoDesks.office(try TwoDesks.page(of: store)).openConflicts.first)
      #expect(conflict.theirs == nil)
    }
  }
}
