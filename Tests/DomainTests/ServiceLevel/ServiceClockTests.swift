import Domain
import TestSupport
import Testing

@Suite("Service-level clocks")
struct ServiceClockTests {
  @Test("both run from the call, with due instant, remainder and state", .verifies("SLA-01", "TRI-01"))
  func bothClocks() throws {
    var sample = try SampleOffice()
    let id = try sample.log(priority: .p2)
    let clocks = sample.office.clocks(of: try sample.order(id), at: sample.now + .hours(1))
    #expect(clocks.map(\.kind) == [.response, .fix])
    // Gold, P2: a quarter of 8 and 24 hours, round the clock.
    #expect(clocks.map(\.dueAt) == [sample.now + .hours(2), sample.now + .hours(6)])
    #expect(clocks.map(\.remaining) == [.hours(1), .hours(5)])
    #expect(clocks.map(\.state) == [.running, .running])
    #expect(clocks.map(\.changesAt) == [sample.now + .minutes(90), sample.now + .minutes(270)])
  }

  @Test("follow the priority, the tier and the service type", .verifies("TRI-01", "SLA-03"))
  func targets() throws {
    var sample = try SampleOffice()
    var gold = try #require(sample.office.contract(Contract.ID(1)))
    gold.levels.append(
      ServiceLevel(
        priority: .p2, service: .planned, response: .hours(50), fix: .hours(60), isRoundTheClock: true))
    try sample.submit(.changeContract(ChangeContract(gold)))
    let planned = try sample.log(priority: .p2) { $0.service = .planned }
    #expect(try sample.clock(planned, .response).dueAt == sample.now + .hours(50))
    let reactive = try sample.log(priority: .p2)
    #expect(try sample.clock(reactive, .response).dueAt == sample.now + .hours(2))
    try sample.submit(.setPriority(reactive, SetPriority(.p4, reason: "no hurry", replacing: .p2)))
    #expect(try sample.clock(reactive, .response).dueAt == sample.now + .hours(18))
    let silver = try sample.log(at: SampleOffice.store112, priority: .p1, trade: "refrigeration")
    #expect(try sample.clock(silver, .response).dueAt == sample.now + .hours(2))
  }

  @Test("of closed work stay as they were stamped, whatever its contract becomes", .verifies("SLA-03"))
  func stamped() throws {
    var sample = try SampleOffice()
    let id = try sample.log(priority: .p2)
    let running = try sample.log(priority: .p2)
    try sample.submit(.closeWorkOrder(id, CloseWorkOrder(resolution: "by phone")), after: .hours(3))
    let before = sample.office.clocks(of: try sample.order(id), at: sample.now)
    #expect(before.map(\.state) == [.met, .met] && before.map(\.isMissed) == [true, false])
    var gold = try #require(sample.office.contract(Contract.ID(1)))
    gold.levels = [
      ServiceLevel(priority: .p2, service: nil, response: .hours(5), fix: .hours(50), isRoundTheClock: true)
    ]
    for levels in [gold.levels, []] {
      gold.levels = levels
      try sample.submit(.changeContract(ChangeContract(gold)))
      let order = try sample.order(id)
      let after = sample.office.clocks(of: order, at: sample.now)
      #expect(after.map(\.dueAt) == before.map(\.dueAt) && after.map(\.remaining) == before.map(\.remaining))
      #expect(sample.office.clockExplanations(of: order, at: sample.now).map(\.isOfThen) == [true, true])
      let open = sample.office.clocks(of: try sample.order(running), at: sample.now)
      #expect(open.count == levels.count * 2, "what is open follows the contract")
    }
  }

  @Test("turn at risk with a quarter left, then breached, at the instants they announce")
  func states() throws {
    var sample = try SampleOffice()
    let id = try sample.log(priority: .p2)
    let order = try sample.order(id)
    var now = sample.now
    var seen: [ClockFace.State] = []
    for _ in 0..<3 {
      let face = try #require(sample.office.clocks(of: order, at: now).first)
      seen.append(face.state)
      guard let next = face.changesAt else { break }
      #expect(try #require(sample.office.clocks(of: order, at: next - .seconds(1)).first).state == face.state)
      now = next
    }
    #expect(seen == [.running, .atRisk, .breached])
    let late = try #require(sample.office.clocks(of: order, at: sample.now + .minutes(132)).first)
    #expect(late.remaining == .minutes(-12))
    #expect(late.dueAt == sample.now + .hours(2))
    #expect(late.changesAt == nil)
  }

