import Domain
import TestSupport
import Testing

@Suite("Automatic steps")
struct AutomaticStepTests {
  /// A P3 whose fix clock is at risk, with the step that is due for it.
  private func waiting() throws -> (SampleOffice, WorkOrder.ID, AutomaticStep) {
    var sample = try SampleOffice()
    let id = try sample.log(priority: .p3)
    let steps = sample.office.automaticSteps(at: sample.now)
    #expect(steps.due.isEmpty)
    sample.now = try #require(steps.next)
    let due = sample.office.automaticSteps(at: sample.now).due
    return (sample, id, try #require(due.first))
  }

  @Test("raises the priority when a clock comes to be at risk, not a second before", .verifies("TRI-04"))
  func clockEscalation() throws {
    var (sample, id, step) = try waiting()
    #expect(step.automation.rule == .clockEscalation && step.dueAt == sample.now)
    #expect(sample.office.automaticSteps(at: sample.now - .seconds(1)).due.isEmpty)
    let decision = try sample.submit(step)
    guard case .workOrder(id, .priorityRaised(.p3, .p2, .clock(let kind, _), nil)) = decision.events[0] else {
      Issue.record("it came to \(decision.events)")
      return
    }
    #expect(kind.rawValue == step.automation.cause)
    #expect(try sample.order(id).priority == .p2)
  }

  @Test("keeps the clocks at what was promised for the priority that people had set", .verifies("TRI-04"))
  func keepsPromise() throws {
    var (sample, id, step) = try waiting()
    let before = sample.office.clocks(of: try sample.order(id), at: sample.now).map(\.dueAt)
    try sample.submit(step)
    #expect(sample.office.clocks(of: try sample.order(id), at: sample.now).map(\.dueAt) == before)
    try sample.submit(.setPriority(id, SetPriority(.p1, reason: "the mayor", replacing: .p2)))
    #expect(sample.office.clocks(of: try sample.order(id), at: sample.now).map(\.dueAt) != before)
  }

  @Test("is done once: the second console decides to nothing", .verifies("AUT-05"))
  func onlyOnce() throws {
    var (sample, _, step) = try waiting()
    try sample.submit(step)
    #expect(try sample.submit(step, by: SampleOffice.sam).events.isEmpty)
    #expect(!sample.office.automaticSteps(at: sample.now).due.contains(step))
  }

  @Test("stays undone once a person has undone it", .verifies("AUT-05"))
  func staysUndone() throws {
    var (sample, id, step) = try waiting()
    let before = try sample.order(id)
    let decision = try sample.submit(step)
    #expect(!decision.inverse.isEmpty)
    for command in decision.inverse { try sample.submit(command) }
    let after = try sample.order(id)
    #expect(after.priority == .p3 && after.agreedPriority == nil)
    #expect(after.priorityIsConfirmed == before.priorityIsConfirmed)
    #expect(try sample.submit(step).events.isEmpty)
    for hours in 0..<48 {
      let due = sample.office.automaticSteps(at: sample.now + .hours(Int64(hours))).due
      #expect(!due.contains { $0.automation == step.automation })
    }
  }

  @Test("needs nobody's permission, and does only what its rule has to do now")
  func ownAuthority() throws {
    var (sample, id, step) = try waiting()
    let other = AutomaticStep(
      step.automation, [.cancelWorkOrder(id, CancelWorkOrder(reason: .other, words: ""))], dueAt: step.dueAt)
    #expect(try sample.submit(other).events.isEmpty)
    #expect(!(try sample.submit(step, by: SampleOffice.person(SampleOffice.ana)).events.isEmpty))
  }

  @Test("does nothing while its rule is switched off", .verifies("AUT-05"))
  func switchedOff() throws {
    var (sample, _, step) = try waiting()
    var limits = sample.office.limits
    limits.turn(.clockEscalation, on: false)
    try sample.submit(.changeOffice(ChangeOffice(limits: limits)))
    #expect(!sample.office.automaticSteps(at: sample.now).due.contains(step))
    #expect(try sample.submit(step).events.isEmpty)
    limits.turn(.clockEscalation, on: true)
    try sample.submit(.changeOffice(ChangeOffice(limits: limits)))
    #expect(sample.office.automaticSteps(at: sample.now).due.contains(step))
  }

  @Test("leaves alone what somebody has set since, what is held and what is worked on", .verifies("TRI-04"))
  func leavesAlone() throws {
    let (sample, id, step) = try waiting()
    let acts: [(inout SampleOffice) throws -> Void] = [
      { try $0.submit(.setPriority(id, SetPriority(.p4, reason: "no hurry", replacing: .p3))) },
      { try $0.submit(.holdWorkOrder(id, HoldWorkOrder(reason: .parts, note: "belt"))) },
      { office in
        try office.assign(id)
        try office.submit(.startTravel(id, StartTravel()))
      }
    ]
    for act in acts {
      var office = sample
      try act(&office)
      #expect(!office.office.automaticSteps(at: office.now).due.contains { $0.automation == step.automation })
    }
  }

  @Test(
    "raises what has waited for long once, never beyond P2, and says what somebody had set",
    .verifies("TRI-04"))
  func ageEscalation() throws {
    var sample = try SampleOffice()
    let id = try sample.log(priority: .p4, trade: "doors")
    let calm = try sample.log(priority: .p2)
    try sample.submit(.setPriority(id, SetPriority(.p3, reason: "a shop", replacing: .p4)))
    sample.now += sample.office.limits.riseAfter
    let due = sample.office.automaticSteps(at: sample.now).due
    #expect(!due.contains { $0.automation.subject == .workOrder(calm) })
    let step = try #require(due.first { $0.automation.rule == .ageEscalation })
    let decision = try sample.submit(step)
    guard case .workOrder(id, .priorityRaised(.p3, .p2, .age, "a shop")) = decision.events[0] else {
      Issue.record("it came to \(decision.events)")
      return
    }
    #expect(
      !sample.office.automaticSteps(at: sample.now + .days(30)).due.contains {
        $0.automation.subject == .workOrder(id)
      })
  }

  @Test("is no sign of work: an import may still change the order")
  func noSign() throws {
    var (sample, id, step) = try waiting()
    let before = try sample.order(id)
    try sample.submit(step)
    let after = try sample.order(id)
    #expect(after.lastChangedAt == before.lastChangedAt && after.isWorkedOnHere == before.isWorkedOnHere)
  }
}
