import Domain
import TestSupport
import Testing

@Suite("Done work that awaits review", .verifies("SGN-03"))
struct ReworkTests {
  private let report = CompletionReport(did: "reset", cause: "filter")

  private func done(_ sample: inout SampleOffice) throws -> WorkOrder.ID {
    let id = try sample.log()
    try sample.assign(id)
    try sample.submit(.arriveOnSite(id, ArriveOnSite()), after: .minutes(20))
    try sample.submit(.completeVisit(id, CompleteVisit(report)), after: .minutes(30))
    return id
  }

  @Test("stands in the review queue until it is closed, what was done first on top")
  func queue() throws {
    var sample = try SampleOffice()
    let first = try done(&sample)
    let second = try done(&sample)
    #expect(sample.office.reviewQueue.map(\.id) == [first, second])
    #expect(try sample.order(first).doneBy == SampleOffice.ana)
    try sample.submit(.closeWorkOrder(first, CloseWorkOrder()))
    #expect(sample.office.reviewQueue.map(\.id) == [second])
  }

  @Test("that is not right waits for somebody again, its fix clock runs on and it weighs more")
  func sentBack() throws {
    var sample = try SampleOffice()
    let id = try done(&sample)
    func history() throws -> Int? {
      sample.office.score(of: try sample.order(id), at: sample.now).terms.first { $0.kind == .history }?
        .points
    }
    let before = try history() ?? 0
    let visit = sample.newVisit()
    try sample.submit(.returnForRework(id, ReturnForRework(reason: "leaks still", visit: visit)))
    let order = try sample.order(id)
    #expect((order.status, order.isUnassigned, order.doneAt) == (.ready, true, nil))
    #expect(order.reworks.map(\.reason) == ["leaks still"])
    #expect(order.openVisit?.id == visit)
    #expect(sample.office.clocks(of: order, at: sample.now).contains { $0.kind == .fix && $0.isTicking })
    #expect(try history() == before + 15)
    #expect(sample.office.reviewQueue.isEmpty)
  }

  @Test("comes back for review by an undo, as long as nobody was given the new visit")
  func undone() throws {
    var sample = try SampleOffice()
    let id = try done(&sample)
    let before = try sample.order(id)
    let back = ReturnForRework(reason: "leaks still", visit: sample.newVisit())
    let inverse = try sample.submit(.returnForRework(id, back)).inverse
    for command in inverse { try sample.submit(command) }
    #expect(try sample.order(id).status == .review)
    #expect(try sample.order(id).reworks.isEmpty && sample.order(id).visits == before.visits)
    try sample.submit(.returnForRework(id, back))
    try sample.assign(id, SampleOffice.chen, at: sample.now)
    #expect(throws: Refusal.self) { for command in inverse { try sample.submit(command) } }
  }

  @Test("is sent back only while it awaits review, and only with a reason")
  func refused() throws {
    var sample = try SampleOffice()
    let open = try sample.log()
    #expect(throws: Refusal.wrongState(20_001, .ready, wanted: .done)) {
      try sample.submit(.returnForRework(open, ReturnForRework(reason: "no", visit: sample.newVisit())))
    }
    let id = try done(&sample)
    #expect(throws: Refusal.missing(.order(20_002), fields: ["reason"])) {
      try sample.submit(.returnForRework(id, ReturnForRework(reason: " ", visit: sample.newVisit())))
    }
    try sample.submit(.closeWorkOrder(id, CloseWorkOrder()))
    #expect(throws: Refusal.wrongState(20_002, .closed, wanted: .done)) {
      try sample.submit(.returnForRework(id, ReturnForRework(reason: "no", visit: sample.newVisit())))
    }
  }
}
