import Domain
import TestSupport
import Testing

@Suite("Work-order commands")
struct WorkOrderCommandTests {
  @Test("a logged order has its number, words, clocks and a place in the queue", .verifies("TRI-01"))
  func log() throws {
    var sample = try SampleOffice()
    let id = try sample.log("AHU-3 no air")
    let order = try sample.order(id)
    #expect((order.number, order.summary, order.status) == (20_001, "AHU-3 no air", .ready))
    #expect(sample.office.order(number: 20_001)?.id == id)
    #expect(sample.office.nextNumber == 20_002)
    #expect(order.requests.map(\.words) == ["AHU-3 no air"])
  }

  @Test("a number that was taken meanwhile is replaced by the next, the same log again is the same")
  func numbers() throws {
    var sample = try SampleOffice()
    let first = try sample.log()
    let second = try sample.log { $0.number = 20_001 }
    #expect(try sample.order(second).number == 20_002)
    var work = LoggedWork(
      id: first, number: 5, request: try #require(try sample.order(first).requests.first),
      receivedAt: sample.now,
      summary: "x", priority: .p1)
    work.site = SampleOffice.mall
    #expect(try sample.submit(.logWorkOrder(LogWorkOrder(work))).events.isEmpty)
  }

  @Test("an unknown site can be made with the order, to be completed later")
  func provisional() throws {
    var sample = try SampleOffice()
    let request = WorkRequest(
      id: WorkRequest.ID(1), words: "x", urgency: .soon, source: .mail, receivedAt: sample.now)
    var work = LoggedWork(
      id: WorkOrder.ID(5), number: 20_001, request: request, receivedAt: sample.now, summary: "x",
      priority: .p3)
    let site = Site(id: Site.ID(50), name: "New place", customer: nil, isProvisional: true)
    work.site = site.id
    try sample.submit(.logWorkOrder(LogWorkOrder(work, provisionalSite: site)))
    #expect(sample.office.site(site.id)?.isProvisional == true)
    #expect(Board(sample.office, now: sample.now).queue.first?.siteName == "New place")
  }

