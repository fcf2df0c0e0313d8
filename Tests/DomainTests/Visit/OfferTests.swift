import Domain
import TestSupport
import Testing

@Suite("Told, seen, accepted")
struct OfferTests {
  private func told(_ priority: Priority = .p2) throws -> (SampleOffice, WorkOrder.ID) {
    var sample = try SampleOffice()
    let id = try sample.log(priority: priority)
    try sample.assign(id, at: sample.now + .hours(2))
    return (sample, id)
  }

  private func kinds(_ sample: SampleOffice, after span: Span) -> [Alert.Kind] {
    let wanted: [Alert.Kind] = [.notSeen, .notAccepted, .declined, .offerEnded]
    return Board(sample.office, now: sample.now + span).alerts.map(\.id.kind).filter(wanted.contains)
  }

  @Test("an alert when told and not seen: P1 after 3 minutes, the others after 10", .verifies("EXC-01"))
  func notSeen() throws {
    let (sample, _) = try told()
    #expect(kinds(sample, after: .seconds(599)).isEmpty)
    #expect(kinds(sample, after: .minutes(10)) == [.notSeen])
    let (urgent, _) = try told(.p1)
    #expect(kinds(urgent, after: .seconds(179)).isEmpty && kinds(urgent, after: .minutes(3)) == [.notSeen])
  }

  @Test("who was phoned lacks an answer, who was sent it has not seen it; each is solved by a key of its own")
  func roads() throws {
    let roads = try [told().0, toldByMessage().0].map { sample in
      let alerts = Board(sample.office, now: sample.now + .minutes(10)).alerts
      return try #require(alerts.first { $0.id.kind == .notSeen })
    }
    let now = try told().0.now
    #expect(roads.map(\.evidence) == [.unseen(since: now, by: .phone), .unseen(since: now, by: .message)])
    #expect(roads.map(\.remedy) == [.accept, .message])
  }

  @Test("seen is not accepted: it has an alert of its own until there is an answer", .verifies("EXC-01"))
  func notAccepted() throws {
    var (sample, id) = try told()
    try sample.submit(.seeVisit(id, SeeVisit()), after: .minutes(1))
    #expect(try sample.order(id).openVisit?.assignment?.seenAt == sample.now)
    #expect(kinds(sample, after: .minutes(14)).isEmpty)
    #expect(kinds(sample, after: .minutes(15)) == [.notAccepted])
    try sample.submit(.acceptVisit(id, AcceptVisit()))
    #expect(kinds(sample, after: .hours(1)).isEmpty)
    #expect(try sample.submit(.seeVisit(id, SeeVisit())).events.isEmpty, "the answer has said more")
  }

  @Test(
    "what was seen and not answered goes back to the queue by a rule, and undo gives it back",
    .verifies("EXC-01"))
  func ended() throws {
    var (sample, id) = try told()
    let seen = try sample.submit(.seeVisit(id, SeeVisit()), after: .minutes(1))
    #expect(!seen.events.isEmpty)
    sample.now += .seconds(29 * 60 + 59)
    func lapsing() -> [AutomaticStep] {
      sample.office.automaticSteps(at: sample.now).due.filter { $0.automation.rule == .unansweredOffer }
    }
    #expect(lapsing().isEmpty)
    sample.now += .seconds(1)
    let step = try #require(lapsing().first)
    let stamp = Stamp(by: SampleOffice.bea, at: sample.now, console: ConsoleID(7))
    let decision = try sample.office.decide(
      Submission(id: Submission.ID(5), stamp: stamp, commands: step.commands, automation: step.automation))
    sample.office = decision.after
    #expect(try sample.order(id).isUnassigned && kinds(sample, after: .zero) == [.offerEnded])
    #expect(lapsing().isEmpty)
    let after = sample
    try sample.submit(group: decision.inverse)
    #expect(try sample.order(id).technician == SampleOffice.ana && lapsing().isEmpty)
    sample = after
    try sample.assign(id, SampleOffice.chen, at: sample.now + .hours(1))
    #expect(kinds(sample, after: .zero).isEmpty)
  }

  @Test("who looks long after he was told has the whole time to answer", .verifies("TEC-05"))
  func seenLate() throws {
    var (sample, id) = try told()
    try sample.submit(.seeVisit(id, SeeVisit()), after: .hours(5))
    func due(_ span: Span) -> [AutomaticRule] {
      sample.office.automaticSteps(at: sample.now + span).due.map(\.automation.rule)
        .filter { $0 == .unansweredOffer }
    }
    #expect(due(.zero).isEmpty && due(.seconds(1_799)).isEmpty && due(.minutes(30)) == [.unansweredOffer])
  }

  /// Ana is told by message instead of the phone.
  private func toldByMessage(_ priority: Priority = .p2) throws -> (SampleOffice, WorkOrder.ID) {
    var sample = try SampleOffice()
    let road = FieldChange(Technician.Field.toldBy, from: nil, to: .plain("message"))
    try sample.submit(.editTechnician(SampleOffice.ana, EditTechnician([road])))
    let id = try sample.log(priority: priority)
    try sample.assign(id, at: sample.now + .hours(2))
    return (sample, id)
  }

  private func rules(_ sample: SampleOffice, after span: Span) -> [AutomaticRule] {
    sample.office.automaticSteps(at: sample.now + span).due.map(\.automation.rule)
      .filter { $0 == .unseenOffer }
  }

