import Domain
import TestSupport
import Testing

@Suite("What raises an alert")
struct AlertProducerTests {
  private func kinds(_ sample: SampleOffice, at now: Timestamp? = nil) -> [Alert.Kind] {
    Board(sample.office, now: now ?? sample.now).alerts.map(\.id.kind)
  }

  @Test("nobody on a P2 for two hours, on a P3 for eight; a P1 at once", .verifies("QUE-08"))
  func unassigned() throws {
    var sample = try SampleOffice()
    var limits = sample.office.limits
    limits.unassignedAfter = .minutes(30)
    try sample.submit(.changeOffice(ChangeOffice(limits: limits)))
    _ = try sample.log(priority: .p2)
    #expect(!kinds(sample, at: sample.now + .minutes(29)).contains(.unassigned))
    #expect(kinds(sample, at: sample.now + .minutes(30)).contains(.unassigned))
    #expect(limits.unassignedAfter(.p3) == .hours(2) && limits.unassignedAfter(.p1) == .zero)
    _ = try sample.log(priority: .p1)
    #expect(kinds(sample).contains(.p1Unassigned))
  }

  @Test("nothing happened for hours after the plan", .verifies("EXC-12"))
  func stalled() throws {
    var sample = try SampleOffice()
    let id = try sample.log(priority: .p4)
    try sample.assign(id)
    #expect(!kinds(sample, at: sample.now + .hours(4) - .seconds(1)).contains(.stalled))
    #expect(kinds(sample, at: sample.now + .hours(4)).contains(.stalled))
    try sample.submit(.addNote(id, AddNote("called him")), after: .hours(4))
    #expect(!kinds(sample).contains(.stalled))
  }

  @Test("a hold that lasts, and a part that did not come", .verifies("HLD-03", "EXC-01"))
  func holds() throws {
    var sample = try SampleOffice()
    let id = try sample.log(priority: .p4)
    let later = try sample.log(priority: .p4)
    let review = sample.now + .days(20)
    let due = sample.now + .days(1)
    try sample.submit(
      .holdWorkOrder(id, HoldWorkOrder(reason: .parts, note: "belt", reviewAt: review, partDue: due)))
    try sample.submit(.holdWorkOrder(later, HoldWorkOrder(reason: .access, note: "no key", reviewAt: review)))
    #expect(!kinds(sample, at: due - .seconds(1)).contains(.partMissing))
    #expect(kinds(sample, at: due).contains(.partMissing))
    // Tuesday and three working days is Friday.
    #expect(!kinds(sample, at: sample.now + .days(2)).contains(.longHold))
    #expect(kinds(sample, at: sample.now + .days(4)).contains(.longHold))
    try sample.submit(.releaseWorkOrder(id, ReleaseWorkOrder(visit: sample.newVisit())), after: .days(2))
    #expect(!kinds(sample).contains(.partMissing))
  }

  @Test("somebody who said no, until somebody else has it", .verifies("EXC-01"))
  func declined() throws {
    var sample = try SampleOffice()
    let id = try sample.log(priority: .p3)
    try sample.assign(id)
    try sample.submit(.declineVisit(id, DeclineVisit(reason: "too far")))
    let alert = try #require(Board(sample.office, now: sample.now).alerts.first)
    #expect(alert.evidence == .declined(technician: "Ruiz, Ana", reason: "too far"))
    try sample.assign(id, SampleOffice.chen)
    #expect(!kinds(sample).contains(.declined))
  }