  @Test("say whether closed hours lie before they fall due, as a length of open hours is none of the day")
  func closedHours() throws {
    var sample = try SampleOffice()
    let id = try sample.log(at: SampleOffice.store112, priority: .p3, trade: "refrigeration")
    let today = try sample.clock(id, .response)
    #expect(today.skipsClosedHours && today.dueAt - sample.now > today.remaining)
    sample.now = today.dueAt - .hours(2)
    let tomorrow = try sample.clock(id, .response)
    #expect(!tomorrow.skipsClosedHours && tomorrow.remaining == .hours(2))
    let urgent = try sample.log(priority: .p1)
    #expect(try !sample.clock(urgent, .response).skipsClosedHours)
  }

  @Test("any P1 that runs is at risk from the first moment")
  func p1() throws {
    var sample = try SampleOffice()
    let id = try sample.log(priority: .p1)
    #expect(try sample.clock(id, .response).state == .atRisk)
    #expect(try sample.clock(id, .fix).changesAt == sample.now + .hours(2) + .seconds(1))
  }

  @Test("the share that counts as at risk is a setting", .verifies("SLA-05"))
  func riskSetting() throws {
    var sample = try SampleOffice()
    var limits = sample.office.limits
    limits.atRiskPercent = 50
    try sample.submit(.changeOffice(ChangeOffice(limits: limits)))
    let id = try sample.log(priority: .p2)
    #expect(try sample.clock(id, .response).changesAt == sample.now + .hours(1))
  }

