import Domain
import TestSupport
import Testing

@Suite("Technicians sent from elsewhere")
struct ReportDispatchTests {
  static func visit(_ low: UInt64) -> Visit.ID { Visit.ID(high: 70, low: low) }

  static func sent(
    _ order: WorkOrder, _ technician: Technician.ID, _ low: UInt64, wasSent: Bool = true
  ) -> Command {
    .reportDispatch(order.id, ReportDispatch(visit: visit(low), technician: technician, wasSent: wasSent))
  }

  @Test("go there beside each other, each with a visit of his own", .verifies("ADM-10"))
  func several() throws {
    var town = try Town()
    let order = try town.log()
    try town.submit(Self.sent(order, Town.ana, 1))
    try town.submit(Self.sent(order, Town.bo, 2))
    try town.submit(.arriveOnSite(order.id, ArriveOnSite()), by: Town.boPerson)
    try town.submit(.acceptVisit(order.id, AcceptVisit()), by: Town.anaPerson)
    #expect(try town.order(order).visits.map { $0.assignment?.status } == [.accepted, .onSite])
    #expect(try town.order(order).unfinishedVisit(of: Town.ana)?.id == Self.visit(1))
    try town.submit(.completeVisit(order.id, CompleteVisit(VisitFactTests.report)), by: Town.boPerson)
    #expect(try town.order(order).status == .accepted, "the other one is still on it")
    #expect(try town.submit(Self.sent(order, Town.ana, 1)).events.isEmpty, "told twice is told once")
  }

  @Test("one who turns back early does not undo what the other does", .verifies("ADM-10"))
  func turnedBack() throws {
    var town = try Town()
    let order = try town.log()
    try town.submit(Self.sent(order, Town.bo, 1))
    try town.submit(Self.sent(order, Town.ana, 2))
    try town.submit(.arriveOnSite(order.id, ArriveOnSite()), by: Town.boPerson)
    try town.submit(
      .reportNotDone(order.id, ReportNotDone(reason: "available again before arrival", visit: Self.visit(2))))
    town.now += .minutes(20)
    try town.submit(.completeVisit(order.id, CompleteVisit(VisitFactTests.report)), by: Town.boPerson)
    #expect(try town.order(order).status == .review)
    #expect(try town.order(order).doneAt == town.now)
    #expect(try !town.order(order).isUnassigned)
  }

  @Test("one who could not do it after the other had gone leaves it not done", .verifies("ADM-10"))
  func failedLast() throws {
    var town = try Town()
    let order = try town.log()
    try town.submit(Self.sent(order, Town.bo, 1))
    try town.submit(Self.sent(order, Town.ana, 2))
    try town.submit(.completeVisit(order.id, CompleteVisit(VisitFactTests.report)), by: Town.boPerson)
    town.now += .minutes(20)
    try town.submit(.reportNotDone(order.id, ReportNotDone(reason: "no key", visit: Self.visit(2))))
    #expect(try town.order(order).status == .notDone)
    #expect(try town.order(order).isUnassigned)
  }

  @Test("are never refused: what does not fit is noted", .verifies("ADM-10"))
  func odd() throws {
    var town = try Town()
    let first = try town.log()
    let second = try town.log()
    try town.submit(Self.sent(first, Town.ana, 1))
    try town.submit(Self.sent(second, Town.ana, 2))
    #expect(try town.order(second).anomalies.map(\.kind) == [.elsewhere])
    try town.submit(Self.sent(second, Town.ana, 3))
    #expect(try town.order(second).anomalies.map(\.kind) == [.elsewhere, .outOfOrder])
    try town.submit(Self.sent(second, Town.bo, 4, wasSent: false))
    #expect(try town.order(second).anomalies.last?.kind == .unannounced)
    try town.submit(.cancelWorkOrder(second.id, CancelWorkOrder(reason: .customer, words: "")))
    try town.submit(Self.sent(second, Town.cy, 5))
    #expect(try town.order(second).anomalies.last?.kind == .afterTheEnd)
    #expect(town.refusal(of: Self.sent(first, Technician.ID(high: 2, low: 99), 6))?.code == "notFound")
  }

  @Test("take a visit that waits for somebody, and are told of one that was planned for them")
  func waiting() throws {
    var town = try Town()
    let order = try town.assigned(from: Town.at(11, 0, days: 1))
    try town.submit(Self.sent(order, Town.ana, 1))
    #expect(try town.order(order).visits.count == 1)
    #expect(try town.order(order).openVisit?.assignment?.status == .dispatched)
    try town.submit(.unassignVisit(order.id, UnassignVisit(replacing: Town.ana)))
    try town.submit(Self.sent(order, Town.bo, 2))
    #expect(try town.order(order).visits.count == 1)
    #expect(try town.order(order).technician == Town.bo)
    #expect(try town.order(order).openVisit?.start == town.now)
  }

  @Test("an anomaly is noted in the words of whoever tells it")
  func anomaly() throws {
    var town = try Town()
    let order = try town.log()
    let before = try town.order(order)
    try town.submit(.reportAnomaly(order.id, ReportAnomaly(.outOfOrder, detail: "closed twice")))
    #expect(try town.order(order).anomalies == [Anomaly(.outOfOrder, detail: "closed twice", at: town.now)])
    #expect(try town.order(order).status == before.status)
    #expect(
      town.refusal(of: .reportAnomaly(order.id, ReportAnomaly(.outOfOrder, detail: " ")))?.code == "missing")
  }
}
