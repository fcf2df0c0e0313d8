import Domain
import Testing

@Suite("Assign, unassign, move, dispatch")
struct PlanningCommandTests {
  private let nobody = Technician.ID(high: 2, low: 99)

  @Test("an assignment that starts today is told at once, a later one when it is dispatched")
  func told() throws {
    var town = try Town()
    let today = try town.assigned(from: Town.at(11))
    #expect(today.status == .dispatched)
    let later = try town.assigned(from: Town.at(33))
    #expect(later.status == .scheduled)
    try town.submit(.dispatchVisit(later.id, DispatchVisit()))
    #expect(try town.order(later).status == .dispatched)
    #expect(try town.submit(.dispatchVisit(later.id, DispatchVisit())).events.isEmpty)
  }

  @Test("what is pencilled in is told to nobody until it is firm, and keeps no promise")
  func pencilled() throws {
    var town = try Town()
    let order = try town.log()
    func assign(_ isTentative: Bool?) throws -> Command {
      .assignVisit(
        order.id,
        AssignVisit(
          visit: Visit.ID(high: 77, low: 1), technician: Town.ana, start: Town.at(11),
          replacing: try town.order(order).technician, isTentative: isTentative))
    }
    try town.submit(assign(true))
    #expect(try town.order(order).status == .tentative)
    #expect(try town.order(order).firstAssignedAt == nil)
    #expect(try town.submit(assign(true)).events.isEmpty)
    #expect(town.office.untold(on: Town.day).isEmpty)
    let firm = try town.submit(assign(nil))
    #expect(try town.order(order).status == .dispatched)
    for command in firm.inverse { try town.submit(command) }
    #expect(try town.order(order).status == .tentative)
    try town.submit(.dispatchVisit(order.id, DispatchVisit()))
    #expect(try town.order(order).status == .dispatched)
  }

  @Test("that the hour is over is said before who was not there then; one reason passes both")
  func overAlready() throws {
    var town = try Town()
    let order = try town.log()
    let early = Town.assign(order, Town.ana, Town.at(3))
    func rule(_ refusal: Refusal?) -> Rule? {
      if case .broken(let broken)? = refusal { broken.rule } else { nil }
    }
    #expect(rule(town.refusal(of: early)) == .past)
    #expect(rule(town.refusal(of: early, yes: true)) == .past, "a reason is asked for")
    #expect(town.refusal(of: early, override: "she was there") == nil)
    var limits = Limits()
    limits.severities[.notWorking] = .warn
    try town.submit(.changeOffice(ChangeOffice(limits: limits)), by: Town.owner)
    #expect(rule(town.refusal(of: early)) == .past)
    #expect(town.refusal(of: early, yes: true) == nil)
  }

