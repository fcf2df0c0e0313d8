import Domain
import TestSupport
import Testing

@Suite("Proposed priority")
struct ProposedPriorityTests {
  @Test("starts from the caller's urgency", arguments: zip(Urgency.allCases, [Priority.p2, .p3, .p3, .p4]))
  func urgency(urgency: Urgency, expected: Priority) throws {
    var sample = try SampleOffice()
    let id = try sample.log(at: SampleOffice.mall, trade: "doors", urgency: urgency)
    let proposal = sample.office.proposedPriority(of: try sample.order(id))
    #expect(proposal.priority == expected)
    #expect(proposal.steps.first == PriorityProposal.Step(.urgency(urgency), .starts(expected)))
  }

  @Test("where nobody has said how urgent it is nothing is said for him", .verifies("TRI-02"))
  func unsaid() throws {
    var sample = try SampleOffice()
    let id = try sample.log(at: SampleOffice.mall, trade: "doors", urgency: nil)
    var order = try sample.order(id)
    #expect(order.saidUrgency == nil && order.requests.first?.saidUrgency == nil)
    #expect(order.text(of: .urgency) == nil)
    #expect(order.urgency == .soon, "what an older console reads")
    let proposal = sample.office.proposedPriority(of: order)
    #expect(proposal.steps.first == PriorityProposal.Step(.urgency(nil), .starts(.p3)))
    try order.set(.urgency, to: "soon")
    #expect(order.saidUrgency == .soon)
    #expect(sample.office.proposedPriority(of: order).steps.first?.rule == .urgency(.soon))
    try order.set(.urgency, to: nil)
    #expect(order.saidUrgency == nil)
  }

