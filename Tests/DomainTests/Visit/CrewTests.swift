import Domain
import TestSupport
import Testing

@Suite("Crews")
struct CrewTests {
  private static func move(_ order: WorkOrder, to start: Timestamp) -> Command {
    .moveVisit(
      order.id,
      MoveVisit(
        start: start, replacingStart: order.openVisit?.start, replacingTechnician: order.technician))
  }

  private static func crewed(_ town: inout Town) throws -> WorkOrder {
    let order = try town.assigned(from: Town.at(13))
    try town.submit(.crewVisit(order.id, CrewVisit([Town.bo], replacing: [])))
    return try #require(town.office.order(order.id))
  }

  @Test("who comes along is busy as long, and goes where the visit goes", .verifies("TML-11"))
  func busy() throws {
    var town = try Town()
    let order = try Self.crewed(&town)
    let own = ScheduleIndex(town.office, at: town.now).visits(of: Town.bo)
    #expect(own.map(\.order) == [order.id] && own.allSatisfy(\.isHelp))
    #expect(own.map(\.range) == ScheduleIndex(town.office, at: town.now).visits(of: Town.ana).map(\.range))
    #expect(ScheduleIndex(town.office, at: town.now, only: Town.bo).visits(of: Town.bo) == own)
    let other = try town.log()
    let bo = try #require(town.office.technician(Town.bo))
    func rules() -> [Rule] {
      town.office.brokenRules(
        order: other, technician: bo, start: Town.at(13), length: .minutes(30), at: town.now
      ).map(\.rule)
    }
    #expect(rules().contains(.overlap))
    try town.submit(Self.move(order, to: Town.at(14)))
    let moved = ScheduleIndex(town.office, at: town.now).visits(of: Town.bo)
    #expect(moved.map(\.range.start) == [Town.at(14)])
    #expect(!rules().contains(.overlap))
  }

  @Test(
    "each may have a word for what he is there for, which goes with him and comes back by an undo",
    .verifies("TML-11"))
  func roles() throws {
    var town = try Town()
    let order = try Self.crewed(&town)
    func visit() throws -> Visit { try #require(town.office.order(order.id)?.openVisit) }
    let named = CrewVisit([Town.bo], replacing: [Town.bo], roles: [CrewRole(Town.bo, "apprentice")])
    let decision = try town.submit(.crewVisit(order.id, named))
    #expect(try visit().role(of: Town.bo) == "apprentice")
    #expect(try town.submit(.crewVisit(order.id, named)).events.isEmpty, "it is so already")
    for command in decision.inverse { try town.submit(command) }
    #expect(try visit().role(of: Town.bo) == nil && visit().helpers == [Town.bo])
    try town.submit(.crewVisit(order.id, named))
    try town.submit(.crewVisit(order.id, CrewVisit([], replacing: [Town.bo], roles: named.roles)))
    #expect(try visit().roles == nil && visit().helpers == nil)
    let long = [CrewRole(Town.bo, String(repeating: "a", count: 41))]
    let refusal = town.refusal(of: .crewVisit(order.id, CrewVisit([Town.bo], replacing: [], roles: long)))
    guard case .fault(let fault)? = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
    #expect(fault.field == "role")
  }

  @Test("a visit is moved to no hour at which somebody who comes along cannot", .verifies("TML-11"))
  func judged() throws {
    var town = try Town()
    let order = try Self.crewed(&town)
    let away = Absence(from: Town.at(14), to: Town.at(18), reason: "dentist")
    town.change(Town.bo) { $0.absences = [away] }
    #expect(town.refusal(of: Self.move(order, to: Town.at(14, 15)))?.code == "notWorking")
    #expect(town.refusal(of: Self.move(order, to: Town.at(12, 30))) == nil)
    var free = try Town()
    let other = try free.assigned(from: Town.at(13))
    free.change(Town.bo) { $0.absences = [away] }
    #expect(free.refusal(of: Self.move(other, to: Town.at(14, 15))) == nil, "nobody comes along")
  }

  @Test("is refused for who does it, who is busy, and where somebody else has changed it meanwhile")
  func refused() throws {
    var town = try Town()
    let order = try Self.crewed(&town)
    func refusal(_ helpers: [Technician.ID], _ replacing: [Technician.ID]) -> String? {
      town.refusal(of: .crewVisit(order.id, CrewVisit(helpers, replacing: replacing)))?.code
    }
    #expect(refusal([Town.ana], [Town.bo]) == "missing")
    #expect(refusal([Town.bo, Town.bo], [Town.bo]) == "missing")
    #expect(refusal([Town.cy], []) == "changedSince")
    let waiting = try town.log()
    #expect(
      town.refusal(of: .crewVisit(waiting.id, CrewVisit([Town.bo], replacing: [])))?.code == "wrongState")
    let away = Absence(from: Town.at(12), to: Town.at(18), reason: "dentist")
    town.change(Town.cy) { $0.absences = [away] }
    #expect(refusal([Town.bo, Town.cy], [Town.bo]) == "notWorking")
  }

  @Test("an undo brings back who came along before", .verifies("UX-05"))
  func undone() throws {
    var town = try Town()
    let order = try Self.crewed(&town)
    let off = Command.crewVisit(order.id, CrewVisit([], replacing: [Town.bo]))
    let decision = try town.submit(off)
    #expect(town.office.order(order.id)?.openVisit?.helpers == nil)
    #expect(ScheduleIndex(town.office, at: town.now).visits(of: Town.bo).isEmpty)
    for command in decision.inverse { try town.submit(command) }
    #expect(town.office.order(order.id)?.openVisit?.helpers == [Town.bo])
  }
}
