import Domain
import TestSupport
import Testing

@Suite("A warning that stands against a visit where it is")
struct StandingWarningTests {
  /// A visit at 13:00, agreed for a site that lets nobody in before Wednesday.
  private func town() throws -> (Town, WorkOrder) {
    var town = try Town()
    town.office.sites.change(Town.hospital) { $0.hours = try? OpeningHours("Wed 09:00-17:00") }
    let order = try town.log(at: Town.hospital)
    try town.submit(Town.assign(order, Town.ana, Town.at(13)), yes: true)
    return (town, try town.order(order))
  }

  private func move(_ order: WorkOrder, to start: Timestamp, _ technician: Technician.ID? = nil) -> Command {
    .moveVisit(
      order.id,
      MoveVisit(
        start: start, technician: technician, replacingStart: Town.at(13), replacingTechnician: Town.ana))
  }

  @Test("is not asked again when it moves, whether it is moved, given anew or pushed", .verifies("TML-04"))
  func notAgain() throws {
    let (town, order) = try town()
    #expect(town.refusal(of: move(order, to: Town.at(13, 30))) == nil)
    #expect(town.refusal(of: Town.assign(order, Town.ana, Town.at(13, 30), replacing: Town.ana)) == nil)
    let push = town.office.pushPlan(
      of: Town.ana, by: .minutes(30), from: Town.at(12), for: .dispatcher, at: town.now)
    #expect(push.commands.count == 1)
    #expect(town.refusal(of: push.commands[0]) == nil)
    #expect(
      town.office.brokenRules(of: push.commands, by: Town.dispatcher, at: town.now).isEmpty)
  }

  @Test("is asked of somebody else, and what is new is asked of him", .verifies("TML-04"))
  func asked() throws {
    let (town, order) = try town()
    func rule(_ command: Command) -> Rule? {
      if case .broken(let broken)? = town.refusal(of: command) { broken.rule } else { nil }
    }
    #expect(rule(move(order, to: Town.at(13), Town.bo)) == .outsideWindow)
    #expect(rule(move(order, to: Town.at(15))) == .overtime)
  }
}