  @Test("every step says what it looked at and what came of it", .verifies("TRI-02"))
  func explained() throws {
    var sample = try SampleOffice()
    let id = try sample.log(urgency: .whenever) {
      $0.equipment = SampleOffice.airHandler
      $0.service = .inspection
    }
    let proposal = sample.office.proposedPriority(of: try sample.order(id))
    #expect(
      proposal.steps == [
        .init(.urgency(.whenever), .starts(.p4)), .init(.service(.inspection), .leaves),
        .init(.tier(.gold), .raises(1)),
        .init(.criticality(.critical, equipment: "AHU-3"), .raises(1))
      ])
    #expect(proposal.priority == .p2)
  }

  @Test(
    "planned service is one lower, a critical thing may make a P1, gold alone never does", .verifies("TRI-02")
  )
  func matrix() throws {
    var sample = try SampleOffice()
    let propose = { (office: Office, id: WorkOrder.ID) in
      office.order(id).map { office.proposedPriority(of: $0).priority }
    }
    let gold = try sample.log(urgency: .now)
    #expect(propose(sample.office, gold) == .p2)
    let critical = try sample.log(urgency: .now) { $0.equipment = SampleOffice.airHandler }
    #expect(propose(sample.office, critical) == .p1)
    let planned = try sample.log(at: SampleOffice.mall, urgency: .today) { $0.service = .planned }
    #expect(propose(sample.office, planned) == .p4)
    let silver = try sample.log(at: SampleOffice.store112, urgency: .today)
    #expect(propose(sample.office, silver) == .p3)
  }

  @Test("some words are P1 whatever else is known", .verifies("TRI-02"))
  func alwaysP1() throws {
    var sample = try SampleOffice()
    let words = "lift dead, one person inside"
    let id = try sample.log(words, at: SampleOffice.mall, trade: "lift", urgency: .whenever)
    let proposal = sample.office.proposedPriority(of: try sample.order(id))
    #expect(proposal.priority == .p1)
    #expect(proposal.steps.last == .init(.alwaysP1(word: "inside", trade: Trade("lift")), .sets(.p1)))
    // The words of one trade mean nothing in another.
    let door = try sample.log("key stuck inside", at: SampleOffice.mall, trade: "doors", urgency: .whenever)
    #expect(sample.office.proposedPriority(of: try sample.order(door)).priority == .p4)
    // Without a trade, the one its words point to.
    let unknown = try sample.log(words, at: SampleOffice.mall, trade: nil, urgency: .whenever)
    #expect(sample.office.proposedPriority(of: try sample.order(unknown)).priority == .p1)
  }

  @Test(
    "a word that is denied makes no P1",
    arguments: [
      ("lift dead, nobody inside", false), ("lift dead, no one inside", false),
      ("lift dead, no-one is inside", false),
      ("lift not stuck, door noise", false), ("nobody's trapped in lift 2", true),
      ("lift stopped without anybody inside", false), ("nobody trapped in the lift, nobody inside", false),
      ("the lift isn't stuck", false), ("the lift isn’t stuck any more", false),
      ("lift not moving, man stuck", true), ("lift not moving man stuck", true),
      ("lift has no power person inside", true), ("no - stuck inside lift", true),
      ("nobody inside lift 1, one person inside lift 2", true), ("No! trapped in lift", true)
    ])
  func denied(words: String, isP1: Bool) throws {
    var sample = try SampleOffice()
    let id = try sample.log(words, at: SampleOffice.mall, trade: "lift", urgency: .soon)
    #expect(sample.office.proposedPriority(of: try sample.order(id)).priority == (isP1 ? .p1 : .p3))
  }

  @Test("is the same for a call that is still being logged")
  func draft() throws {
    let sample = try SampleOffice()
    let request = WorkRequest(
      id: WorkRequest.ID(1), words: "smoke", urgency: .soon, source: .phone, receivedAt: sample.now)
    var work = LoggedWork(
      id: WorkOrder.ID(1), number: 1, request: request, receivedAt: sample.now, summary: "smoke in the hall",
      priority: .p3)
    work.site = SampleOffice.hospital
    work.trade = Trade("fire")
    #expect(sample.office.proposedPriority(of: work).priority == .p1)
    #expect(
      sample.office.clocks(of: work, at: sample.now).map(\.dueAt) == [
        sample.now + .hours(6), sample.now + .hours(18)
      ])
  }

  @Test("the trade is matched from the words and may be put right", .verifies("TRI-07"))
  func trade() throws {
    var sample = try SampleOffice()
    #expect(sample.office.trades.match("Burst pipe, water everywhere") == Trade("plumbing"))
    #expect(sample.office.trades.match("no idea") == nil)
    let id = try sample.log("walk-in warm", trade: "hvac")
    let change = FieldChange<WorkOrder.Field>(.trade, from: .plain("hvac"), to: .plain("refrigeration"))
    try sample.submit(.triageWorkOrder(id, TriageWorkOrder(changes: [change])))
    #expect(try sample.order(id).trade == Trade("refrigeration"))
  }

  @Test("a trade brings its usual skill and length, which can be changed", .verifies("TRI-09"))
  func defaults() throws {
    var sample = try SampleOffice()
    let entry = try #require(sample.office.trades[Trade("lift")])
    #expect((entry.level, entry.estimate) == (2, .minutes(90)))
    let id = try sample.log(trade: "lift") { $0.estimate = entry.estimate }
    #expect(
      sample.office.skillsNeeded(for: try sample.order(id)) == [
        SkillRequirement(trade: Trade("lift"), level: 2)
      ])
    let changes: [FieldChange<WorkOrder.Field>] = [
      FieldChange(.skills, from: nil, to: .plain("lift:3")),
      FieldChange(.estimate, from: .plain("90m"), to: .plain("120m"))
    ]
    try sample.submit(.triageWorkOrder(id, TriageWorkOrder(changes: changes)))
    let order = try sample.order(id)
    #expect(sample.office.skillsNeeded(for: order) == [SkillRequirement(trade: Trade("lift"), level: 3)])
    #expect(order.estimate == .minutes(120))
  }
}