  @Test(
    "what was told by message and not even seen goes back to the queue, what was told by phone never",
    .verifies("EXC-01"))
  func unseen() throws {
    let (phoned, called) = try told()
    #expect(try phoned.order(called).openVisit?.assignment?.toldBy == nil)
    #expect(rules(phoned, after: .hours(3)).isEmpty)
    let (sample, id) = try toldByMessage()
    #expect(try sample.order(id).openVisit?.assignment?.toldBy == .message)
    #expect(kinds(sample, after: .minutes(10)) == [.notSeen])
    #expect(
      rules(sample, after: .seconds(1_799)).isEmpty && rules(sample, after: .minutes(30)) == [.unseenOffer])
    let (urgent, _) = try toldByMessage(.p1)
    #expect(kinds(urgent, after: .minutes(3)) == [.notSeen])
    #expect(rules(urgent, after: .minutes(9)).isEmpty && rules(urgent, after: .minutes(10)) == [.unseenOffer])
  }

  @Test(
    "the rule that takes back what was told by message writes that it is gone, and takes back what still waits",
    .verifies("EXC-01", "MSG-03"))
  func tellsGone() throws {
    var (sample, id) = try toldByMessage()
    let phone = FieldChange(
      Technician.Field.phone, from: nil,
      to: .personal(PersonalText(id: Identifier(901), words: "0151 496 0170")))
    try sample.submit(.editTechnician(SampleOffice.ana, EditTechnician([phone])))
    let sent = OutgoingMessage.ID(77)
    try sample.submit(.sendMessage(id, SendMessage(id: sent, to: .technician, .template("visit"))))
    let waiting = sample
    try sample.submit(
      .reportMessage(id, ReportMessage(sent, .sent)), after: sample.office.limits.messageWait)
    func end(_ sample: inout SampleOffice) throws -> Decision {
      sample.now += .minutes(31)
      let due = sample.office.automaticSteps(at: sample.now).due
      let step = try #require(due.first { $0.automation.rule == .unseenOffer })
      let stamp = Stamp(by: SampleOffice.bea, at: sample.now, console: ConsoleID(7))
      let decision = try sample.office.decide(
        Submission(id: Submission.ID(5), stamp: stamp, commands: step.commands, automation: step.automation))
      sample.office = decision.after
      return decision
    }
    let decision = try end(&sample)
    let gone = try #require(try sample.order(id).messages.last)
    #expect(gone.template == "gone" && gone.to == .technician(SampleOffice.ana) && gone.state == .waiting)
    #expect(gone.cause == .rule("unseen-offer") && gone.id != sent)
    #expect(gone.words.words.contains("is not yours any more"))
    #expect(try sample.order(id).isUnassigned)
    try sample.submit(group: decision.inverse)
    #expect(try sample.order(id).technician == SampleOffice.ana)
    #expect(try sample.order(id).message(gone.id)?.state == .recalled, "an undo catches it")
    sample = waiting
    _ = try end(&sample)
    #expect(try sample.order(id).messages.map(\.state) == [.recalled], "what never left needs no second word")
  }

  @Test(
    "who is called about what was sent to him has heard of it, and his answer is another step",
    .verifies("EXC-01"))
  func called() throws {
    var (sample, id) = try toldByMessage()
    try sample.submit(.dispatchVisit(id, DispatchVisit(by: .phone)), after: .minutes(5))
    let assignment = try #require(try sample.order(id).openVisit?.assignment)
    #expect(assignment.toldBy == .phone && assignment.status == .seen)
    #expect(rules(sample, after: .hours(1)).isEmpty)
    #expect(try sample.submit(.dispatchVisit(id, DispatchVisit(by: .phone))).events.isEmpty)
    try sample.submit(.acceptVisit(id, AcceptVisit()))
    #expect(kinds(sample, after: .hours(1)).isEmpty)
  }

  @Test("a refusal is an alert until somebody else has it", .verifies("EXC-01"))
  func declined() throws {
    var (sample, id) = try told()
    try sample.submit(.declineVisit(id, DeclineVisit(reason: "no van")))
    #expect(kinds(sample, after: .hours(3)) == [.declined])
    try sample.assign(id, SampleOffice.chen, at: sample.now + .hours(1))
    #expect(kinds(sample, after: .zero).isEmpty)
  }

  @Test("a later day stays untold until it is dispatched, one by one or all of a day")
  func untold() throws {
    var sample = try SampleOffice()
    var ids: [WorkOrder.ID] = []
    for hour in [0, 2, 24] as [Int64] {
      let id = try sample.log()
      try sample.assign(id, at: sample.now + .hours(24 + hour))
      ids.append(id)
    }
    let tomorrow = sample.office.today(at: sample.now).adding(days: 1)
    #expect(sample.office.untold(on: tomorrow).map(\.id) == Array(ids.prefix(2)))
    #expect(kinds(sample, after: .minutes(20)).isEmpty)
    for id in ids.prefix(2) { try sample.submit(.dispatchVisit(id, DispatchVisit())) }
    #expect(sample.office.untold(on: tomorrow).isEmpty)
    #expect(try sample.order(ids[2]).openVisit?.assignment?.status == .scheduled)
  }
}
