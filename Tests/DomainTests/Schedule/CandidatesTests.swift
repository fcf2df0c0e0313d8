import Domain
import TestSupport
import Testing

@Suite("Candidates for an order")
struct CandidatesTests {
  private func candidates(_ town: Town, _ order: WorkOrder) throws -> Candidates {
    town.office.candidates(for: try town.order(order), at: town.now)
  }

  /// Of a new order for air.
  private func forNew(
    _ town: inout Town, at site: Site.ID = Town.hospital, minutes: Int64 = 60
  ) throws -> Candidates {
    let order = try town.log("hvac", at: site, minutes: minutes)
    return try candidates(town, order)
  }

  @Test("are those with skill and time, with slot, travel, fit and reasons", .verifies("REC-01"))
  func ranked() throws {
    var town = try Town()
    let order = try town.log("hvac")
    let found = try candidates(town, order)
    #expect(found.eligible.map(\.handle) == ["ana", "bo"])
    let ana = try #require(found.best)
    #expect(ana.range == Town.range(Town.at(10, 55), Town.at(11, 55)))
    #expect(ana.travel.span == .minutes(13))
    #expect(ana.from == .home)
    #expect(!ana.from.isKnown)
    #expect(ana.skill == SkillRequirement(trade: Trade("hvac"), level: 3))
    #expect([ana.loadBefore, ana.loadAfter] == [0, 13])
    #expect(ana.facts == [.freeNow, .nothingMoves])
    #expect(ana.warnings.isEmpty)
    #expect(town.refusal(of: Town.assign(order, ana.id, ana.arrival)) == nil)
    #expect(found.others.map(\.handle) == ["cy"])
    #expect(
      found.others.first?.reasons.map(\.evidence) == [
        .skill(needed: SkillRequirement(trade: Trade("hvac"), level: 1), held: nil, expiredOn: nil)
      ])
  }

  @Test("come by arrival, then by the way, the load and the handle")
  func order() throws {
    var town = try Town()
    town.change(Town.bo) { $0.home = Coordinates(latitude: 53.40, longitude: -2.91) }
    let found1 = try forNew(&town)
    #expect(found1.eligible.map(\.handle) == ["bo", "ana"])
    town.change(Town.bo) { $0.home = Coordinates(latitude: 53.40, longitude: -2.99) }
    _ = try town.assigned(Town.ana, from: Town.at(14))
    let found2 = try forNew(&town)
    #expect(found2.eligible.map(\.handle) == ["bo", "ana"])
  }

  @Test("after present work: from its site, when it is expected to be over")
  func presentWork() throws {
    var town = try Town()
    let present = try town.assigned(from: Town.at(10), at: Town.library)
    town.now = Town.at(10, 5)
    try town.submit(.arriveOnSite(present.id, ArriveOnSite()), by: Town.anaPerson)
    town.now = Town.at(10, 42)
    town.change(Town.bo) { $0.isActive = false }
    let found3 = try forNew(&town, minutes: 30)
    let ana = try #require(found3.best)
    #expect(ana.from == .visit(present.number))
    #expect(ana.from.isKnown)
    #expect(ana.arrival == Town.at(11, 17))
    #expect(ana.facts.first == .freeFrom(Town.at(11, 5), after: present.number))
    #expect([ana.loadBefore, ana.loadAfter] == [13, 19])
  }

  @Test("told work that should have begun is expected first")
  func lateStart() throws {
    var town = try Town()
    let late = try town.assigned(from: Town.at(9), at: Town.hospital)
    town.change(Town.bo) { $0.isActive = false }
    let found4 = try forNew(&town, minutes: 15)
    let ana = try #require(found4.best)
    #expect(ana.from == .visit(late.number))
    #expect(ana.arrival == Town.at(11, 42), "as soon as the late one is expected to be over")
  }

  @Test("fit between two visits with the way on, and past breaks and absences")
  func gaps() throws {
    var town = try Town()
    town.change(Town.bo) { $0.isActive = false }
    _ = try town.assigned(from: Town.at(11, 30), at: Town.hospital)
    let found5 = try forNew(&town, at: Town.library, minutes: 30)
    #expect(found5.best?.arrival == Town.at(10, 45))
    let long = try town.log("hvac", at: Town.library, minutes: 60)
    #expect(try candidates(town, long).best?.arrival == Town.at(12, 42))
    let absence = Absence(from: Town.at(12, 30), to: Town.at(14), reason: "dentist")
    try town.submit(.addAbsence(Town.ana, AddAbsence(absence)))
    #expect(try candidates(town, long).best?.arrival == Town.at(14))
  }

  @Test("the customer's window is kept, and its end warned of")
  func window() throws {
    var town = try Town()
    let afternoon = try town.log("hvac") { $0.window = Town.range(Town.at(13), Town.at(15)) }
    #expect(try candidates(town, afternoon).best?.arrival == Town.at(13))
    let missed = try town.log("hvac") { $0.window = Town.range(Town.at(8), Town.at(9)) }
    #expect(try candidates(town, missed).best?.warnings.map(\.rule) == [.outsideWindow])
  }

  @Test("everybody else comes with each reason: skill, off, absent, full, gone")
  func reasons() throws {
    var town = try Town()
    try town.submit(.setPresence(Town.bo, SetPresence(.off, replacing: .available)), by: Town.boPerson)
    let order = try town.log("hvac") { $0.skills = [SkillRequirement(trade: Trade("hvac"), level: 2)] }
    town.change(Town.cy) { $0.isActive = false }
    let found = try candidates(town, order)
    #expect(found.eligible.map(\.handle) == ["ana"])
    let bo = try #require(found.others.first { $0.handle == "bo" })
    #expect(bo.reasons.map(\.rule) == [.skill, .notWorking])
    #expect(bo.reasons.last?.evidence == .notWorking(.off, until: Town.at(31)))
    let cy = try #require(found.others.first { $0.handle == "cy" })
    #expect(cy.reasons.last?.evidence == .notWorking(.inactive, until: nil))
  }

  @Test("who has no gap left today is none while somebody else has one, and counts when nobody has")
  func fullDay() throws {
    var town = try Town()
    let long = try town.assigned(Town.ana, from: Town.at(10, 42), minutes: 280)
    let order = try town.log("hvac")
    let found = try candidates(town, order)
    #expect(found.eligible.map(\.handle) == ["bo"])
    let ana = try #require(found.others.first { $0.handle == "ana" })
    #expect(
      ana.reasons.first?.evidence
        == .overlap(
          order: long.number, Town.range(Town.at(10, 42), Town.at(15, 22)), freeFrom: Town.at(15, 22)))
    try town.submit(
      .setPresence(Town.bo, SetPresence(.unavailable, replacing: .available)), by: Town.boPerson)
    #expect(try candidates(town, order).eligible.map(\.arrival) == [Town.at(31, 13), Town.at(31, 13)])
    town.now = Town.at(20)
    #expect(try candidates(town, order).best?.arrival == Town.at(31, 13), "the next morning, from home")
  }

  @Test("who was here before is told, by open work and by the equipment's history")
  func familiar() throws {
    var town = try Town()
    let past = try town.assigned(from: Town.at(9))
    try town.submit(.arriveOnSite(past.id, ArriveOnSite()), by: Town.anaPerson)
    try town.submit(
      .completeVisit(past.id, CompleteVisit(CompletionReport(did: "reset"))), by: Town.anaPerson)
    for number in [past.number, 12_001, 12_002] {
      let record = ServiceRecord(
        order: number, closedAt: Town.at(0), technician: Town.ana, did: "belt", cause: nil, parts: [],
        work: nil,
        cost: nil)
      town.office.equipment.change(Town.airHandler) { $0.history.append(record) }
    }
    let found6 = try forNew(&town)
    let ana = try #require(found6.best)
    #expect(ana.handle == "ana", "on the spot, so nearer than anybody")
    #expect(ana.from == .lastSeen(Town.hospital, at: town.now))
    #expect(ana.facts == [.freeNow, .hereBefore(times: 3), .nothingMoves])
  }

  @Test("who is on call answers at night")
  func night() throws {
    var town = try Town()
    let turn = OnCallTurn(technician: Town.bo, trade: nil, from: Town.at(18), to: Town.at(30))
    try town.submit(.setOnCall(SetOnCall(turn)), by: Town.supervisor)
    town.now = Town.at(20)
    let found = try forNew(&town)
    #expect(found.eligible.map(\.handle) == ["bo"])
    #expect(found.best?.facts == [.freeNow, .onCall, .nothingMoves])
    #expect(
      found.others.first { $0.handle == "ana" }?.reasons.map(\.evidence)
        == [.notWorking(.outsideShift, until: Town.at(31))])
  }

  @Test("the order's own visit does not stand in its way")
  func reassign() throws {
    var town = try Town()
    town.change(Town.bo) { $0.isActive = false }
    let order = try town.assigned(from: Town.at(10, 55))
    let best = try #require(try candidates(town, order).best)
    #expect(best.arrival == Town.at(10, 55))
    #expect([best.loadBefore, best.loadAfter] == [0, 13])
  }

  @Test("an office without technicians has no candidates")
  func nobody() throws {
    var town = try Town()
    let order = try town.log()
    for id in [Town.ana, Town.bo, Town.cy] { town.office.technicians[id] = nil }
    let found = try candidates(town, order)
    #expect(found.best == nil)
    #expect(found.others.isEmpty)
  }
}
