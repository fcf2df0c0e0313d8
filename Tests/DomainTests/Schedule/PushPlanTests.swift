import Domain
import TestSupport
import Testing

@Suite("Pushing a technician's day")
struct PushPlanTests {
  @Test("moves what comes later that day, and neither what has begun nor another day", .verifies("TML-09"))
  func moves() throws {
    var town = try Town()
    let begun = try town.assigned(from: Town.at(9))
    try town.submit(.startTravel(begun.id, StartTravel()), by: Town.anaPerson)
    let first = try town.assigned(from: Town.at(11), minutes: 30)
    let second = try town.assigned(from: Town.at(13))
    let tomorrow = try town.assigned(from: Town.at(24 + 9))
    let plan = town.office.pushPlan(
      of: Town.ana, by: .minutes(30), from: Town.at(9), for: .dispatcher, at: town.now)
    #expect(plan.moves.map(\.number) == [first.number, second.number])
    #expect(plan.moves.map(\.to.start) == [Town.at(11, 30), Town.at(13, 30)])
    #expect(plan.moves.allSatisfy { $0.broken.isEmpty }, "they keep their distance to each other")
    try town.submit(plan.commands[0], plan.commands[1])
    #expect(try town.order(second).openVisit?.start == Town.at(13, 30))
    #expect(try town.order(begun).openVisit?.start == Town.at(9))
    #expect(try town.order(tomorrow).openVisit?.start == Town.at(24 + 9))
  }

  @Test("leaves pinned and promised times where they are, and says so", .verifies("TML-09", "TML-14"))
  func holds() throws {
    var town = try Town()
    let pinned = try town.assigned(from: Town.at(11))
    try town.submit(.pinVisit(pinned.id, PinVisit(.time, replacing: nil)))
    let promised = try town.log { $0.window = Town.range(Town.at(12, 30), Town.at(13)) }
    try town.submit(Town.assign(promised, Town.ana, Town.at(12, 30)), override: "for the test")
    let free = try town.assigned(from: Town.at(14))
    let plan = town.office.pushPlan(
      of: Town.ana, by: .minutes(-45), from: Town.at(11), for: .dispatcher, at: town.now)
    #expect(plan.moves.map(\.number) == [free.number])
    #expect(plan.holding.map(\.number) == [pinned.number, promised.number])
    #expect(plan.holding.map(\.isPromised) == [false, true])
    #expect(plan.moves[0].broken.map(\.rule) == [.overlap], "it would run into what holds")
    try town.submit(.pinVisit(promised.id, PinVisit(.nothing, replacing: nil)))
    let again = town.office.pushPlan(
      of: Town.ana, by: .minutes(-45), from: Town.at(11), for: .dispatcher, at: town.now)
    #expect(again.moves.map(\.number) == [promised.number, free.number], "somebody said that it is free")
  }
}
