import Domain
import TestSupport
import Testing

@Suite("Alerts")
struct AlertTests {
  @Test(
    "a clock raises one at risk and another when it is missed, each since its own cause", .verifies("EXC-01"))
  func clock() throws {
    var sample = try SampleOffice()
    let id = try sample.log(priority: .p2)
    let number = try sample.order(id).number
    #expect(Board(sample.office, now: sample.now).alerts.isEmpty)
    let risk = try #require(Board(sample.office, now: sample.now + .minutes(95)).alerts.first)
    #expect(risk.id == Alert.ID(.atRisk, order: number, cause: sample.now + .minutes(90)))
    #expect((risk.severity, risk.remedy) == (.medium, .assign))
    #expect(risk == Board(sample.office, now: sample.now + .minutes(95) + .seconds(30)).alerts.first)
    let missed = try #require(Board(sample.office, now: sample.now + .minutes(130)).alerts.first)
    #expect(missed.id == Alert.ID(.breached, order: number, cause: sample.now + .minutes(120)))
    #expect((missed.severity, missed.orderID) == (.high, id))
    guard case .clock(let face, .p2) = missed.evidence else {
      Issue.record("no clock")
      return
    }
    #expect((face.kind, face.remaining) == (.response, .minutes(-10)))
    #expect(missed.id.description == "breached-\(number)-\((sample.now + .minutes(120)).seconds)")
  }

  @Test("meeting the clock ends its alert")
  func met() throws {
    var sample = try SampleOffice()
    let id = try sample.log(priority: .p2)
    try sample.assign(id, at: sample.now, length: .hours(8))
    sample.now += .minutes(100)
    let assigned = try #require(Board(sample.office, now: sample.now).alerts.first { $0.id.kind == .atRisk })
    #expect((assigned.technicianID, assigned.remedy) == (SampleOffice.ana, .open))
    try sample.submit(.arriveOnSite(id, ArriveOnSite()))
    #expect(Board(sample.office, now: sample.now).alerts.filter { $0.id.kind == .atRisk }.isEmpty)
  }

  @Test("a P1 that nobody has is one at once, with its response due", .verifies("EXC-01"))
  func p1() throws {
    var sample = try SampleOffice()
    let id = try sample.log(priority: .p1)
    let alerts = Board(sample.office, now: sample.now).alerts
    #expect(alerts.map(\.id.kind) == [.p1Unassigned])
    #expect(alerts.first?.evidence == .unassigned(responseDue: sample.now + .hours(1)))
    try sample.assign(id, at: sample.now)
    #expect(Board(sample.office, now: sample.now).alerts.map(\.id.kind) == [.atRisk])
    try sample.submit(.declineVisit(id, DeclineVisit(reason: "too far")), after: .minutes(3))
    let again = Board(sample.office, now: sample.now).alerts
    // A new cause is a new alert.
    #expect(again.first { $0.id.kind == .p1Unassigned }?.since == sample.now)
  }

  @Test("an overrun counts from the estimate and names who is next", .verifies("EXC-01"))
  func overrun() throws {
    var sample = try SampleOffice()
    let first = try sample.log(priority: .p4)
    let second = try sample.log(at: SampleOffice.mall, priority: .p4)
    try sample.assign(first, at: sample.now, length: .minutes(30))
    try sample.assign(second, at: sample.now + .hours(2))
    try sample.submit(.arriveOnSite(first, ArriveOnSite()))
    sample.now += .minutes(29)
    #expect(Board(sample.office, now: sample.now).alerts.filter { $0.id.kind == .overrun }.isEmpty)
    sample.now = SampleOffice.tuesday + .minutes(31)
    let alert = try #require(Board(sample.office, now: sample.now).alerts.first { $0.id.kind == .overrun })
    #expect(alert.since == SampleOffice.tuesday + .minutes(30))
    #expect(alert.severity == .medium)
    let next = try sample.order(second).number
    #expect(alert.evidence == .overrun(by: .minutes(1), technician: "Ruiz, Ana", next: next))
    // Once the next visit is in danger too, it is worse.
    sample.now += .minutes(100)
    let worse = try #require(Board(sample.office, now: sample.now).alerts.first { $0.id.kind == .overrun })
    #expect((worse.severity, worse.id) == (.high, alert.id))
  }

