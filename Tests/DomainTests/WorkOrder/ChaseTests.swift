import Domain
import TestSupport
import Testing

@Suite("Another call about an order")
struct ChaseTests {
  private func request(_ number: UInt64, _ words: String = "") -> WorkRequest {
    WorkRequest(
      id: WorkRequest.ID(high: 90, low: number), words: words, urgency: .soon, source: .phone,
      receivedAt: SampleOffice.tuesday)
  }

  @Test("counts once, on the row and in the score", .verifies("INT-25"))
  func counts() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    let before = try #require(Board(sample.office, now: sample.now).queue.first { $0.id == id })
    for number in [1, 2, 2] as [UInt64] {
      try sample.submit(.chaseWorkOrder(id, ChaseWorkOrder(request(number, "where is he"))))
    }
    let row = try #require(Board(sample.office, now: sample.now).queue.first { $0.id == id })
    #expect(try sample.order(id).furtherCalls == 2 && row.furtherCalls == 2)
    #expect(row.score.total == before.score.total + 10)
  }

  @Test("is refused of ended work, and stays when what was done before it is undone", .verifies("INT-25"))
  func ended() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    let chased = try sample.submit(.chaseWorkOrder(id, ChaseWorkOrder(request(1))))
    #expect(chased.inverse.isEmpty)
    try sample.submit(.cancelWorkOrder(id, CancelWorkOrder(reason: .customer, words: "no need")))
    #expect(throws: Refusal.self) {
      try sample.submit(.chaseWorkOrder(id, ChaseWorkOrder(request(2))))
    }
  }
}
