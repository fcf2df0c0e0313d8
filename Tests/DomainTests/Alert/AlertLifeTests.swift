import Domain
import TestSupport
import Testing

@Suite("Alerts with a life")
struct AlertLifeTests {
  /// A P2 whose response clock is at risk.
  private func atRisk() throws -> (SampleOffice, Alert) {
    var sample = try SampleOffice()
    _ = try sample.log(priority: .p2)
    sample.now += .minutes(91)
    return (sample, try #require(Board(sample.office, now: sample.now).alerts.first))
  }

  private func change(_ alert: Alert, _ change: AlertChange) -> Command {
    .changeAlert(alert.id, ChangeAlert(change, replacing: alert.standing.owner))
  }

  private func now(_ sample: SampleOffice, _ alert: Alert) throws -> Alert {
    try #require(Board(sample.office, now: sample.now).alerts.first { $0.id == alert.id })
  }

  @Test("every alert has an age, nobody or somebody who has it, and a next step", .verifies("EXC-02"))
  func next() throws {
    let (sample, alert) = try atRisk()
    #expect(alert.standing.owner == nil && alert.standing.level == .desk)
    #expect(alert.standing.next == .escalates(to: .supervisor, at: alert.since + .minutes(15)))
    #expect(sample.office.alert(alert.id, at: sample.now) == alert)
  }

  @Test(
    "taking it stops it from being passed on for a term; giving it back starts it anew", .verifies("EXC-02"))
  func owning() throws {
    var (sample, alert) = try atRisk()
    let decision = try sample.submit(change(alert, .owned(SampleOffice.bea)))
    alert = try now(sample, alert)
    #expect(alert.standing.owner == SampleOffice.bea)
    #expect(alert.standing.next == .escalates(to: .supervisor, at: sample.now + .hours(1)))
    try sample.submit(change(alert, .owned(nil)), after: .minutes(2))
    #expect(
      try now(sample, alert).standing.next == .escalates(to: .supervisor, at: sample.now + .minutes(15)))
    #expect(!decision.inverse.isEmpty)
  }

