import Domain
import TestSupport
import Testing

@Suite("Close work order")
struct ClosingTests {
  @Test("stamps the clocks as they stood, from the events of the way there", .verifies("SGN-05", "SLA-07"))
  func record() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    try sample.assign(id)
    try sample.submit(.startTravel(id, StartTravel()), after: .minutes(10))
    try sample.submit(.arriveOnSite(id, ArriveOnSite()), after: .minutes(20))
    let arrived = sample.now
    try sample.submit(.completeVisit(id, CompleteVisit(CompletionReport(did: "reset"))), after: .minutes(50))
    let done = sample.now
    try sample.submit(.closeWorkOrder(id, CloseWorkOrder(resolution: "runs at 18 C")), after: .hours(9))
    let order = try sample.order(id)
    let assignment = try #require(order.visits.last?.assignment)
    #expect(assignment.assignedAt == SampleOffice.tuesday)
    #expect(assignment.dispatchedAt == SampleOffice.tuesday)
    #expect(assignment.travellingAt == SampleOffice.tuesday + .minutes(10))
    #expect((assignment.onSiteAt, assignment.endedAt) == (arrived, done))
    #expect(
      (order.firstAssignedAt, order.firstOnSiteAt, order.doneAt) == (SampleOffice.tuesday, arrived, done))
    #expect(order.ending?.at == sample.now)
    let expected = ServiceLevelRecord(
      response: .init(
        dueAt: SampleOffice.tuesday + .hours(2), metAt: arrived, remaining: .minutes(90), paused: .zero),
      fix: .init(
        dueAt: SampleOffice.tuesday + .hours(6), metAt: done, remaining: .minutes(280), paused: .zero),
      resolution: "runs at 18 C")
    #expect(order.ending?.kind == .closed(expected))
    #expect(try sample.submit(.closeWorkOrder(id, CloseWorkOrder())).events.isEmpty)
  }

  @Test("of work that needed no visit stops both clocks then", .verifies("SGN-05"))
  func withoutVisit() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    try sample.submit(.holdWorkOrder(id, HoldWorkOrder(reason: .customer, note: "asks")), after: .minutes(30))
    try sample.submit(.closeWorkOrder(id, CloseWorkOrder(resolution: "solved by phone")), after: .minutes(45))
    guard case .closed(let record) = try sample.order(id).ending?.kind else {
      Issue.record("not closed")
      return
    }
    #expect(record.response?.remaining == .minutes(90))
    #expect(record.fix?.paused == .minutes(45))
    #expect((record.response?.metAt, record.resolution) == (sample.now, "solved by phone"))
    #expect(try sample.order(id).hold == nil)
  }

  @Test("writes the equipment's history with time, parts, cost and cause", .verifies("SGN-11"))
  func history() throws {
    var sample = try SampleOffice()
    let id = try sample.log { $0.equipment = SampleOffice.airHandler }
    try sample.assign(id)
    try sample.submit(
      .completeVisit(
        id,
        CompleteVisit(
          CompletionReport(
            did: "cleared filter", cause: "filter", work: .minutes(30), parts: ["BLT-22 x 1"],
            cost: Money(hundredths: 1_000)))))
    let visit = sample.newVisit()
    try sample.submit(.closeWorkOrder(id, CloseWorkOrder()))
    try sample.submit(.reopenWorkOrder(id, ReopenWorkOrder(reason: "noise again", visit: visit)))
    #expect(sample.office.equipment(SampleOffice.airHandler)?.history == [])
    try sample.assign(id, SampleOffice.chen, at: sample.now)
    try sample.submit(
      .completeVisit(
        id,
        CompleteVisit(
          CompletionReport(
            did: "new belt", cause: "belt", work: .minutes(40), parts: ["BLT-23 x 1"],
            cost: Money(hundredths: 500)))))
    try sample.submit(.closeWorkOrder(id, CloseWorkOrder()), after: .minutes(5))
    #expect(
      sample.office.equipment(SampleOffice.airHandler)?.history == [
        ServiceRecord(
          order: 20_001, closedAt: sample.now, technician: SampleOffice.chen,
          did: "new belt", cause: "belt", parts: ["BLT-22 x 1", "BLT-23 x 1"], work: .minutes(70),
          cost: Money(hundredths: 1_500))
      ])
    #expect(try sample.order(id).serviceRecord?.summary == "walk-in warm", "its reader sees what was wrong")
  }

  @Test("reopening plans the visit that is needed and keeps the earlier end")
  func reopen() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    try sample.submit(.closeWorkOrder(id, CloseWorkOrder(resolution: "by phone")))
    let ending = try #require(try sample.order(id).ending)
    let visit = sample.newVisit()
    try sample.submit(
      .reopenWorkOrder(id, ReopenWorkOrder(reason: "dead again", visit: visit)), after: .hours(1))
    let order = try sample.order(id)
    let takenBack = Ending(ending.kind, at: ending.at, by: ending.by, takenBackAt: ending.at + .hours(1))
    #expect((order.ending, order.pastEndings) == (nil, [takenBack]))
    #expect((order.status, order.isUnassigned) == (.ready, true))
  }
}