  @Test("refuses unknown technicians, lengths that are none, ended work and stale claims")
  func assignRefusals() throws {
    var town = try Town()
    let order = try town.log()
    #expect(
      town.refusal(of: Town.assign(order, nobody, Town.at(11))) == .notFound(.technician(nobody.description)))
    #expect(town.refusal(of: Town.assign(order, Town.ana, Town.at(11), minutes: 0))?.code == "missing")
    #expect(
      town.refusal(of: Town.assign(order, Town.ana, Town.at(11), minutes: 60 * 24 * 31))?.code == "missing")
    try town.submit(Town.assign(order, Town.bo, Town.at(11)))
    #expect(
      town.refusal(of: Town.assign(order, Town.ana, Town.at(11)))
        == .changedSince(.order(order.number), field: "technician", now: "bo"))
    #expect(town.refusal(of: Town.assign(order, Town.bo, Town.at(11))) == nil, "wanted already is the same")
    try town.submit(.cancelWorkOrder(order.id, CancelWorkOrder(reason: .customer, words: "")))
    for command in planning(order) {
      #expect(town.refusal(of: command) == .workEnded(order.number, .cancelled))
    }
  }

  private func planning(_ order: WorkOrder) -> [Command] {
    [
      Town.assign(order, Town.ana, Town.at(11)), .unassignVisit(order.id, UnassignVisit(replacing: Town.bo)),
      .moveVisit(
        order.id, MoveVisit(start: Town.at(12), replacingStart: Town.at(11), replacingTechnician: Town.bo)),
      .dispatchVisit(order.id, DispatchVisit())
    ]
  }

  @Test("a visit given to somebody else leaves the first, who may still report on it")
  func reassigned() throws {
    var town = try Town()
    let order = try town.assigned(from: Town.at(11))
    try town.submit(Town.assign(order, Town.bo, Town.at(11), replacing: Town.ana))
    let after = try town.order(order)
    #expect(after.technician == Town.bo)
    #expect(after.visits.count == 1)
    #expect(ScheduleIndex(town.office, at: town.now).visits(of: Town.ana).isEmpty)
    #expect(after.formerTechnicians == [Town.ana])
    #expect(after.wasEver(of: Town.ana))
  }

  @Test("somebody on site is not sent away, only the length changes; somebody on the way is")
  func onSite() throws {
    var town = try Town()
    let order = try town.assigned(from: Town.at(10, 30))
    try town.submit(.startTravel(order.id, StartTravel()), by: Town.anaPerson)
    #expect(town.refusal(of: Town.assign(order, Town.bo, Town.at(11), replacing: Town.ana), yes: true) == nil)
    try town.submit(.arriveOnSite(order.id, ArriveOnSite()), by: Town.anaPerson)
    let refused = Refusal.wrongState(order.number, .onSite, wanted: .planned)
    #expect(town.refusal(of: Town.assign(order, Town.bo, Town.at(11), replacing: Town.ana)) == refused)
    #expect(town.refusal(of: Town.assign(order, Town.ana, Town.at(12), replacing: Town.ana)) == refused)
    #expect(town.refusal(of: .unassignVisit(order.id, UnassignVisit(replacing: Town.ana))) == refused)
    try town.submit(Town.assign(order, Town.ana, Town.at(10, 30), minutes: 90, replacing: Town.ana))
    #expect(try town.order(order).openVisit?.estimate == .minutes(90))
    #expect(try town.order(order).status == .onSite)
  }

  @Test("unassigning gives the order back to the queue, from whoever the claimant saw")
  func unassign() throws {
    var town = try Town()
    let order = try town.assigned(from: Town.at(11))
    #expect(
      town.refusal(of: .unassignVisit(order.id, UnassignVisit(replacing: Town.bo)))
        == .changedSince(.order(order.number), field: "technician", now: "ana"))
    try town.submit(.unassignVisit(order.id, UnassignVisit(replacing: Town.ana)))
    #expect(try town.order(order).isUnassigned)
    #expect(try town.submit(.unassignVisit(order.id, UnassignVisit(replacing: Town.ana))).events.isEmpty)
    #expect(town.refusal(of: .dispatchVisit(order.id, DispatchVisit()))?.code == "wrongState")
  }

  @Test("a visit moves in time, in length and to somebody else, as the claimant saw it")
  func move() throws {
    var town = try Town()
    let waiting = try town.log()
    let plain = MoveVisit(start: Town.at(12, 30), replacingStart: nil, replacingTechnician: nil)
    #expect(
      town.refusal(of: .moveVisit(waiting.id, plain))
        == .wrongState(waiting.number, .triage, wanted: .planned))
    let order = try town.assigned(from: Town.at(11))
    let stale = MoveVisit(start: Town.at(13), replacingStart: Town.at(10), replacingTechnician: Town.ana)
    #expect(
      town.refusal(of: .moveVisit(order.id, stale))
        == .changedSince(.order(order.number), field: "start", now: Town.at(11).rfc3339))
    let gone = MoveVisit(start: Town.at(13), replacingStart: Town.at(11), replacingTechnician: Town.bo)
    #expect(
      town.refusal(of: .moveVisit(order.id, gone))
        == .changedSince(.order(order.number), field: "technician", now: "ana"))
    let timeless = MoveVisit(start: nil, replacingStart: Town.at(11), replacingTechnician: Town.ana)
    #expect(
      town.refusal(of: .moveVisit(order.id, timeless))
        == .wrongState(order.number, .dispatched, wanted: .unassigned))
    let good = MoveVisit(
      start: Town.at(13), length: .minutes(45), technician: Town.bo, replacingStart: Town.at(11),
      replacingTechnician: Town.ana)
    try town.submit(.moveVisit(order.id, good))
    let visit = try #require(try town.order(order).openVisit)
    #expect(visit.range == Town.range(Town.at(13), Town.at(13, 45)))
    #expect(visit.activeAssignment?.technician == Town.bo)
    #expect(try town.submit(.moveVisit(order.id, good)).events.isEmpty)
  }

  @Test("moving keeps the rules")
  func moveBreaksRules() throws {
    var town = try Town()
    let order = try town.assigned(from: Town.at(11))
    let night = MoveVisit(start: Town.at(20), replacingStart: Town.at(11), replacingTechnician: Town.ana)
    #expect(town.refusal(of: .moveVisit(order.id, night))?.code == "notWorking")
    #expect(town.refusal(of: .moveVisit(order.id, night), override: "agreed with Ana") == nil)
  }

  @Test("a held order may be planned ahead and stays held")
  func held() throws {
    var town = try Town()
    let order = try town.log()
    try town.submit(.holdWorkOrder(order.id, HoldWorkOrder(reason: .parts, note: "belt on Thursday")))
    try town.submit(Town.assign(order, Town.ana, Town.at(48 + 9)))
    #expect(try town.order(order).status == .held)
    try town.submit(.releaseWorkOrder(order.id, ReleaseWorkOrder(visit: Visit.ID(high: 61, low: 1))))
    #expect(try town.order(order).status == .scheduled)
    #expect(try town.order(order).visits.count == 1)
  }
}