  @Test("nobody there: evidence, the charge for coming again, until it is planned anew", .verifies("EXC-06"))
  func noAccess() throws {
    var sample = try SampleOffice()
    let id = try sample.log(priority: .p4)
    try sample.assign(id)
    try sample.submit(.arriveOnSite(id, ArriveOnSite()))
    #expect(throws: Refusal.missing(.order(try sample.order(id).number), fields: ["evidence"])) {
      try sample.submit(.reportNotDone(id, ReportNotDone(reason: "shut", noAccess: " ")))
    }
    try sample.submit(
      .reportNotDone(id, ReportNotDone(reason: "shut", noAccess: "rang twice, photo", charges: true)))
    let missed = try #require(try sample.order(id).missedAccesses.first)
    #expect(missed.charges && missed.evidence == "rang twice, photo" && missed.technician == SampleOffice.ana)
    #expect(kinds(sample).contains(.noShow))
    try sample.assign(id, at: sample.now + .hours(2))
    #expect(!kinds(sample).contains(.noShow))
  }

  @Test(
    "what was left undone: by whom, why and what is next, until somebody has it; a P1's is grave and goes on soon",
    .verifies("EXC-01", "EXC-02"), arguments: [Priority.p1, .p3])
  func undone(_ priority: Priority) throws {
    var sample = try SampleOffice()
    let id = try sample.log(priority: priority)
    try sample.assign(id)
    try sample.submit(.arriveOnSite(id, ArriveOnSite()))
    try sample.submit(
      .reportNotDone(id, ReportNotDone(reason: "pump is gone", nextStep: "return visit, with a pump")))
    let alert = try #require(
      Board(sample.office, now: sample.now).alerts.first { $0.id.kind == .notDone })
    #expect(
      alert.evidence
        == .notDone(
          technician: "Ruiz, Ana", reason: "pump is gone", nextStep: "return visit, with a pump"))
    #expect(alert.remedy == .assign && alert.severity == (priority == .p1 ? .high : .medium))
    let term = priority == .p1 ? sample.office.limits.escalateAfterP1 : sample.office.limits.escalateAfter
    #expect(alert.standing.next == .escalates(to: .supervisor, at: sample.now + term))
    try sample.assign(id, SampleOffice.chen)
    #expect(!kinds(sample).contains(.notDone))
  }

  @Test("what was held on a visit and released was looked at: it is not left undone")
  func heldAndReleased() throws {
    var sample = try SampleOffice()
    let id = try sample.log(priority: .p3)
    try sample.assign(id)
    try sample.submit(.arriveOnSite(id, ArriveOnSite()))
    try sample.submit(.holdWorkOrder(id, HoldWorkOrder(reason: .parts, note: "belt")))
    #expect(!kinds(sample).contains(.notDone))
    try sample.submit(.releaseWorkOrder(id, ReleaseWorkOrder(visit: Visit.ID(991))))
    #expect(!kinds(sample).contains(.notDone))
  }

  @Test("a P1 that is held is an alert long before its review", .verifies("EXC-01"))
  func heldP1() throws {
    var sample = try SampleOffice()
    for priority in [Priority.p1, .p2] {
      let id = try sample.log(priority: priority)
      try sample.submit(.holdWorkOrder(id, HoldWorkOrder(reason: .parts, note: "belt")))
    }
    sample.now = sample.now + sample.office.limits.unassignedAfter
    let held = Board(sample.office, now: sample.now).alerts.filter { $0.id.kind == .longHold }
    let order = held.first?.orderID.flatMap { sample.office.order($0) }
    #expect(held.map(\.severity) == [.medium] && order?.priority == .p1)
  }

  @Test("who is there although somebody else has it is an alert until it is his", .verifies("EXC-01"))
  func notTheirs() throws {
    var sample = try SampleOffice()
    let id = try sample.log(priority: .p3)
    try sample.assign(id)
    try sample.assign(id, SampleOffice.chen)
    try sample.submit(.arriveOnSite(id, ArriveOnSite()), by: SampleOffice.person(SampleOffice.ana))
    let alert = try #require(
      Board(sample.office, now: sample.now).alerts.first { $0.id.kind == .notTheirs })
    #expect(alert.evidence == .notTheirs(technician: "Ruiz, Ana", .onSite) && alert.remedy == .assign)
    #expect(alert.severity == .high && alert.technicianID == SampleOffice.chen)
    try sample.assign(id)
    #expect(!kinds(sample).contains(.notTheirs))
  }

  @Test("who sets out to work that is held is an alert until it is released", .verifies("EXC-01"))
  func workOnHold() throws {
    var sample = try SampleOffice()
    let id = try sample.log(priority: .p3)
    try sample.assign(id)
    try sample.submit(.holdWorkOrder(id, HoldWorkOrder(reason: .parts, note: "belt")))
    #expect(!kinds(sample).contains(.workOnHold))
    sample.now += .minutes(5)
    try sample.submit(.startTravel(id, StartTravel()), by: SampleOffice.person(SampleOffice.ana))
    let alert = try #require(Board(sample.office, now: sample.now).alerts.first { $0.id.kind == .workOnHold })
    #expect(alert.evidence == .workOnHold(.parts, technician: "Ruiz, Ana", .travelling))
    #expect(alert.remedy == .release && alert.since == sample.now)
    try sample.submit(.releaseWorkOrder(id, ReleaseWorkOrder(visit: nil)))
    #expect(!kinds(sample).contains(.workOnHold))
  }

  @Test("a complaint is open until it is settled, an order's or only a customer's", .verifies("EXC-01"))
  func complaint() throws {
    var sample = try SampleOffice()
    let id = Complaint.ID(7)
    try sample.submit(.takeComplaint(SampleOffice.mercy, TakeComplaint(id: id, words: "late twice")))
    let alert = try #require(Board(sample.office, now: sample.now).alerts.first)
    #expect(alert.evidence == .complaint(customer: "Mercy Hospital", words: "late twice"))
    try sample.submit(
      .changeAlert(alert.id, ChangeAlert(.snoozed(until: sample.now + .hours(1)), replacing: nil)))
    #expect(sample.office.alert(alert.id, at: sample.now)?.standing.owner == SampleOffice.bea)
    let decision = try sample.submit(
      .settleComplaint(SampleOffice.mercy, SettleComplaint(id, note: "flowers")))
    #expect(kinds(sample).isEmpty)
    for command in decision.inverse { try sample.submit(command) }
    #expect(kinds(sample) == [.complaint])
  }

  @Test("a missed promise asks for its cause until somebody says it", .verifies("SLA-08"))
  func breachCause() throws {
    var sample = try SampleOffice()
    let id = try sample.log(priority: .p2)
    let number = try sample.order(id).number
    let explain = Command.explainBreach(
      id, ExplainBreach(.response, .travel, note: "A41 shut", replacing: nil))
    #expect(throws: Refusal.wrongState(number, .ready, wanted: .late)) { try sample.submit(explain) }
    try sample.assign(id)
    try sample.submit(.arriveOnSite(id, ArriveOnSite()), after: .minutes(130))
    #expect(kinds(sample).contains(.breachCause))
    let decision = try sample.submit(explain)
    #expect(try sample.order(id).breaches.map(\.cause) == [.travel])
    #expect(!kinds(sample).contains(.breachCause))
    for command in decision.inverse { try sample.submit(command) }
    #expect(try sample.order(id).breaches.isEmpty && kinds(sample).contains(.breachCause))
  }

  @Test(
    "a missed promise of a closed order asks for its cause, too; what was called off asks nothing",
    .verifies("SLA-08"))
  func causeOfClosed() throws {
    var sample = try SampleOffice()
    let id = try sample.log(priority: .p2)
    try sample.assign(id)
    try sample.submit(.arriveOnSite(id, ArriveOnSite()), after: .minutes(130))
    let arrived = sample
    try sample.submit(.completeVisit(id, CompleteVisit(CompletionReport(did: "reset"))))
    try sample.submit(.closeWorkOrder(id, CloseWorkOrder(resolution: "reset")))
    #expect(kinds(sample) == [.breachCause])
    try sample.submit(.explainBreach(id, ExplainBreach(.response, .travel, note: nil, replacing: nil)))
    #expect(kinds(sample).isEmpty)
    sample = arrived
    try sample.submit(.cancelWorkOrder(id, CancelWorkOrder(reason: .notNeeded, words: "works again")))
    #expect(kinds(sample) == [.notReached], "whoever is there is to be called")
  }

  @Test("the next window is in danger before anybody is late", .verifies("BRD-04"))
  func window() throws {
    var sample = try SampleOffice()
    let first = try sample.log(priority: .p4)
    let second = try sample.log(at: SampleOffice.mall, priority: .p4)
    try sample.assign(first, length: .hours(2))
    try sample.assign(second, at: sample.now + .hours(2), length: .hours(1))
    try sample.submit(.arriveOnSite(first, ArriveOnSite()), after: .minutes(40))
    let alert = try #require(
      Board(sample.office, now: sample.now).alerts.first { $0.id.kind == .windowInDanger })
    #expect(alert.orderID == second && alert.technicianID == SampleOffice.ana)
    guard case .window("Ruiz, Ana", let arrival, let latest) = alert.evidence else {
      Issue.record("it is \(alert.evidence)")
      return
    }
    #expect(arrival > latest)
  }

  @Test("what is critical for the business is proposed higher and lifted later", .verifies("TRI-06"))
  func critical() throws {
    var sample = try SampleOffice()
    let id = try sample.log(at: SampleOffice.mall, priority: .p3, urgency: .today)
    let before = sample.office.proposedPriority(of: try sample.order(id)).priority
    try sample.submit(
      .editWorkOrder(id, EditWorkOrder([FieldChange(.impact, from: nil, to: .plain("critical"))])))
    let proposal = sample.office.proposedPriority(of: try sample.order(id))
    #expect(proposal.priority < before && proposal.steps.contains { $0.rule == .impact(.critical) })
    let step = try #require(sample.office.automaticSteps(at: sample.now).due.first)
    #expect(step.automation.rule == .criticalLift)
    try sample.submit(step)
    #expect(try sample.order(id).priority == .p2)
    let cosmetic = try sample.log(at: SampleOffice.mall, priority: .p3) { $0.impact = .cosmetic }
    #expect(sample.office.proposedPriority(of: try sample.order(cosmetic)).priority == .p4)
  }

  @Test("a technician has room for more while a long enough gap is left of his day", .verifies("BRD-11"))
  func room() throws {
    let sample = try SampleOffice()
    func room(at now: Timestamp) throws -> Bool {
      try #require(Board(sample.office, now: now).technicians.first { $0.id == SampleOffice.ana }).canTakeMore
    }
    #expect(try room(at: sample.now))
    // Her shift ends at 15:30: an hour before there is room, a second later there is not.
    let end = sample.now + .minutes(4 * 60 + 48)
    #expect(try room(at: end - .hours(1)))
    #expect(try !room(at: end - .hours(1) + .seconds(1)))
  }

  @Test("visits of somebody who is away then, also those he has set out to", .verifies("EXC-05", "EXC-01"))
  func technicianAway() throws {
    var sample = try SampleOffice()
    let now = sample.now
    let soon = try sample.log(priority: .p3)
    let tomorrow = try sample.log(priority: .p3)
    try sample.assign(soon, at: now + .hours(1))
    try sample.assign(tomorrow, at: now + .days(1))
    func away() -> [Alert] {
      Board(sample.office, now: sample.now).alerts.filter { $0.id.kind == .technicianAway }
    }
    #expect(away().isEmpty)
    let absence = Absence(from: now + .hours(20), to: now + .hours(30), reason: "ill")
    try sample.submit(.addAbsence(SampleOffice.ana, AddAbsence(absence)))
    #expect(away().map(\.orderID) == [tomorrow] && away().first?.remedy == .assign)
    try sample.submit(.setPresence(SampleOffice.ana, SetPresence(.off, replacing: nil)))
    let found = try #require(away().first { $0.orderID == soon })
    #expect(found.evidence == .away(.off, technician: "Ruiz, Ana", start: now + .hours(1)))
    #expect(found.severity == .high && found.remedy == .replan)
    try sample.assign(soon, SampleOffice.chen, at: now + .hours(1))
    #expect(away().map(\.orderID) == [tomorrow], "somebody else has it")
    try sample.submit(.startTravel(soon, StartTravel()), by: SampleOffice.person(SampleOffice.chen))
    #expect(!away().contains { $0.orderID == soon })
    try sample.submit(.setPresence(SampleOffice.chen, SetPresence(.unavailable, replacing: .available)))
    #expect(away().contains { $0.orderID == soon }, "he set out and does not arrive")
  }

  @Test("whoever declined is not proposed again until he is given it", .verifies("EXC-01", "REC-01"))
  func declinedIsNotProposed() throws {
    var sample = try SampleOffice()
    let id = try sample.log(priority: .p3)
    try sample.assign(id)
    try sample.submit(.declineVisit(id, DeclineVisit(reason: "van at the garage")))
    let found = sample.office.candidates(for: try sample.order(id), at: sample.now)
    #expect(!found.eligible.contains { $0.id == SampleOffice.ana })
    let ana = try #require(found.others.first { $0.id == SampleOffice.ana })
    #expect(ana.reasons.contains { $0.evidence == .hasDeclined("van at the garage") })
    try sample.assign(id, SampleOffice.chen)
    let chens = try sample.order(id)
    #expect(chens.technician == SampleOffice.chen && chens.visits.count == 2)
    let objection = sample.office.wishes(for: chens).objection(to: SampleOffice.ana)
    #expect(objection == .himself("van at the garage"), "what somebody else is given makes no word untrue")
    try sample.assign(id)
    #expect(try sample.order(id).technician == SampleOffice.ana)
    #expect(sample.office.wishes(for: try sample.order(id)).objection(to: SampleOffice.ana) == nil)
  }
}
