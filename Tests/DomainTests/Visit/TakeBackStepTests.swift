import Domain
import TestSupport
import Testing

@Suite("A step that was a slip")
struct TakeBackStepTests {
  private func slip(_ step: AssignmentStatus, _ order: WorkOrder) throws -> Command {
    .takeBackStep(order.id, TakeBackStep(step, of: try #require(order.openVisit?.id)))
  }

  @Test("leaves the visit, its clocks and its times as they were before", .verifies("TEC-04", "TEC-07"))
  func takenBack() throws {
    var town = try Town()
    let order = try town.assigned(from: Town.at(11))
    var before: [WorkOrder] = [try town.order(order)]
    for (step, _) in VisitFactTests.steps(order.id).prefix(3) {
      try town.submit(step, by: Town.anaPerson)
      before.append(try town.order(order))
    }
    #expect(try town.order(order).firstOnSiteAt != nil && town.technician().lastPlace != nil)
    for (step, was) in [(AssignmentStatus.onSite, 2), (.travelling, 1), (.accepted, 0)] {
      let events = try town.submit(try slip(step, try town.order(order)), by: Town.anaPerson).events
      #expect(events.count == 1, "\(step)")
      let (now, then) = (try town.order(order), before[was])
      #expect(now.status == then.status && now.firstOnSiteAt == then.firstOnSiteAt)
      #expect(now.visits == then.visits, "\(step)")
      #expect(now.anomalies == then.anomalies)
      #expect(try town.submit(try slip(step, now), by: Town.anaPerson).events.isEmpty, "once")
    }
    #expect(try town.technician().lastPlace == nil, "nobody was there")
    try town.submit(.acceptVisit(order.id, AcceptVisit()), by: Town.anaPerson)
    #expect(try town.order(order).status == .accepted, "the step is reported again when it is so")
  }

  @Test("takes its anomaly with it, and the clock that the arrival had stopped runs on", .verifies("TEC-04"))
  func clocks() throws {
    var town = try Town()
    let order = try town.assigned(from: Town.at(11))
    let running = town.office.clocks(of: try town.order(order), at: town.now)
    try town.submit(.arriveOnSite(order.id, ArriveOnSite()), by: Town.anaPerson)
    #expect(try town.order(order).anomalies.map(\.kind) == [.skippedStep])
    try town.submit(try slip(.onSite, try town.order(order)), by: Town.anaPerson)
    #expect(try town.order(order).anomalies.isEmpty)
    #expect(town.office.clocks(of: try town.order(order), at: town.now) == running)
  }

  @Test("is none after a quarter of an hour, on another's visit, or once the visit goes on")
  func refused() throws {
    var town = try Town()
    let order = try town.assigned(from: Town.at(11))
    try town.submit(.acceptVisit(order.id, AcceptVisit()), by: Town.anaPerson)
    let accepted = try slip(.accepted, try town.order(order))
    #expect(town.refusal(of: accepted, by: Town.boPerson) != nil, "it is not his")
    var later = town
    later.now += TakeBackStep.limit + .seconds(1)
    let number = order.number
    #expect(
      later.refusal(of: accepted, by: Town.anaPerson)
        == .wrongState(number, .accepted, wanted: .justReported))
    try town.submit(.startTravel(order.id, StartTravel()), by: Town.anaPerson)
    #expect(try town.submit(accepted, by: Town.anaPerson).events.isEmpty)
    #expect(try town.order(order).openVisit?.assignment?.acceptedAt != nil)
  }

  @Test("catches the word to the customer that somebody is on the way", .verifies("MSG-02"))
  func message() throws {
    var sample = try SampleOffice()
    let phone = PersonalText(id: Identifier(902), words: "0151 496 0100")
    try sample.submit(
      .editCustomer(SampleOffice.mercy, EditCustomer([FieldChange(.phone, from: nil, to: .personal(phone))])))
    let id = try sample.log()
    try sample.assign(id, at: sample.now + .minutes(30))
    try sample.submit(.startTravel(id, StartTravel()))
    let word = OutgoingMessage.ID(78)
    try sample.submit(.sendMessage(id, SendMessage(id: word, to: .customer, .template("on-the-way"))))
    let visit = try #require(try sample.order(id).openVisit?.id)
    try sample.submit(.takeBackStep(id, TakeBackStep(.travelling, of: visit)))
    #expect(try sample.order(id).message(word)?.state == .recalled)
  }

  @Test(
    "an arrival catches what announces it, and says it after all where it was a slip", .verifies("MSG-02"))
  func announced() throws {
    var sample = try SampleOffice()
    let phone = PersonalText(id: Identifier(903), words: "0151 496 0100")
    try sample.submit(
      .editCustomer(SampleOffice.mercy, EditCustomer([FieldChange(.phone, from: nil, to: .personal(phone))])))
    let id = try sample.log()
    try sample.assign(id, at: sample.now + .minutes(30))
    try sample.submit(.startTravel(id, StartTravel()))
    let (way, time) = (OutgoingMessage.ID(79), OutgoingMessage.ID(80))
    try sample.submit(.sendMessage(id, SendMessage(id: time, to: .customer, .template("time"))))
    try sample.submit(.sendMessage(id, SendMessage(id: way, to: .customer, .template("on-the-way"))))
    try sample.submit(.arriveOnSite(id, ArriveOnSite()), after: .seconds(12))
    #expect(try sample.order(id).message(way)?.state == .recalled)
    #expect(try sample.order(id).message(time)?.state == .waiting, "it may tell the code to sign with")
    let visit = try #require(try sample.order(id).openVisit?.id)
    try sample.submit(.takeBackStep(id, TakeBackStep(.onSite, of: visit)), after: .seconds(5))
    #expect(try sample.order(id).message(way)?.state == .waiting)
  }
}
