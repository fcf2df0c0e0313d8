import Domain
import TestSupport
import Testing

@Suite("Taking a plan back")
struct TakingBackTests {
  private func undo(_ decision: Decision, yes: Bool = false) -> Submission {
    Submission(
      id: Identifier(high: 8, low: 2),
      stamp: Stamp(by: Town.dispatcher, at: Town.at(11, 40), console: ConsoleID(high: 7, low: 1)),
      commands: decision.inverse, acceptsWarnings: yes, reversal: .undoes(Identifier(high: 8, low: 1)))
  }

  @Test("asks nothing about the time that it brings back, and says it", .verifies("UX-05"))
  func past() throws {
    var town = try Town()
    let order = try town.assigned(from: Town.at(11))
    let decision = try town.submit(
      .moveVisit(
        order.id,
        MoveVisit(start: Town.at(13), replacingStart: Town.at(11), replacingTechnician: Town.ana)))
    town.now = Town.at(11, 40)
    #expect(throws: Refusal.self) { try town.submit(decision.inverse[0]) }
    let undone = try town.office.decide(undo(decision))
    #expect(undone.after.order(order.id)?.openVisit?.start == Town.at(11))
    #expect(undone.warnings.map(\.rule) == [.past])
  }

  @Test(
    "asks for no reason that whoever was sick when his visits were given away gets them back",
    .verifies("UX-05", "EXC-05"))
  func sick() throws {
    func undo(_ decision: Decision, of instant: Timestamp?) -> Submission {
      Submission(
        id: Identifier(high: 8, low: 2),
        stamp: Stamp(by: Town.dispatcher, at: Town.at(11, 40), console: ConsoleID(high: 7, low: 1)),
        commands: decision.inverse, reversal: .undoes(Identifier(high: 8, low: 1)), undoes: instant)
    }
    var town = try Town()
    let order = try town.assigned(from: Town.at(14))
    let given = Command.moveVisit(
      order.id,
      MoveVisit(
        start: Town.at(14), technician: Town.bo, replacingStart: Town.at(14), replacingTechnician: Town.ana))
    var later = town
    let sick = Command.setPresence(Town.ana, SetPresence(.unavailable, replacing: .available))
    try town.submit(sick)
    town.now = Town.at(11)
    let decision = try town.submit(given, override: "he can")
    #expect(throws: Refusal.self) { try town.office.decide(undo(decision, of: nil)) }
    let undone = try town.office.decide(undo(decision, of: town.now))
    #expect(undone.after.order(order.id)?.technician == Town.ana)
    #expect(undone.warnings.map(\.rule) == [.notWorking], "it is said")
    // Whoever has gone since is asked about.
    later.now = Town.at(11)
    let before = try later.submit(given, override: "he can")
    later.now = Town.at(11, 20)
    try later.submit(sick)
    #expect(throws: Refusal.self) { try later.office.decide(undo(before, of: Town.at(11))) }
  }

  @Test(
    "asks nothing of a hold or a claim that stood already, and of one that came since", .verifies("UX-05"),
    arguments: [
      (
        Command.holdWorkOrder(
          WorkOrder.ID(high: 6, low: 20_401), HoldWorkOrder(reason: .parts, note: "belt")),
        "held"
      ),
      (.claimWorkOrder(WorkOrder.ID(high: 6, low: 20_401), ClaimWorkOrder(true, replacing: nil)), "claimed")
    ])
  func stoodAlready(command: Command, code: String) throws {
    func undo(_ decision: Decision) -> Submission {
      Submission(
        id: Identifier(high: 8, low: 2),
        stamp: Stamp(by: Town.dispatcher, at: Town.at(11, 40), console: ConsoleID(high: 7, low: 1)),
        commands: decision.inverse, reversal: .undoes(Identifier(high: 8, low: 1)), undoes: Town.at(11))
    }
    var town = try Town()
    let order = try town.assigned(from: Town.at(14))
    #expect(command.orders == [order.id])
    let given = Town.assign(order, Town.bo, Town.at(14), replacing: Town.ana)
    var later = town
    try town.submit(command, by: Town.supervisor)
    town.now = Town.at(11)
    #expect(town.refusal(of: given)?.code == code, "it was asked then")
    let decision = try town.submit(given, yes: true)
    town.now = Town.at(11, 40)
    let undone = try town.office.decide(undo(decision))
    #expect(undone.after.order(order.id)?.technician == Town.ana)
    #expect(undone.warnings.map(\.rule.rawValue) == [code], "it is said")
    later.now = Town.at(11)
    let before = try later.submit(given, yes: true)
    later.now = Town.at(11, 20)
    try later.submit(command, by: Town.supervisor)
    do {
      _ = try later.office.decide(undo(before))
      Issue.record("nobody was warned")
    } catch {
      #expect(error.code == code)
    }
  }

