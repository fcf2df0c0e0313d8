import TestSupport
import Testing

@testable import Domain

@Suite("Work that is called off while somebody is out for it")
struct UnreachedTests {
  private func card(_ town: Town) throws -> TechnicianCard {
    try #require(Board(town.office, now: town.now).technicians.first { $0.handle == "ana" })
  }

  private func alert(_ town: Town) -> Alert? {
    Board(town.office, now: town.now).alerts.first { $0.id.kind == .notReached }
  }

  @Test("asks before, and he is where he is until he is reached", .verifies("EXC-09", "BRD-02"))
  func onSite() throws {
    var town = try Town()
    let order = try town.log()
    try town.submit(Town.assign(order, Town.ana, Town.at(11)))
    try town.submit(.startTravel(order.id, StartTravel()), by: Town.anaPerson)
    let cancel = Command.cancelWorkOrder(order.id, CancelWorkOrder(reason: .customer, words: ""))
    #expect(town.refusal(of: cancel)?.code == "underWay")
    town.now += .minutes(10)
    try town.submit(.arriveOnSite(order.id, ArriveOnSite()), by: Town.anaPerson)
    guard case .broken(let broken)? = town.refusal(of: cancel) else {
      Issue.record("nobody was warned")
      return
    }
    #expect(broken.severity == .warn && broken.evidence == .onSite("ana", since: town.now))
    try town.submit(cancel, yes: true)
    #expect(try card(town).shown == .onSite)
    let raised = try #require(alert(town))
    #expect(raised.severity == .high && raised.technicianID == Town.ana)
    #expect(raised.evidence == .unreached(.onSite, since: town.now))
    town.now += .hours(3)
    let kinds = Board(town.office, now: town.now).alerts.map(\.id.kind)
    #expect(!kinds.contains(.overrun) && !kinds.contains(.noCheckIn), "he works on nothing")
    try town.submit(.changeAlert(raised.id, ChangeAlert(.resolved(note: "phoned her"), replacing: nil)))
    #expect(alert(town) == nil)
    #expect(try card(town).shown == .available)
  }

  @Test("who has gone on to other work is shown there, and what is called off warns whatever the rule is")
  func goneOn() throws {
    var town = try Town()
    let off = try town.log()
    try town.submit(Town.assign(off, Town.ana, Town.at(11)))
    try town.submit(.startTravel(off.id, StartTravel()), by: Town.anaPerson)
    try town.submit(.arriveOnSite(off.id, ArriveOnSite()), by: Town.anaPerson)
    var limits = town.office.limits
    limits.severities[.underWay] = .forbid
    try town.submit(.changeOffice(ChangeOffice(limits: limits)), by: Town.owner)
    let cancel = Command.cancelWorkOrder(off.id, CancelWorkOrder(reason: .customer, words: ""))
    try town.submit(cancel, yes: true)
    #expect(try card(town).now == off.number)
    let next = try town.log()
    try town.submit(Town.assign(next, Town.ana, Town.at(13)), override: "for the test")
    town.now += .minutes(20)
    try town.submit(.startTravel(next.id, StartTravel()), by: Town.anaPerson)
    #expect(try card(town).now == next.number && card(town).shown == .travelling)
    #expect(alert(town)?.orderID == off.id, "nobody has reached her about it")
  }

  @Test("who was told by phone is to be called, who was told nothing is not", .verifies("EXC-09"))
  func told() throws {
    var town = try Town()
    let today = try town.log()
    try town.submit(Town.assign(today, Town.ana, Town.at(11)))
    let later = try town.log()
    try town.submit(Town.assign(later, Town.bo, Town.at(9, days: 1)), override: "for the test")
    for order in [today, later] {
      try town.submit(.cancelWorkOrder(order.id, CancelWorkOrder(reason: .customer, words: "")))
    }
    #expect(try town.order(today).unreached?.technician == Town.ana)
    #expect(try town.order(later).unreached == nil)
    #expect(alert(town)?.orderID == today.id)
    #expect(try card(town).shown == .available, "she has not set out")
    try town.submit(.reopenWorkOrder(today.id, ReopenWorkOrder(reason: "a slip", visit: nil)), by: Town.owner)
    #expect(alert(town) == nil)
  }

  @Test(
    "who comes all the same is an alert, whatever he was told and whoever had it by then",
    .verifies("EXC-09"),
    arguments: ["phoned", "written to", "taken off"])
  func cameAllTheSame(before: String) throws {
    var town = try Town()
    let order = try town.log()
    let phone = FieldText.personal(PersonalText(id: Identifier(high: 31, low: 1), words: "0151 555"))
    try town.submit(
      .editTechnician(Town.ana, EditTechnician([FieldChange(.phone, from: nil, to: phone)])), by: Town.owner)
    try town.submit(Town.assign(order, Town.ana, Town.at(11)))
    if before == "taken off" {
      try town.submit(Town.assign(order, Town.bo, Town.at(11), replacing: Town.ana))
    }
    try town.submit(.cancelWorkOrder(order.id, CancelWorkOrder(reason: .customer, words: "")))
    town.now += .minutes(5)
    let told = try #require(alert(town))
    if before == "written to" {
      let words = SendMessage(
        id: OutgoingMessage.ID(high: 30, low: 1), to: .technician, .words("off"))
      try town.submit(.sendMessage(order.id, words))
    } else {
      try town.submit(.changeAlert(told.id, ChangeAlert(.resolved(note: "phoned"), replacing: nil)))
    }
    #expect(alert(town) == nil)
    town.now += .minutes(20)
    try town.submit(.arriveOnSite(order.id, ArriveOnSite()), by: Town.anaPerson)
    let raised = try #require(alert(town))
    #expect(raised.severity == .high && raised.technicianID == Town.ana && raised.id != told.id)
    #expect(raised.evidence == .unreached(.onSite, since: town.now))
    let settled = town
    try town.submit(.changeAlert(raised.id, ChangeAlert(.resolved(note: "she goes"), replacing: nil)))
    #expect(alert(town) == nil)
    town = settled
    town.now += .minutes(5)
    try town.submit(
      .reportNotDone(order.id, ReportNotDone(reason: "nobody knew of it", nextStep: nil)), by: Town.anaPerson)
    #expect(alert(town) == nil, "she has gone again")
  }
}