  @Test("two visits of one technician at one time are one", .verifies("EXC-01"))
  func overlap() throws {
    var sample = try SampleOffice()
    let first = try sample.log(priority: .p4)
    let second = try sample.log(priority: .p4)
    try sample.assign(first, at: sample.now + .hours(1), length: .hours(1))
    try sample.assign(second, at: sample.now + .minutes(90))
    let alerts = Board(sample.office, now: sample.now).alerts
    #expect(alerts.map(\.id.kind) == [.overlap])
    let number = try sample.order(first).number
    let from = sample.now + .minutes(90)
    #expect(alerts.first?.evidence == .overlap(with: number, technician: "Ruiz, Ana", from: from))
    #expect(Board(sample.office, now: sample.now).technicians.last?.alerts == 1)
    try sample.submit(.unassignVisit(second, UnassignVisit(replacing: SampleOffice.ana)))
    #expect(Board(sample.office, now: sample.now).alerts.isEmpty)
  }

  @Test("the worst stand first, among equals the oldest")
  func order() throws {
    var sample = try SampleOffice()
    let held = try sample.log(priority: .p4)
    try sample.submit(
      .holdWorkOrder(held, HoldWorkOrder(reason: .parts, note: "belt", reviewAt: sample.now + .minutes(1))))
    _ = try sample.log(priority: .p2, receivedAt: sample.now - .minutes(95))
    _ = try sample.log(priority: .p2, receivedAt: sample.now - .hours(3))
    _ = try sample.log(priority: .p2, receivedAt: sample.now - .hours(4))
    let alerts = Board(sample.office, now: sample.now + .minutes(1)).alerts
    #expect(alerts.map(\.id.kind) == [.breached, .breached, .atRisk, .holdReview])
    #expect(alerts[0].since < alerts[1].since)
  }

  @Test("a P1 that nobody has is one row, also once its response is missed", .verifies("EXC-01"))
  func oneRow() throws {
    var sample = try SampleOffice()
    _ = try sample.log(priority: .p1)
    let due = sample.now + .hours(1)
    let alerts = Board(sample.office, now: due + .minutes(12)).alerts
    #expect(alerts.map(\.evidence) == [.unassigned(responseDue: due)])
  }

  @Test(
    "of what everybody has been told of the gravest stands first, and milder trouble behind what is to come")
  func exhausted() {
    func alert(
      _ kind: Alert.Kind, _ number: Int, _ severity: Alert.Severity, _ evidence: Alert.Evidence,
      _ next: AlertStanding.Next = .stays
    ) -> Alert {
      let at = SampleOffice.tuesday
      return Alert(
        id: Alert.ID(kind, order: number, cause: at - .hours(Int64(number))), severity: severity, since: at,
        orderID: nil, technicianID: nil, evidence: evidence, remedy: .open,
        standing: AlertStanding(
          owner: nil, changedAt: at + .minutes(Int64(number)), level: .owner, next: next))
    }
    func missed(_ state: ClockFace.State, left: Span = .minutes(-1)) -> ClockFace {
      ClockFace(
        kind: .response, state: state, dueAt: SampleOffice.tuesday, remaining: left, paused: .zero,
        metAt: nil, changesAt: nil)
    }
    let late = alert(.breachCause, 1, .low, .unexplained(missed(.met)))
    let second = alert(.breached, 2, .high, .clock(missed(.breached), .p2))
    let nobody = alert(.p1Unassigned, 3, .high, .unassigned(responseDue: nil))
    let coming = alert(
      .unassigned, 4, .medium, .waiting(.p3, since: .epoch), .escalates(to: .supervisor, at: .epoch))
    let risk = alert(.atRisk, 5, .high, .clock(missed(.atRisk), .p1), .escalates(to: .owner, at: .epoch))
    let running = alert(.atRisk, 6, .high, .clock(missed(.atRisk, left: .minutes(5)), .p1))
    let sorted = [late, running, second, nobody, coming, risk].sorted { $0.comesBefore($1) }
    #expect(sorted.compactMap(\.id.order) == [3, 2, 5, 4, 6, 1])
    #expect([risk, second, nobody].worst == 2 && [coming, risk].worst == 1)
  }

  @Test("an ended order raises none")
  func ended() throws {
    var sample = try SampleOffice()
    let id = try sample.log(priority: .p1, receivedAt: sample.now - .days(2))
    #expect(Board(sample.office, now: sample.now).alerts.map(\.id.kind) == [.p1Unassigned])
    try sample.submit(.cancelWorkOrder(id, CancelWorkOrder(reason: .customer, words: "")))
    #expect(Board(sample.office, now: sample.now + .days(1)).alerts.isEmpty)
  }
}