  @Test("count business hours, over nights, weekends and holidays", .verifies("SLA-03"))
  func businessHours() throws {
    var sample = try SampleOffice()
    var silver = try #require(sample.office.contract(Contract.ID(2)))
    silver.hours = silver.hours.closed(on: [try #require(CivilDate(iso: "2026-11-30"))])
    try sample.submit(.changeContract(ChangeContract(silver)))
    // Friday 16:00, P2 of silver: respond in 4 h, fix in 12 h. Two hours on Friday, Monday is a holiday.
    sample.now = try instant("2026-11-27T16:00:00Z")
    let id = try sample.log(at: SampleOffice.store112, priority: .p2, trade: "refrigeration")
    #expect(try sample.clock(id, .response).dueAt == instant("2026-12-01T10:00:00Z"))
    #expect(try sample.clock(id, .fix).dueAt == instant("2026-12-01T18:00:00Z"))
    sample.now = try instant("2026-11-29T12:00:00Z")
    #expect(try sample.clock(id, .response).remaining == .hours(2))
    // Used up on Friday evening is breached on the next working morning, not by night.
    let fix = try sample.clock(id, .fix)
    sample.now = try instant("2026-12-01T18:00:00Z")
    #expect(try sample.clock(id, .fix).state == .atRisk)
    sample.now = try instant("2026-12-02T07:59:59Z")
    #expect(try sample.clock(id, .fix).remaining == .zero)
    sample.now = try instant("2026-12-02T08:00:01Z")
    #expect(try sample.clock(id, .fix).state == .breached)
    #expect(fix.dueAt < sample.now)
  }

  @Test(
    "P1 and night calls run over a change of clocks in both directions", .verifies("ADM-11", "SLA-03"),
    arguments: [
      // Silver P3: respond in 12 open hours. Saturday noon before the change of clocks, London.
      ("2026-03-28T12:00:00Z", "2026-03-31T09:00:00Z"), ("2026-10-24T11:00:00Z", "2026-10-27T10:00:00Z")
    ])
  func daylightSaving(received: String, due: String) throws {
    var sample = try SampleOffice(now: try instant(received))
    let open = try sample.log(at: SampleOffice.store112, priority: .p3, trade: "refrigeration")
    #expect(try sample.clock(open, .response).dueAt == instant(due))
    // Round the clock, 2 h are 2 h, whatever the wall shows.
    let always = try sample.log(at: SampleOffice.store112, priority: .p1, trade: "refrigeration")
    #expect(try sample.clock(always, .response).dueAt == instant(received) + .hours(2))
  }

  @Test("a night-time contract loses an hour in spring and gains one in autumn", .verifies("ADM-11"))
  func nights() throws {
    for (received, due) in [
      ("2026-03-28T22:00:00Z", "2026-03-29T22:00:00Z"), ("2026-10-24T21:00:00Z", "2026-10-25T05:00:00Z")
    ] {
      var sample = try SampleOffice(now: try instant(received))
      var silver = try #require(sample.office.contract(Contract.ID(2)))
      silver.hours = try OpeningHours("22:00-06:00")
      silver.levels = [
        ServiceLevel(priority: .p2, response: .hours(8), fix: .hours(80), isRoundTheClock: false)
      ]
      try sample.submit(.changeContract(ChangeContract(silver)))
      let id = try sample.log(at: SampleOffice.store112, priority: .p2, trade: "refrigeration")
      // Spring: the night has 7 hours, the eighth is the next night's first.
      // Autumn: it has 9, and the eighth ends an hour before it does.
      #expect(try sample.clock(id, .response).dueAt == instant(due))
    }
  }

  @Test(
    "hours are meant in the contract's zone, else the site's, else the office's",
    .verifies("SLA-03", "ADM-11"))
  func zones() throws {
    // Tuesday 10:42 in London is 05:42 in New York, where the level opens at 13:00 UTC.
    var sample = try SampleOffice()
    let abroad = try sample.log(at: SampleOffice.brooklyn, priority: .p2, trade: "refrigeration")
    #expect(try sample.clock(abroad, .response).dueAt == instant("2026-11-24T17:00:00Z"))
    var silver = try #require(sample.office.contract(Contract.ID(2)))
    silver.timeZone = "Europe/London"
    try sample.submit(.changeContract(ChangeContract(silver)))
    #expect(try sample.clock(abroad, .response).dueAt == sample.now + .hours(4))
  }

  @Test("a contract of the customer's own, or of its group, goes before the tier's")
  func ownContract() throws {
    var sample = try SampleOffice()
    let own = Contract(
      id: Contract.ID(9), name: "FreshCo frame", tier: nil, response: .assigned, hours: .always,
      levels: [ServiceLevel(priority: .p2, response: .minutes(10), fix: .hours(1), isRoundTheClock: true)])
    try sample.submit(.changeContract(ChangeContract(own)))
    let change = FieldChange<Customer.Field>(.contract, from: nil, to: .plain(own.id.description))
    try sample.submit(.editCustomer(SampleOffice.freshco, EditCustomer([change])))
    let id = try sample.log(at: SampleOffice.store112, priority: .p2, trade: "refrigeration")
    #expect(try sample.clock(id, .response).dueAt == sample.now + .minutes(10))
    #expect(sample.office.contract(of: try sample.order(id))?.id == own.id)
    let nothing = try sample.log(at: SampleOffice.store112, priority: .p4, trade: "refrigeration")
    #expect(sample.office.clocks(of: try sample.order(nothing), at: sample.now).isEmpty)
  }

  @Test(
    "stops the response clock with the work, where nobody reported that he was there", .verifies("SLA-01"))
  func doneWithoutArrival() throws {
    var (sample, order, done) = try Self.doneWithoutArrival()
    sample.now += .days(3)
    #expect(try sample.clock(order, .response).state == .met)
    #expect(try sample.clock(order, .response).metAt == done)
    #expect(try !sample.clock(order, .response).isMissed)
  }

  @Test("keeps the response that was met by work without a reported arrival when that is sent back")
  func sentBack() throws {
    var (sample, order, done) = try Self.doneWithoutArrival()
    let visit = sample.newVisit()
    try sample.submit(
      .returnForRework(order, ReturnForRework(reason: "leaks", visit: visit)), after: .hours(20))
    try expectMet(order, at: done, in: sample)
    #expect(try sample.clock(order, .fix).state == .breached, "the work itself is to be done still")
    try sample.assign(order)
    try sample.submit(.arriveOnSite(order, ArriveOnSite()), after: .hours(4))
    try expectMet(order, at: done, in: sample)
    try sample.submit(.completeVisit(order, CompleteVisit(CompletionReport(did: "sealed"))), after: .hours(1))
    try sample.submit(.closeWorkOrder(order, CloseWorkOrder()))
    try expectMet(order, at: done, in: sample)
    guard case .closed(let record)? = try sample.order(order).ending?.kind else {
      Issue.record("it is not closed")
      return
    }
    #expect(record.response?.metAt == done && record.fix?.metAt == sample.now)
  }

  @Test("counts the first of two visits that were done without a reported arrival")
  func twoVisitsDone() throws {
    var (sample, order, done) = try Self.doneWithoutArrival()
    let visit = sample.newVisit()
    try sample.submit(
      .returnForRework(order, ReturnForRework(reason: "leaks", visit: visit)), after: .hours(20))
    try sample.assign(order)
    try sample.submit(.completeVisit(order, CompleteVisit(CompletionReport(did: "sealed"))), after: .hours(4))
    try expectMet(order, at: done, in: sample)
    #expect(try sample.clock(order, .fix).metAt == sample.now)
  }

  /// A P2 of gold, to be responded to in two hours, done after twenty minutes of which no arrival was reported.
  private static func doneWithoutArrival() throws -> (SampleOffice, WorkOrder.ID, done: Timestamp) {
    var sample = try SampleOffice()
    let order = try sample.log(priority: .p2)
    try sample.assign(order, at: sample.now)
    try sample.submit(
      .completeVisit(order, CompleteVisit(CompletionReport(did: "new belt"))),
      by: SampleOffice.person(SampleOffice.ana), after: .minutes(20))
    return (sample, order, sample.now)
  }

  /// The response was met in time by the work that was done at an instant, and is explained so.
  private func expectMet(
    _ order: WorkOrder.ID, at done: Timestamp, in sample: SampleOffice,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let face = try sample.clock(order, .response)
    #expect(face.state == .met && face.metAt == done && !face.isMissed, sourceLocation: sourceLocation)
    let explained = sample.office.clockExplanations(of: try sample.order(order), at: sample.now)
    #expect(explained.first?.stop == .done, sourceLocation: sourceLocation)
  }

  @Test("what response means is a setting of the contract", arguments: ResponseMeaning.allCases)
  func responseMeaning(meaning: ResponseMeaning) throws {
    var sample = try SampleOffice()
    var gold = try #require(sample.office.contract(Contract.ID(1)))
    gold.response = meaning
    try sample.submit(.changeContract(ChangeContract(gold)))
    let id = try sample.log()
    sample.now += .minutes(5)
    try sample.assign(id)
    let assignedAt = sample.now
    #expect(try sample.clock(id, .response).state == (meaning == .assigned ? .met : .running))
    try sample.submit(.arriveOnSite(id, ArriveOnSite()), after: .minutes(20))
    let face = try sample.clock(id, .response)
    #expect(face.metAt == (meaning == .assigned ? assignedAt : sample.now))
    #expect(face.remaining == (meaning == .assigned ? .minutes(115) : .minutes(95)))
    sample.now += .hours(3)
    #expect(try sample.clock(id, .response).remaining == face.remaining)
    #expect(try sample.clock(id, .fix).state == .running)
  }

  @Test("a clock met late keeps what it was short of")
  func metLate() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    try sample.assign(id)
    try sample.submit(.arriveOnSite(id, ArriveOnSite()), after: .minutes(130))
    let face = try sample.clock(id, .response)
    #expect(face.state == .met)
    #expect(face.remaining == .minutes(-10))
  }

  @Test("the end of an order stops its clocks")
  func ended() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    try sample.submit(
      .cancelWorkOrder(id, CancelWorkOrder(reason: .customer, words: "")), after: .minutes(30))
    let faces = sample.office.clocks(of: try sample.order(id), at: sample.now + .days(9))
    #expect(faces.map(\.state) == [.met, .met])
    #expect(faces.map(\.remaining) == [.minutes(90), .minutes(330)])
    #expect(faces.allSatisfy { $0.changesAt == nil })
  }

  @Test("a reopened order that needs a new visit runs on from the call")
  func reopened() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    try sample.assign(id)
    try sample.submit(
      .arriveOnSite(id, ArriveOnSite()), .completeVisit(id, CompleteVisit(CompletionReport(did: "x"))))
    try sample.submit(.closeWorkOrder(id, CloseWorkOrder()))
    #expect(try sample.clock(id, .fix).state == .met)
    let visit = sample.newVisit()
    try sample.submit(.reopenWorkOrder(id, ReopenWorkOrder(reason: "again", visit: visit)), after: .hours(1))
    #expect(try sample.clock(id, .fix).state == .running)
    #expect(try sample.clock(id, .fix).remaining == .hours(5))
    #expect(try sample.clock(id, .response).state == .met)
  }
}
