import Domain
import TestSupport
import Testing

@Suite("Rules of the office on who is sent")
struct SendingRuleTests {
  private func rule(_ name: String = "Air", _ change: (inout SendingRule) -> Void) -> SendingRule {
    var rule = SendingRule(name, for: SendingRule.Scope())
    change(&rule)
    return rule
  }

  private func set(
    _ rule: SendingRule, in sample: inout SampleOffice, removed: Bool = false
  ) throws(Refusal) -> Decision {
    let replacing = sample.office.sendingRule(rule.name)
    return try sample.submit(
      .setSendingRule(SetSendingRule(rule, isRemoved: removed, replacing: replacing)))
  }

  @Test("propose nobody but whom they name, and sending another takes a reason", .verifies("REC-05"))
  func only() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    let other = try sample.log(trade: "plumbing")
    let before = sample.office.candidates(for: try sample.order(id), at: sample.now)
    #expect(Set(before.eligible.map(\.handle)) == ["ana", "chen"])
    let ruled = rule {
      $0.scope.trade = Trade("hvac")
      $0.only = [SampleOffice.chen]
    }
    _ = try set(ruled, in: &sample)
    let found = sample.office.candidates(for: try sample.order(id), at: sample.now)
    #expect(found.eligible.map(\.handle) == ["chen"])
    let ana = try #require(found.others.first { $0.handle == "ana" })
    #expect(ana.reasons.contains { $0.evidence == .ruledOut(by: "Air") && $0.severity == .block })
    let away = sample.office.candidates(for: try sample.order(other), at: sample.now)
    #expect(away.eligible.map(\.handle) == ["brandt"], "another trade is not its work")
    let give = AssignVisit(
      visit: sample.newVisit(), technician: SampleOffice.ana, start: sample.now, replacing: nil)
    #expect(throws: Refusal.self) { try sample.submit(.assignVisit(id, give), override: nil) }
    try sample.submit(.assignVisit(id, give), override: "she knows the plant")
    #expect(try sample.order(id).technician == SampleOffice.ana)
  }

  @Test("ask for a skill beside the trade's, valid on the day", .verifies("REC-05"))
  func skills() throws {
    var sample = try SampleOffice()
    let id = try sample.log { $0.equipment = SampleOffice.airHandler }
    let plain = try sample.log()
    sample.office.equipment.change(SampleOffice.airHandler) { $0.details[.type] = "Air handler" }
    let ruled = rule {
      $0.scope.type = "AIR handler"
      $0.skills = [SkillRequirement(trade: Trade("hvac"), level: 3)]
    }
    _ = try set(ruled, in: &sample)
    let found = sample.office.candidates(for: try sample.order(id), at: sample.now)
    #expect(found.eligible.map(\.handle) == ["ana"])
    #expect(sample.office.candidates(for: try sample.order(plain), at: sample.now).eligible.count == 2)
    sample.office.technicians.change(SampleOffice.ana) {
      $0.skills = [Skill(trade: Trade("hvac"), level: 3, expiresOn: CivilDate(iso: "2026-11-23"))]
    }
    #expect(sample.office.candidates(for: try sample.order(id), at: sample.now).eligible.isEmpty)
  }

  @Test("give work without asking, once, and a person's undo stands", .verifies("REC-05", "AUT-05"))
  func gives() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    let ruled = rule {
      $0.scope.customer = SampleOffice.mercy
      $0.only = [SampleOffice.chen]
      $0.gives = true
    }
    _ = try set(ruled, in: &sample)
    let step = try #require(
      sample.office.automaticSteps(at: sample.now).due.first { $0.automation.rule == .sendingRule })
    let decision = try sample.submit(step)
    #expect(try sample.order(id).technician == SampleOffice.chen)
    #expect(try sample.submit(step, by: SampleOffice.sam).events.isEmpty, "a second console is too late")
    for command in decision.inverse { try sample.submit(command) }
    #expect(try sample.order(id).isUnassigned)
    #expect(
      !sample.office.automaticSteps(at: sample.now).due.contains { $0.automation.rule == .sendingRule })
  }

  @Test(
    "tell a customer who waits to hear it when somebody comes, and an undo catches it",
    .verifies("REC-05", "INT-14"))
  func tells() throws {
    var sample = try SampleOffice()
    let phone = PersonalText(id: Identifier(70), words: "0151 496 0177")
    try sample.submit(
      .editCustomer(SampleOffice.mercy, EditCustomer([FieldChange(.phone, from: nil, to: .personal(phone))])))
    let id = try sample.log()
    let receipt = SendMessage(
      id: OutgoingMessage.ID(7_001), to: .customer, .template(MessageTemplate.receipt))
    try sample.submit(.sendMessage(id, receipt))
    let ruled = rule {
      $0.scope.customer = SampleOffice.mercy
      $0.gives = true
    }
    _ = try set(ruled, in: &sample)
    let step = try #require(
      sample.office.automaticSteps(at: sample.now).due.first { $0.automation.rule == .sendingRule })
    let decision = try sample.submit(step)
    let order = try sample.order(id)
    #expect(order.messages.map(\.template) == ["received", "time"])
    #expect(order.messages.last?.cause == .rule("Air") && order.lastTold?.tells == order.openVisit?.start)
    for command in decision.inverse { try sample.submit(command) }
    #expect(try sample.order(id).messages.map(\.state) == [.waiting, .recalled])
    #expect(try sample.order(id).isUnassigned)
  }

  @Test("leave work to people where nobody is free, and say so on the order", .verifies("REC-05"))
  func nobody() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    let ruled = rule {
      $0.scope.trade = Trade("hvac")
      $0.only = [SampleOffice.brandt]
      $0.gives = true
    }
    _ = try set(ruled, in: &sample)
    let step = try #require(
      sample.office.automaticSteps(at: sample.now).due.first { $0.automation.rule == .sendingRule })
    try sample.submit(step)
    #expect(try sample.order(id).isUnassigned)
    #expect(try sample.order(id).notes.last?.words.contains("Air") ?? false)
    #expect(
      !sample.office.automaticSteps(at: sample.now).due.contains { $0.automation.rule == .sendingRule })
  }

  @Test("are refused where they say nothing, are undone, and are the manager's to set")
  func setting() throws {
    var sample = try SampleOffice()
    let empty = rule { $0.only = [SampleOffice.ana] }
    #expect(throws: Refusal.self) { try set(empty, in: &sample) }
    let idle = rule { $0.scope.trade = Trade("hvac") }
    #expect(throws: Refusal.self) { try set(idle, in: &sample) }
    let ruled = rule {
      $0.scope.trade = Trade("hvac")
      $0.gives = true
    }
    let before = sample.office
    let decision = try set(ruled, in: &sample)
    #expect(sample.office.sendingRules == [ruled])
    for command in decision.inverse { try sample.submit(command) }
    #expect(sample.office.sendingRules == before.sendingRules)
    _ = try set(ruled, in: &sample)
    let stale = SetSendingRule(rule { $0.scope.site = SampleOffice.mall }, replacing: nil)
    #expect(throws: Refusal.self) { try sample.submit(.setSendingRule(stale)) }
    #expect(throws: Refusal.self) {
      try sample.submit(
        .setSendingRule(SetSendingRule(ruled, isRemoved: true, replacing: ruled)), by: SampleOffice.sam)
    }
  }
}