  @Test(
    "gives a visit back as it was had at once; later whoever knew of it is told anew",
    .verifies("UX-05"), arguments: [(20, true), (40, false)])
  func asItStood(seconds: Int64, isSoon: Bool) throws {
    var town = try Town()
    let seen = try town.assigned(from: Town.at(14))
    let accepted = try town.assigned(from: Town.at(15, 30))
    try town.submit(.acceptVisit(accepted.id, AcceptVisit()))
    let before = try [seen, accepted].map { try #require(town.office.order($0.id)?.openVisit) }
    town.now += .minutes(5)
    let taken = try [seen, accepted].map { order in
      try town.submit(.unassignVisit(order.id, UnassignVisit(replacing: Town.ana)))
    }
    let takenAt = town.now
    town.now += .seconds(seconds)
    for (decision, visit) in zip(taken, before) {
      let undo = Submission(
        id: Identifier(high: 8, low: 2),
        stamp: Stamp(by: Town.dispatcher, at: town.now, console: ConsoleID(high: 7, low: 1)),
        commands: decision.inverse, reversal: .undoes(Identifier(high: 8, low: 1)), undoes: takenAt)
      let back = try town.office.decide(undo).after.orders.inOrder.lazy.compactMap(\.openVisit)
        .first { $0.id == visit.id }
      #expect((back == visit) == isSoon, "\(visit)")
      let told = back?.activeAssignment
      #expect(isSoon || told?.status == .dispatched && told?.dispatchedAt == town.now, "he is asked anew")
    }
  }

  @Test(
    "a first assignment that is undone has met no clock and counts in no mean", .verifies("UX-05", "SLA-01"))
  func firstAssignment() throws {
    var sample = try SampleOffice()
    var gold = try #require(sample.office.contract(Contract.ID(1)))
    gold.response = .assigned
    try sample.submit(.changeContract(ChangeContract(gold)))
    let id = try sample.log()
    let assignment = AssignVisit(
      visit: sample.newVisit(), technician: SampleOffice.ana, start: sample.now, replacing: nil)
    let decision = try sample.submit(.assignVisit(id, assignment))
    #expect(try sample.clock(id, .response).state == .met)
    try sample.submit(group: decision.inverse)
    #expect(try sample.clock(id, .response).state == .running)
    #expect(try sample.order(id).firstAssignedAt == nil)
  }

  @Test("warns before it takes a visit from who is on his way, which nothing brings back", .verifies("UX-05"))
  func underWay() throws {
    var town = try Town()
    let order = try town.log()
    let decision = try town.submit(Town.assign(order, Town.ana, Town.at(11)))
    try town.submit(.startTravel(order.id, StartTravel()), by: Town.anaPerson)
    for command in [
      Command.unassignVisit(order.id, UnassignVisit(replacing: Town.ana)),
      Town.assign(order, Town.bo, Town.at(13), replacing: Town.ana)
    ] {
      #expect(town.refusal(of: command)?.code == "underWay")
      #expect(town.refusal(of: command, yes: true) == nil)
    }
    do {
      _ = try town.office.decide(undo(decision))
      Issue.record("nobody was warned")
    } catch {
      #expect(error.code == "underWay")
    }
    let undone = try town.office.decide(undo(decision, yes: true))
    #expect(undone.after.order(order.id)?.technician == nil)
  }
}
