import TestSupport
import Testing

@testable import Domain

@Suite("Further visits of an order")
struct FurtherVisitTests {
  private static let second = Visit.ID(high: 61, low: 1)

  private static func further(
    _ order: WorkOrder, _ technician: Technician.ID, _ start: Timestamp,
    _ visit: Visit.ID = second, replacing: Technician.ID? = nil
  ) -> Command {
    var rule = AssignVisit(visit: visit, technician: technician, start: start, replacing: replacing)
    rule.isFurther = true
    return .assignVisit(order.id, rule)
  }

  /// Ana comes today at one, Bo tomorrow at nine.
  private static func town() throws -> (Town, WorkOrder) {
    var town = try Town()
    let order = try town.assigned(from: Town.at(13))
    try town.submit(further(order, Town.bo, Town.at(9, days: 1)))
    return (town, try town.order(order))
  }

  private func rule(_ refusal: Refusal?) -> Rule? {
    if case .broken(let broken)? = refusal { broken.rule } else { nil }
  }

  @Test("waits beside the visit in hand, and takes up its technician's time", .verifies("TML-12"))
  func waits() throws {
    var (town, order) = try Self.town()
    #expect(order.technician == Town.ana && order.openVisit?.start == Town.at(13))
    #expect(order.furtherVisits.map(\.id) == [Self.second])
    #expect(
      order.furtherVisits.first?.activeAssignment?.status == .scheduled, "nobody is told before its turn")
    let busy = town.office.scheduleIndex(at: town.now).visits(of: Town.bo)
    #expect(busy.map(\.id) == [Self.second] && busy.allSatisfy { $0.isFurther && $0.staysPut })
    try town.submit(.dispatchVisit(order.id, DispatchVisit()))
    #expect(try town.order(order).furtherVisits.first?.activeAssignment?.status == .scheduled)
    let other = try town.log()
    #expect(rule(town.refusal(of: Town.assign(other, Town.bo, Town.at(9, 30, days: 1)))) == .overlap)
    #expect(
      rule(town.refusal(of: Self.further(order, Town.ana, Town.at(13, 30), Visit.ID(high: 61, low: 2))))
        == .overlap, "nobody is at two visits of one order at once")
    let push = town.office.pushPlan(
      of: Town.bo, by: .minutes(30), from: Town.at(8, days: 1), for: .dispatcher, at: town.now)
    #expect(push.moves.isEmpty, "it is moved by people alone")
  }

  @Test("is in hand once the one before it is over, and the work is done with the last", .verifies("TML-12"))
  func next() throws {
    var (town, order) = try Self.town()
    town.now = Town.at(14)
    try town.submit(
      .completeVisit(order.id, CompleteVisit(CompletionReport(did: "belt"))), by: Town.anaPerson)
    var after = try town.order(order)
    #expect(after.technician == Town.bo && after.openVisit?.id == Self.second)
    #expect(after.furtherVisits.isEmpty && after.doneAt == nil && after.status == .scheduled)
    #expect(town.office.scheduleIndex(at: town.now).visits(of: Town.bo).allSatisfy { !$0.isFurther })
    town.now = Town.at(9, days: 1)
    try town.submit(.arriveOnSite(order.id, ArriveOnSite()), by: Town.boPerson)
    town.now = Town.at(10, days: 1)
    try town.submit(.completeVisit(order.id, CompleteVisit(CompletionReport(did: "pump"))), by: Town.boPerson)
    after = try town.order(order)
    #expect(after.status == .review && after.doneAt == town.now && after.doneBy == Town.bo)
  }

  @Test("what one technician says is about his own, in whatever order they come", .verifies("TML-12"))
  func reports() throws {
    var (town, order) = try Self.town()
    town.now = Town.at(9, days: 1)
    try town.submit(.arriveOnSite(order.id, ArriveOnSite()), by: Town.boPerson)
    var after = try town.order(order)
    #expect(after.technician == Town.ana && after.visits.last?.assignment?.status == .onSite)
    town.now = Town.at(10, days: 1)
    try town.submit(.completeVisit(order.id, CompleteVisit(CompletionReport(did: "pump"))), by: Town.boPerson)
    after = try town.order(order)
    #expect(after.technician == Town.ana && after.doneAt == nil, "the first one is still to be done")
    town.now = Town.at(11, days: 1)
    try town.submit(
      .completeVisit(order.id, CompleteVisit(CompletionReport(did: "belt"))), by: Town.anaPerson)
    after = try town.order(order)
    #expect(after.status == .review && after.doneAt == town.now && after.doneBy == Town.ana)
  }

  @Test("work of several days has a visit for each, and saying twice that one is done ends no other")
  func severalDays() throws {
    var town = try Town()
    let order = try town.assigned(from: Town.at(13))
    for day in [1, 2] as [Int64] {
      try town.submit(
        Self.further(order, Town.ana, Town.at(9, days: day), Visit.ID(high: 61, low: UInt64(day))))
    }
    let done = Command.completeVisit(order.id, CompleteVisit(CompletionReport(did: "first day")))
    try town.submit(done, by: Town.anaPerson)
    try town.submit(done, by: Town.anaPerson)
    try town.submit(done)
    let after = try town.order(order)
    #expect(
      after.openVisit?.start == Town.at(9, days: 1)
        && after.furtherVisits.map(\.start) == [Town.at(9, days: 2)])
    #expect(after.anomalies.map(\.facts?.step) == [.done], "of the first one alone")
    #expect(after.anomalies.map(\.facts?.from) == [.dispatched])
  }

  @Test("is moved, given to somebody else, given up, and put back by an undo", .verifies("TML-12"))
  func changed() throws {
    var (town, order) = try Self.town()
    try town.submit(Self.further(order, Town.ana, Town.at(10, days: 1), replacing: Town.bo))
    let moved = try #require(try town.order(order).furtherVisits.first)
    #expect(moved.start == Town.at(10, days: 1) && moved.activeAssignment?.technician == Town.ana)
    #expect(try town.order(order).openVisit == order.openVisit)
    #expect(
      town.refusal(of: Self.further(order, Town.bo, Town.at(11, days: 1), replacing: Town.bo))?.code
        == "changedSince")
    let given = try town.submit(
      .unassignVisit(order.id, UnassignVisit(replacing: Town.ana, visit: Self.second)))
    #expect(try town.order(order).visits.count == 1)
    let undo = Submission(
      id: Identifier(high: 8, low: 2),
      stamp: Stamp(by: Town.dispatcher, at: town.now, console: ConsoleID(high: 7, low: 1)),
      commands: given.inverse, reversal: .undoes(Identifier(high: 8, low: 1)), undoes: town.now)
    town.office = try town.office.decide(undo).after
    #expect(try town.order(order).furtherVisits == [moved])
    #expect(try town.order(order).openVisit == order.openVisit)
  }

  @Test("stays where it is when the one in hand goes back to the queue or is declined", .verifies("TML-12"))
  func firstLeaves() throws {
    var (town, order) = try Self.town()
    try town.submit(.declineVisit(order.id, DeclineVisit(reason: "ill")), by: Town.anaPerson)
    var after = try town.order(order)
    #expect(after.isUnassigned && after.openVisit == nil && after.furtherVisits.map(\.id) == [Self.second])
    try town.submit(Town.assign(after, Town.cy, Town.at(14)), override: "he can")
    after = try town.order(order)
    #expect(after.technician == Town.cy && after.furtherVisits.map(\.id) == [Self.second])
    let bare = try town.log()
    #expect(
      town.refusal(of: Self.further(bare, Town.bo, Town.at(12, days: 1), Visit.ID(high: 61, low: 9)))?.code
        == "wrongState", "where nobody has it yet, the visit is simply assigned")
  }

  @Test("a hold ends the visit of whoever says it, and nobody else's", .verifies("TML-12", "HLD-01"))
  func holds() throws {
    var (town, order) = try Self.town()
    town.now = Town.at(13)
    try town.submit(.arriveOnSite(order.id, ArriveOnSite()), by: Town.anaPerson)
    func hold(_ town: Town, _ person: Person.ID) throws -> WorkOrder {
      var town = town
      let reviewed = HoldWorkOrder(reason: .parts, note: "valve", reviewAt: town.now + .days(1))
      try town.submit(.holdWorkOrder(order.id, reviewed), by: person)
      return try town.order(order)
    }
    let bos = try hold(town, Town.boPerson)
    #expect(bos.hold != nil && bos.openVisit?.activeAssignment?.status == .onSite, "Ana is still there")
    let anas = try hold(town, Town.anaPerson)
    #expect(anas.visits.first?.assignment?.status == .notDone && anas.openVisit?.id == Self.second)
    let own = anas.part(of: Town.bo)
    #expect(own.openVisit?.id == Self.second && own.visits.count == 1)
    var both = town
    both.now = Town.at(9, days: 1)
    try both.submit(.arriveOnSite(order.id, ArriveOnSite()), by: Town.boPerson)
    let second = try hold(both, Town.boPerson)
    #expect(second.visits.last?.assignment?.status == .notDone)
    #expect(second.visits.first?.assignment?.status == .onSite)
  }

  @Test(
    "one that is declined waits with nobody, can be given to somebody else, and is not lost",
    .verifies("TML-12"))
  func declined() throws {
    var (town, order) = try Self.town()
    try town.submit(.declineVisit(order.id, DeclineVisit(reason: "on leave")), by: Town.boPerson)
    var after = try town.order(order)
    #expect(after.technician == Town.ana && after.furtherVisits.map(\.id) == [Self.second])
    #expect(after.furtherVisits.first?.activeAssignment == nil)
    var alone = town
    alone.now = Town.at(14)
    try alone.submit(
      .completeVisit(order.id, CompleteVisit(CompletionReport(did: "belt"))), by: Town.anaPerson)
    let waiting = try alone.order(order)
    #expect(waiting.isUnassigned && waiting.doneAt == nil && waiting.openVisit?.id == Self.second)
    #expect(Board(alone.office, now: alone.now).alerts.contains { $0.id.kind == .declined })
    let given = try town.submit(Self.further(order, Town.ana, Town.at(9, days: 1)))
    after = try town.order(order)
    #expect(after.visits.count == 2 && after.furtherVisits.first?.activeAssignment?.technician == Town.ana)
    let undo = Submission(
      id: Identifier(high: 8, low: 2),
      stamp: Stamp(by: Town.dispatcher, at: town.now, console: ConsoleID(high: 7, low: 1)),
      commands: given.inverse, reversal: .undoes(Identifier(high: 8, low: 1)), undoes: town.now)
    let back = try #require(town.office.decide(undo).after.order(order.id))
    #expect(back.technician == Town.ana && back.furtherVisits.first?.activeAssignment == nil)
    try town.submit(.unassignVisit(order.id, UnassignVisit(replacing: Town.ana, visit: Self.second)))
    #expect(try town.order(order).furtherVisits.isEmpty)
  }

  @Test("whoever comes next on the same day is told when it is his turn", .verifies("TML-12"))
  func sameDay() throws {
    for ends in [true, false] {
      var town = try Town()
      let order = try town.assigned(from: Town.at(11))
      try town.submit(Self.further(order, Town.bo, Town.at(14)))
      town.now = Town.at(11)
      try town.submit(.arriveOnSite(order.id, ArriveOnSite()), by: Town.anaPerson)
      town.now = Town.at(12)
      if ends {
        try town.submit(
          .completeVisit(order.id, CompleteVisit(CompletionReport(did: "belt"))), by: Town.anaPerson)
      } else {
        let held = HoldWorkOrder(reason: .parts, note: "valve", reviewAt: town.now + .days(1))
        try town.submit(.holdWorkOrder(order.id, held), by: Town.anaPerson)
        #expect(try town.order(order).openVisit?.activeAssignment?.status == .scheduled)
        try town.submit(.releaseWorkOrder(order.id, ReleaseWorkOrder(visit: nil)))
      }
      let next = try #require(town.order(order).openVisit)
      #expect(next.id == Self.second && next.activeAssignment?.status == .dispatched)
      #expect(next.activeAssignment?.dispatchedAt == town.now)
    }
  }

  @Test("a promise that the first one kept is none of the next one", .verifies("TML-12", "TML-07"))
  func promise() throws {
    var (town, order) = try Self.town()
    let window = Town.range(Town.at(13), Town.at(14))
    town.office.orders.change(order.id) { $0.window = window }
    #expect(try town.order(order).openPromise == window)
    let bo = try town.technician(Town.bo)
    let index = town.office.scheduleIndex(at: town.now)
    let rules = town.office.brokenRules(
      order: try town.order(order).facing(Self.second), technician: bo, start: Town.at(9, days: 1),
      length: .hours(1), in: index, further: Self.second)
    #expect(!rules.contains { $0.rule == .outsideWindow })
    town.now = Town.at(13)
    try town.submit(.arriveOnSite(order.id, ArriveOnSite()), by: Town.anaPerson)
    town.now = Town.at(14)
    try town.submit(
      .completeVisit(order.id, CompleteVisit(CompletionReport(did: "belt"))), by: Town.anaPerson)
    let after = try town.order(order)
    #expect(after.openPromise == nil && after.window == window)
    #expect(after.latestArrival(planned: Town.at(9, days: 1)) == Town.at(9, days: 1) + .minutes(15))
  }

  @Test("a day's report is taken on its day, told or not", .verifies("TML-12"))
  func dayByDay() throws {
    var town = try Town()
    let order = try town.assigned(from: Town.at(13))
    try town.submit(Self.further(order, Town.ana, Town.at(9, days: 1)))
    let done = Command.completeVisit(order.id, CompleteVisit(CompletionReport(did: "a day's work")))
    try town.submit(done, by: Town.anaPerson)
    try town.submit(done, by: Town.anaPerson)
    #expect(try town.order(order).openVisit?.id == Self.second, "the first day said twice")
    town.now = Town.at(17, days: 1)
    try town.submit(done, by: Town.anaPerson)
    #expect(try town.order(order).status == .review, "the second day, and the same words")
  }

  @Test(
    "an undo of the first assignment leaves it to be given again, and redo does", .verifies("TML-12", "UX-05")
  )
  func firstUndone() throws {
    var town = try Town()
    let order = try town.log()
    let first = try town.submit(Town.assign(order, Town.ana, Town.at(13)), yes: true)
    try town.submit(Self.further(order, Town.bo, Town.at(9, days: 1)))
    func reversal(_ commands: [Command]) -> Submission {
      Submission(
        id: Identifier(high: 8, low: 2),
        stamp: Stamp(by: Town.dispatcher, at: town.now, console: ConsoleID(high: 7, low: 1)),
        commands: commands, reversal: .undoes(Identifier(high: 8, low: 1)), undoes: town.now)
    }
    let undone = try town.office.decide(reversal(first.inverse))
    let waiting = try #require(undone.after.order(order.id))
    #expect(waiting.isUnassigned && waiting.furtherVisits.map(\.id) == [Self.second])
    let redone = try undone.after.decide(reversal(undone.inverse)).after
    #expect(redone.order(order.id)?.technician == Town.ana)
  }

  @Test("a yes is asked for what the decision asks, and once", .verifies("TML-12"))
  func sameRules() throws {
    let (town, order) = try Self.town()
    let change = Self.further(order, Town.bo, Town.at(9, 30, days: 1), replacing: Town.bo)
    #expect(
      !town.office.brokenRules(of: [change], by: Town.dispatcher, at: town.now).contains {
        $0.rule == .overlap
      })
    #expect(town.refusal(of: change) == nil)
  }
}
