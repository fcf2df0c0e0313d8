import Domain
import TestSupport
import Testing

@Suite("Previews of moves")
struct MovePreviewTests {
  private func preview(
    _ town: Town, _ order: WorkOrder, to technician: Technician.ID = Town.ana, _ start: Timestamp,
    minutes: Int64 = 60, role: Domain.Role = .dispatcher
  ) throws -> MovePreview {
    let spot = MovePreview.Spot(technician: technician, start: start, length: .minutes(minutes))
    return try #require(town.office.preview(try town.order(order), to: spot, for: role, at: town.now))
  }

  @Test("lists every rule that would break, the gravest first, and what holds", .verifies("TML-04"))
  func everyRule() throws {
    var town = try Town()
    let order = try town.log {
      $0.window = Town.range(Town.at(11), Town.at(12))
      $0.moneyLimit = Money(hundredths: 40_000)
    }
    try town.submit(Town.assign(order, Town.ana, Town.at(11)), override: "for the test")
    let other = try town.assigned(Town.cy, from: Town.at(14))
    let preview = try preview(town, order, to: Town.cy, Town.at(14, 45))
    #expect(preview.broken.map(\.rule) == [.skill, .overlap, .outsideWindow, .overtime])
    #expect(preview.broken.map(\.severity) == [.block, .block, .warn, .warn])
    #expect(preview.kept == [.notWorking, .breaks, .travel, .moneyLimit])
    guard case .overlap(let number, _, let free) = preview.broken[1].evidence else { return }
    #expect(number == other.number && free == Town.at(15))
    #expect(preview.promise?.wasKept == true && preview.promise?.isKept == false)
  }

  @Test("says when the same technician is free and who else could", .verifies("TML-04"))
  func waysOut() throws {
    var town = try Town()
    let order = try town.assigned(from: Town.at(13))
    _ = try town.assigned(from: Town.at(11))
    let preview = try preview(town, order, Town.at(11, 15), minutes: 30)
    #expect(preview.waysOut == [.later(Town.at(12, 30)), .another(Town.bo)])
  }

  @Test("shows the load of both technicians before and after", .verifies("TML-03"))
  func loads() throws {
    var town = try Town()
    let order = try town.assigned(from: Town.at(13))
    _ = try town.assigned(Town.bo, from: Town.at(9), minutes: 120)
    let loads = try preview(town, order, to: Town.bo, Town.at(13), minutes: 120).loads
    #expect(loads.map(\.technician) == [Town.ana, Town.bo])
    #expect(loads.map(\.before) == [13, 25] && loads.map(\.after) == [0, 50])
    let same = try preview(town, order, Town.at(14), minutes: 30).loads
    #expect(same.map(\.before) == [13] && same.map(\.after) == [6])
  }

  @Test("says what becomes of the clocks that still run", .verifies("TML-03"))
  func clocks() throws {
    var sample = try SampleOffice()
    let id = try sample.log(priority: .p1)
    try sample.assign(id, at: sample.now + .minutes(10))
    let order = try sample.order(id)
    let due = try sample.clock(id, .response).dueAt
    let spot = { (start: Timestamp) in
      MovePreview.Spot(technician: SampleOffice.ana, start: start, length: .minutes(30))
    }
    for (start, isMet) in [(due, true), (due + .minutes(1), false)] {
      let preview = sample.office.preview(order, to: spot(start), for: .owner, at: sample.now)
      let clock = preview?.clocks.first { $0.kind == .response }
      #expect(clock?.isMet == isMet && clock?.dueAt == due && clock?.reachedAt == start)
    }
  }

  @Test("weighs a rule by the role of who asks, and forbids what no reason passes", .verifies("TML-04"))
  func roles() throws {
    var town = try Town()
    let order = try town.assigned(from: Town.at(13))
    _ = try town.assigned(from: Town.at(11))
    var limits = town.office.limits
    limits.severitiesByRole[.overlap] = [.dispatcher: .forbid, .supervisor: .warn]
    try town.submit(.changeOffice(ChangeOffice(limits: limits)), by: Town.owner)
    for (role, severity) in [
      (Domain.Role.dispatcher, Severity.forbid), (.supervisor, .warn), (.owner, .block)
    ] {
      #expect(try preview(town, order, Town.at(11), role: role).severity == severity)
    }
    let move = Command.moveVisit(
      order.id, MoveVisit(start: Town.at(11), replacingStart: Town.at(13), replacingTechnician: Town.ana))
    for override in [nil, "the customer begged"] {
      guard case .broken(let broken) = town.refusal(of: move, override: override, yes: true) else {
        Issue.record("a dispatcher passed what is forbidden to dispatchers")
        return
      }
      #expect(broken.severity == .forbid)
    }
    #expect(town.refusal(of: move, by: Town.supervisor, yes: true) == nil)
    #expect(town.refusal(of: move, by: Town.owner, override: "my office") == nil)
  }

  @Test("knows nothing of an order without a visit")
  func none() throws {
    var town = try Town()
    let order = try town.log()
    let spot = MovePreview.Spot(technician: Town.ana, start: Town.at(11), length: .minutes(60))
    #expect(town.office.preview(order, to: spot, for: nil, at: town.now) == nil)
  }
}