  @Test("put off it comes back when its time is up, and is passed on after that", .verifies("EXC-02"))
  func snoozing() throws {
    var (sample, alert) = try atRisk()
    let until = sample.now + .minutes(20)
    try sample.submit(change(alert, .snoozed(until: until)))
    #expect(try now(sample, alert).standing.next == .returns(until))
    #expect(try now(sample, alert).standing.owner == SampleOffice.bea)
    sample.now = until
    #expect(try now(sample, alert).standing.next == .escalates(to: .supervisor, at: until + .minutes(15)))
    alert = try now(sample, alert)
    #expect(throws: Refusal.self) {
      try sample.submit(self.change(alert, .snoozed(until: sample.now - .seconds(1))))
    }
  }

  @Test("leaves by its cause or settled with a note, by nothing else", .verifies("EXC-02"))
  func settling() throws {
    var (sample, alert) = try atRisk()
    #expect(throws: Refusal.self) { try sample.submit(self.change(alert, .resolved(note: " "))) }
    let decision = try sample.submit(change(alert, .resolved(note: "called, Thursday will do")))
    #expect(!Board(sample.office, now: sample.now).alerts.contains { $0.id == alert.id })
    for command in decision.inverse { try sample.submit(command) }
    #expect(try now(sample, alert).id == alert.id)
    let id = try #require(alert.orderID)
    try sample.assign(id)
    try sample.submit(.arriveOnSite(id, ArriveOnSite()))
    #expect(sample.office.alert(alert.id, at: sample.now) == nil)
    #expect(throws: Refusal.notFound(.alert(alert.id.description))) {
      try sample.submit(self.change(alert, .owned(SampleOffice.bea)))
    }
  }

  @Test("what somebody else has taken meanwhile is not taken from him unseen")
  func claims() throws {
    var (sample, alert) = try atRisk()
    try sample.submit(change(alert, .owned(SampleOffice.sam)), by: SampleOffice.sam)
    #expect(throws: Refusal.changedSince(.alert(alert.id.description), field: "owner", now: "Sam Lee")) {
      try sample.submit(self.change(alert, .owned(SampleOffice.bea)))
    }
  }

  @Test(
    "a rule passes it on to the supervisor and then to the owner, once each", .verifies("EXC-02", "SLA-05"))
  func escalating() throws {
    var (sample, alert) = try atRisk()
    for (level, minutes) in [(AlertLevel.supervisor, 15), (.owner, 15)] {
      let due = try #require(try now(sample, alert).standing.next.at)
      sample.now = due
      let step = try #require(
        sample.office.automaticSteps(at: sample.now).due.first { $0.automation.rule == .alertEscalation })
      #expect(sample.office.automaticSteps(at: sample.now - .seconds(1)).due.isEmpty)
      try sample.submit(step)
      #expect(try sample.submit(step).events.isEmpty)
      #expect(try now(sample, alert).standing.level == level)
      #expect(minutes == 15)
    }
    #expect(try now(sample, alert).standing.next == .stays)
  }

  @Test("what a customer complains of is passed on too, and undone stays where it is", .verifies("EXC-02"))
  func complaints() throws {
    var sample = try SampleOffice()
    let complaint = TakeComplaint(id: Complaint.ID(7), words: "late twice")
    try sample.submit(.takeComplaint(SampleOffice.mercy, complaint))
    let alert = try #require(Board(sample.office, now: sample.now).alerts.first)
    let due = try #require(alert.standing.next.at)
    #expect(sample.office.automaticSteps(at: due - .seconds(1)).due.isEmpty)
    sample.now = due
    let step = try #require(sample.office.automaticSteps(at: due).due.first)
    #expect(step.automation.subject == .customer(SampleOffice.mercy))
    let decision = try sample.submit(step)
    #expect(try now(sample, alert).standing.level == .supervisor)
    #expect(try sample.submit(step).events.isEmpty)
    for command in decision.inverse { try sample.submit(command) }
    #expect(try now(sample, alert).standing.level == .desk)
    #expect(sample.office.automaticSteps(at: due + .hours(2)).due.isEmpty)
  }

  @Test("an undone passing on is not done again", .verifies("AUT-05"))
  func undone() throws {
    var (sample, alert) = try atRisk()
    sample.now = try #require(alert.standing.next.at)
    let step = try #require(
      sample.office.automaticSteps(at: sample.now).due.first { $0.automation.rule == .alertEscalation })
    let decision = try sample.submit(step)
    for command in decision.inverse { try sample.submit(command) }
    alert = try now(sample, alert)
    #expect(alert.standing.level == .desk && alert.standing.next == .stays)
    #expect(
      sample.office.automaticSteps(at: sample.now + .hours(2)).due.allSatisfy {
        $0.automation.cause != step.automation.cause
      })
  }

  @Test("a missed clock goes to the supervisor at once", .verifies("SLA-05"))
  func breached() throws {
    var sample = try SampleOffice()
    _ = try sample.log(priority: .p2)
    sample.now += .minutes(121)
    let alert = try #require(Board(sample.office, now: sample.now).alerts.first { $0.id.kind == .breached })
    #expect(alert.standing.next == .escalates(to: .supervisor, at: alert.since))
  }

  @Test(
    "what came up while nobody was at a console is given its term from when somebody came",
    .verifies("EXC-02"))
  func deskOpened() throws {
    var sample = try atRisk().0
    sample.now += .minutes(40)
    let came = sample.now
    try sample.submit(.openDesk(OpenDesk()))
    // It is a missed clock by now, which is passed on at once where somebody can see it being missed.
    let missed = try #require(Board(sample.office, now: sample.now).alerts.first { $0.id.kind == .breached })
    #expect(missed.standing.next == .escalates(to: .supervisor, at: came + .minutes(15)))
    #expect(missed.standing.seenFrom == .deskOpened(came))
    #expect(sample.office.automaticSteps(at: came + .minutes(14)).due.isEmpty)
    sample.now = came + .minutes(15)
    let step = try #require(
      sample.office.automaticSteps(at: sample.now).due.first { $0.automation.rule == .alertEscalation })
    #expect(!(try sample.submit(step)).events.isEmpty)
    _ = try sample.log(priority: .p2)
    sample.now += .minutes(121)
    let alert = try #require(Board(sample.office, now: sample.now).alerts.last { $0.id.kind == .breached })
    #expect(alert.standing.next == .escalates(to: .supervisor, at: alert.since))
    #expect(alert.standing.seenFrom == nil)
  }

  @Test("a first frame that shows the desk as taken stays when that is on record", .verifies("EXC-02"))
  func shownBeforehand() throws {
    var sample = try atRisk().0
    sample.now += .minutes(40)
    var shown = sample.office
    shown.apply(
      .office(.deskOpened), Stamp(by: SampleOffice.bea, at: sample.now, console: ConsoleID(7)))
    try sample.submit(.openDesk(OpenDesk()))
    #expect(Board(shown, now: sample.now) == Board(sample.office, now: sample.now))
    #expect(!Touched(from: shown, to: sample.office).isEverything)
  }

  @Test("an order that the office was told of late counts from then", .verifies("EXC-02"))
  func learned() throws {
    var sample = try SampleOffice()
    _ = try sample.log(priority: .p2, receivedAt: sample.now - .hours(5))
    let told = sample.now
    let alert = try #require(Board(sample.office, now: told).alerts.first { $0.id.kind == .breached })
    #expect(alert.standing.next == .escalates(to: .supervisor, at: told + .minutes(15)))
    #expect(alert.standing.seenFrom == .learned(told))
    #expect(alert.since < told)
  }

  @Test("stand by the moment their next step falls due", .verifies("EXC-02"))
  func sorted() throws {
    var (sample, alert) = try atRisk()
    _ = try sample.log(priority: .p1)
    let dues = Board(sample.office, now: sample.now).alerts.map(\.dueAt)
    #expect(dues == dues.sorted() && dues.count > 1)
    try sample.submit(change(alert, .snoozed(until: sample.now + .hours(3))))
    #expect(Board(sample.office, now: sample.now).alerts.last?.id == alert.id)
    alert = try now(sample, alert)
  }

  @Test(
    "what has stood for days is passed on from when somebody came, and an old P1 too", .verifies("EXC-02"))
  func standing() throws {
    var sample = try SampleOffice()
    _ = try sample.log(priority: .p2)
    sample.now += .days(4)
    let came = sample.now
    try sample.submit(.openDesk(OpenDesk()))
    let missed = try #require(Board(sample.office, now: came).alerts.first { $0.id.kind == .breached })
    #expect(missed.standing.next == .escalates(to: .supervisor, at: came + .minutes(15)))
    sample.now = came + .minutes(15)
    let step = try #require(
      sample.office.automaticSteps(at: sample.now).due.first { $0.automation.rule == .alertEscalation })
    #expect(!(try sample.submit(step)).events.isEmpty)
    let passed = try now(sample, missed)
    #expect(passed.standing.level == .supervisor && passed.standing.next != .stays)
    var urgent = try SampleOffice()
    _ = try urgent.log(priority: .p1, receivedAt: urgent.now - .days(9))
    let alerts = Board(urgent.office, now: urgent.now).alerts
    #expect(alerts.contains { $0.standing.next != .stays })
  }

  @Test("old alerts that only now came to be known are nobody's emergency: they are not passed on")
  func oldOnes() throws {
    var sample = try SampleOffice()
    _ = try sample.log(priority: .p2, receivedAt: sample.now - .days(9))
    #expect(Board(sample.office, now: sample.now).alerts.allSatisfy { $0.standing.next == .stays })
    #expect(
      sample.office.automaticSteps(at: sample.now).due.allSatisfy { $0.automation.rule != .alertEscalation })
  }
}
