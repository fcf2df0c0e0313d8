import Domain
import TestSupport
import Testing

@Suite("Hold work order")
struct HoldWorkOrderTests {
  @Test("holds for each of the reasons", .verifies("HLD-01"), arguments: HoldReason.allCases)
  func reasons(reason: HoldReason) throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    try sample.submit(.holdWorkOrder(id, HoldWorkOrder(reason: reason, note: "waits")))
    let order = try sample.order(id)
    #expect((order.status, order.hold?.reason) == (.held, reason))
  }

  @Test("keeps what was found, the next step, options, owner and review", .verifies("HLD-02"))
  func words() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    let review = sample.now + .days(2)
    try sample.submit(
      .holdWorkOrder(
        id,
        HoldWorkOrder(
          reason: .parts, note: "contactor burnt", nextStep: "BLT-22 from depot", options: "or a new unit",
          owner: SampleOffice.sam, reviewAt: review)))
    let expected = Hold(
      reason: .parts, note: "contactor burnt", nextStep: "BLT-22 from depot", options: "or a new unit",
      owner: SampleOffice.sam, since: sample.now, reviewAt: review)
    #expect(try sample.order(id).hold == expected)
  }

  @Test(
    "the one who holds is the owner, and the review is at nine on a coming working day", .verifies("HLD-02"))
  func defaults() throws {
    for (reason, review) in [(HoldReason.parts, "2026-11-26T09:00:00Z"), (.customer, "2026-11-25T09:00:00Z")]
    {
      var sample = try SampleOffice()
      let id = try sample.log()
      try sample.submit(
        .holdWorkOrder(id, HoldWorkOrder(reason: reason, note: "waits")), by: SampleOffice.sam)
      let hold = try #require(try sample.order(id).hold)
      #expect((hold.owner, hold.reviewAt) == (SampleOffice.sam, try instant(review)))
    }
    var friday = try SampleOffice(now: try instant("2026-11-27T17:00:00Z"))
    let id = try friday.log()
    try friday.submit(.holdWorkOrder(id, HoldWorkOrder(reason: .customer, note: "waits")))
    #expect(try friday.order(id).hold?.reviewAt == instant("2026-11-30T09:00:00Z"))
  }

  @Test("on site the visit ends not done, and release opens a new one")
  func onSite() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    try sample.assign(id)
    try sample.submit(.arriveOnSite(id, ArriveOnSite()))
    try sample.submit(.holdWorkOrder(id, HoldWorkOrder(reason: .parts, note: "belt", nextStep: "order it")))
    let held = try sample.order(id)
    #expect(held.visits.map { $0.assignment?.status } == [.notDone])
    #expect(held.visits.first?.assignment?.nextStep == "order it")
    let visit = sample.newVisit()
    try sample.submit(.releaseWorkOrder(id, ReleaseWorkOrder(visit: visit)))
    let released = try sample.order(id)
    #expect(released.visits.map(\.id).last == visit)
    #expect((released.isUnassigned, released.hold, released.pastHolds.count) == (true, nil, 1))
  }

  @Test("before that the visit stays as it is")
  func beforeSite() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    try sample.assign(id, at: sample.now + .hours(3))
    let visits = try sample.order(id).visits
    try sample.submit(.holdWorkOrder(id, HoldWorkOrder(reason: .customer, note: "asks the boss")))
    try sample.submit(.releaseWorkOrder(id, ReleaseWorkOrder(visit: sample.newVisit())))
    #expect(try sample.order(id).visits == visits)
  }

  @Test("the same hold again is the same, another one is refused")
  func twice() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    let hold = HoldWorkOrder(reason: .parts, note: "belt")
    try sample.submit(.holdWorkOrder(id, hold))
    #expect(try sample.submit(.holdWorkOrder(id, hold), after: .minutes(1)).events.isEmpty)
    let order = try sample.order(id)
    let held = try #require(order.hold)
    #expect(throws: Refusal.alreadyOnHold(order.number, held)) {
      try sample.submit(.holdWorkOrder(id, HoldWorkOrder(reason: .access, note: "locked")))
    }
  }

  @Test("is refused on ended and on done work, without words, and for an unknown owner")
  func refusals() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    let number = try sample.order(id).number
    let hold = HoldWorkOrder(reason: .parts, note: "belt")
    #expect(throws: Refusal.missing(.order(number), fields: ["note"])) {
      try sample.submit(.holdWorkOrder(id, HoldWorkOrder(reason: .parts, note: "  ")))
    }
    let stranger = Person.ID(99)
    #expect(throws: Refusal.notFound(.person(stranger.description))) {
      try sample.submit(.holdWorkOrder(id, HoldWorkOrder(reason: .parts, note: "belt", owner: stranger)))
    }
    #expect(throws: Refusal.notOnHold(number)) {
      try sample.submit(.releaseWorkOrder(id, ReleaseWorkOrder(visit: nil)))
    }
    try sample.assign(id)
    try sample.submit(.completeVisit(id, CompleteVisit(CompletionReport(did: "reset"))))
    #expect(throws: Refusal.wrongState(number, .review, wanted: .planned)) {
      try sample.submit(.holdWorkOrder(id, hold))
    }
    try sample.submit(.closeWorkOrder(id, CloseWorkOrder()))
    #expect(throws: Refusal.workEnded(number, .closed)) { try sample.submit(.holdWorkOrder(id, hold)) }
    #expect(throws: Refusal.workEnded(number, .closed)) {
      try sample.submit(.releaseWorkOrder(id, ReleaseWorkOrder(visit: nil)))
    }
  }

  @Test("a technician may hold his own work and nobody else's")
  func technician() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    try sample.assign(id)
    let hold = Command.holdWorkOrder(id, HoldWorkOrder(reason: .parts, note: "belt"))
    #expect(throws: Refusal.notAllowed(.holdWork, role: .technician)) {
      try sample.submit(hold, by: SampleOffice.person(SampleOffice.chen))
    }
    try sample.submit(hold, by: SampleOffice.person(SampleOffice.ana))
    #expect(try sample.order(id).status == .held)
  }
}
