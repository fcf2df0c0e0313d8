import Domain
import TestSupport
import Testing

@Suite("A group that is judged where all of it stands")
struct TogetherTests {
  /// Two visits that Ana has accepted, an hour each.
  private static func accepted() throws -> (Town, WorkOrder, WorkOrder) {
    var town = try Town()
    let first = try town.assigned(from: Town.at(13))
    let second = try town.assigned(from: Town.at(14))
    for order in [first, second] {
      try town.submit(.seeVisit(order.id, SeeVisit()), by: Town.anaPerson)
      try town.submit(.acceptVisit(order.id, AcceptVisit()), by: Town.anaPerson)
    }
    return (town, try town.order(first), try town.order(second))
  }

  private static func move(_ order: WorkOrder, to start: Timestamp) -> Command {
    .moveVisit(
      order.id,
      MoveVisit(
        start: start, replacingStart: order.openVisit?.start, replacingTechnician: order.technician))
  }

  private static func submission(
    _ commands: [Command], _ town: Town, accepting: [BrokenRule] = [], reversal: Reversal? = nil
  ) -> Submission {
    Submission(
      id: Identifier(high: 8, low: 3),
      stamp: Stamp(by: Town.dispatcher, at: town.now, console: ConsoleID(high: 7, low: 1)),
      commands: commands, reversal: reversal, acceptedWarnings: accepting, isJudgedTogether: reversal == nil)
  }

  @Test("lets two visits change places, both ways, and whoever accepted them is asked about the other time")
  func changePlaces() throws {
    let (town, first, second) = try Self.accepted()
    let swap = [Self.move(first, to: Town.at(14)), Self.move(second, to: Town.at(13))]
    var alone = town
    #expect(throws: Refusal.self) { try alone.submit(swap[0], swap[1], yes: true) }
    let decision = try town.office.decide(Self.submission(swap, town))
    #expect(decision.warnings.isEmpty)
    let undone = try decision.after.decide(
      Self.submission(decision.inverse, town, reversal: .undoes(Identifier(high: 8, low: 3))))
    for (office, starts) in [
      (decision.after, [Town.at(14), Town.at(13)]), (undone.after, [Town.at(13), Town.at(14)])
    ] {
      for (order, start) in zip([first, second], starts) {
        let visit = office.order(order.id)?.openVisit
        #expect(visit?.start == start)
        let (before, after) = (order.openVisit?.activeAssignment, visit?.activeAssignment)
        #expect(before?.status == .accepted && after?.status == .dispatched && after?.acceptedAt == nil)
        #expect(after?.technician == before?.technician && after?.dispatchedAt == town.now)
      }
    }
  }

  @Test("is refused where one of them would stand on another that stays")
  func refused() throws {
    let (town, first, _) = try Self.accepted()
    let onto = Self.submission([Self.move(first, to: Town.at(14))], town)
    #expect(throws: Refusal.self) { try town.office.decide(onto) }
    let broken = town.office.brokenRules(
      together: onto.commands, by: Town.dispatcher, at: town.now)
    #expect(broken.map(\.rule) == [.overlap])
  }

  @Test("passes the warnings that were shown, and asks about any other", .verifies("REC-10"))
  func warnings() throws {
    var (town, first, second) = try Self.accepted()
    try town.submit(.pinVisit(first.id, PinVisit(.time, replacing: nil)))
    try town.submit(.pinVisit(second.id, PinVisit(.time, replacing: nil)))
    (first, second) = (try town.order(first), try town.order(second))
    let swap = [Self.move(first, to: Town.at(14)), Self.move(second, to: Town.at(13))]
    let broken = town.office.brokenRules(together: swap, by: Town.dispatcher, at: town.now)
    #expect(broken.map(\.rule) == [.pinned, .pinned])
    #expect(throws: Refusal.broken(broken[1])) {
      try town.office.decide(Self.submission(swap, town, accepting: [broken[0]]))
    }
    #expect(throws: Refusal.broken(broken[0])) { try town.office.decide(Self.submission(swap, town)) }
    let decision = try town.office.decide(Self.submission(swap, town, accepting: broken))
    #expect(decision.warnings == broken)
    let back = Self.submission([.unassignVisit(first.id, UnassignVisit(replacing: Town.ana))], town)
    #expect(try town.office.decide(back).warnings.isEmpty, "the time stays as it is pinned")
  }

  @Test("asks nobody again for a warning that stood against the visit before, unless somebody else gets it")
  func stood() throws {
    var (town, first, second) = try Self.accepted()
    let hours = try #require(OpenInterval("08:00-10:00"))
    town.office.sites.change(Town.hospital) {
      $0.hours = OpeningHours(weekly: [Town.day.weekday: [hours]])
    }
    (first, second) = (try town.order(first), try town.order(second))
    let swap = [Self.move(first, to: Town.at(14)), Self.move(second, to: Town.at(13))]
    #expect(try town.office.decide(Self.submission(swap, town)).warnings.isEmpty)
    let given = Command.moveVisit(
      first.id,
      MoveVisit(
        start: Town.at(14), technician: Town.bo, replacingStart: first.openVisit?.start,
        replacingTechnician: first.technician))
    let broken = town.office.brokenRules(together: [given], by: Town.dispatcher, at: town.now)
    #expect(broken.map(\.rule).contains(.outsideWindow))
  }
}