  @Test("triage settles trade, priority, skills and length, and says when", .verifies("TRI-01", "TRI-09"))
  func triage() throws {
    var sample = try SampleOffice()
    let id = try sample.log(trade: nil) { $0.priorityIsConfirmed = false }
    #expect(try sample.order(id).status == .new)
    let changes: [FieldChange<WorkOrder.Field>] = [
      FieldChange(.trade, from: nil, to: .plain("lift")),
      FieldChange(.skills, from: nil, to: .plain("lift:2")),
      FieldChange(.estimate, from: .plain("60m"), to: .plain("1h30"))
    ]
    let unexplained = TriageWorkOrder(changes: changes, priority: .p1)
    #expect(throws: Refusal.missing(.order(try sample.order(id).number), fields: ["reason"])) {
      try sample.submit(.triageWorkOrder(id, unexplained))
    }
    try sample.submit(
      .triageWorkOrder(id, TriageWorkOrder(changes: changes, priority: .p1, reason: "somebody is in it")),
      after: .minutes(4))
    let order = try sample.order(id)
    #expect((order.trade, order.priority, order.estimate) == (Trade("lift"), .p1, .minutes(90)))
    #expect(order.skills == [SkillRequirement(trade: Trade("lift"), level: 2)])
    #expect((order.priorityIsConfirmed, order.triagedAt, order.status) == (true, sample.now, .ready))
    #expect(try sample.submit(.triageWorkOrder(id, TriageWorkOrder())).events.isEmpty)
  }

  @Test("a priority below what is proposed once the trade is settled needs a reason too", .verifies("TRI-02"))
  func ownWish() throws {
    var sample = try SampleOffice()
    let id = try sample.log(priority: .p2, trade: nil) {
      $0.priorityIsConfirmed = false
      $0.summary = "Stuck between floors, one person inside"
    }
    let order = try sample.order(id)
    let changes: [FieldChange<WorkOrder.Field>] = [FieldChange(.trade, from: nil, to: .plain("lift"))]
    #expect(sample.office.proposedPriority(of: order, after: changes).priority == .p1)
    #expect(throws: Refusal.missing(.order(order.number), fields: ["reason"])) {
      try sample.submit(.triageWorkOrder(id, TriageWorkOrder(changes: changes, priority: .p2)))
    }
    try sample.submit(.triageWorkOrder(id, TriageWorkOrder(changes: changes, priority: .p1)))
    #expect(try sample.order(id).priority == .p1)
  }

  @Test("flags are set with a day, changed, and taken off", .verifies("TRI-13"))
  func flags() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    let day = try #require(CivilDate(iso: "2026-11-25"))
    try sample.submit(.flagWorkOrder(id, FlagWorkOrder(true, until: day)))
    #expect(try sample.order(id).flag == FollowUp(until: day, by: SampleOffice.bea, at: sample.now))
    #expect(try sample.submit(.flagWorkOrder(id, FlagWorkOrder(true, until: day))).events.isEmpty)
    let flag = try sample.order(id).flag
    let off = try sample.submit(
      .flagWorkOrder(id, FlagWorkOrder(false)), by: SampleOffice.sam, after: .minutes(9))
    #expect(try sample.order(id).flag == nil)
    for command in off.inverse { try sample.submit(command, by: SampleOffice.sam, after: .minutes(1)) }
    #expect(try sample.order(id).flag == flag, "an undo puts it back as hers, and since then")
    try sample.submit(.flagWorkOrder(id, FlagWorkOrder(false)))
    #expect(try sample.submit(.flagWorkOrder(id, FlagWorkOrder(false))).events.isEmpty)
  }

  @Test("notes and files stay with an order that has ended; the same file twice is the same")
  func notes() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    try sample.submit(.cancelWorkOrder(id, CancelWorkOrder(reason: .noAccess, words: "")))
    try sample.submit(.addNote(id, AddNote("he called again")))
    #expect(
      try sample.order(id).notes == [Note(words: "he called again", by: SampleOffice.bea, at: sample.now)])
    let file = AttachFile(sha256: .zero, name: "lift.jpg", type: "image/jpeg", bytes: 12)
    try sample.submit(.attachFile(id, file))
    #expect(try sample.submit(.attachFile(id, file)).events.isEmpty)
    #expect(try sample.order(id).attachments.map(\.name) == ["lift.jpg"])
  }

  @Test(
    "cancelling costs what the office says, once somebody was told", .verifies("EXC-09"),
    arguments: CancelReason.allCases)
  func cancel(reason: CancelReason) throws {
    var sample = try SampleOffice()
    var limits = sample.office.limits
    limits.cancelFees = [.customer: Money(hundredths: 4_500), .noAccess: Money(hundredths: 9_500)]
    try sample.submit(.changeOffice(ChangeOffice(limits: limits)))
    for isTold in [false, true] {
      let id = try sample.log()
      if isTold { try sample.assign(id) }
      let command = Command.cancelWorkOrder(id, CancelWorkOrder(reason: reason, words: "says so"))
      try sample.submit(command)
      let fee = isTold ? limits.cancelFees[reason] : nil
      let ending = try #require(try sample.order(id).ending)
      #expect(ending.kind == .cancelled(reason, words: "says so", fee: fee))
      #expect((ending.at, ending.by) == (sample.now, SampleOffice.bea))
      #expect(try sample.order(id).status == .cancelled)
      #expect(try sample.submit(command).events.isEmpty)
    }
  }

  @Test("what a duplicate's callers said moves to the order it is about")
  func duplicate() throws {
    var sample = try SampleOffice()
    let original = try sample.log("lift dead")
    let id = try sample.log("lift still dead")
    let decision = try sample.submit(.markDuplicate(id, MarkDuplicate(of: original)))
    #expect(try sample.order(original).requests.map(\.words) == ["lift dead", "lift still dead"])
    #expect(try sample.order(id).status == .duplicate)
    #expect(try sample.submit(.markDuplicate(id, MarkDuplicate(of: original))).events.isEmpty)
    sample.office = try sample.office.deciding(decision.inverse, at: sample.now).after
    #expect(try sample.order(original).requests.map(\.words) == ["lift dead"])
    #expect(try sample.order(id).status == .ready)
  }

  @Test("work that was not done says why and what is next", .verifies("SGN-12"))
  func notDone() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    try sample.assign(id)
    #expect(throws: Refusal.missing(.order(20_001), fields: ["reason"])) {
      try sample.submit(.reportNotDone(id, ReportNotDone(reason: " ")))
    }
    try sample.submit(.reportNotDone(id, ReportNotDone(reason: "no key", nextStep: "ask the porter")))
    let order = try sample.order(id)
    let assignment = try #require(order.visits.last?.assignment)
    #expect((assignment.reason, assignment.nextStep, order.status) == ("no key", "ask the porter", .notDone))
    #expect(Board(sample.office, now: sample.now).queue.map(\.id) == [id])
  }
}
