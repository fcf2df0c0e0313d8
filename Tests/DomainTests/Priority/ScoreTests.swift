import Domain
import TestSupport
import Testing

@Suite("Score")
struct ScoreTests {
  @Test("is the sum of its terms, all six visible", .verifies("TRI-03"))
  func terms() throws {
    var sample = try SampleOffice()
    let id = try sample.log(priority: .p2, urgency: .now)
    sample.now += .hours(1)
    let score = sample.office.score(of: try sample.order(id), at: sample.now)
    // Gold P2: half of the two hours to respond are used.
    #expect(score.terms.map(\.kind) == Score.Term.Kind.allCases)
    #expect(score.terms.map(\.points) == [4, 50, 40, 30, 0, 60])
    #expect(score.total == 184)
  }

  @Test("history counts failed visits, reopenings, further calls and earlier services", .verifies("TRI-03"))
  func history() throws {
    var sample = try SampleOffice()
    let first = try sample.log { $0.equipment = SampleOffice.airHandler }
    try sample.submit(.closeWorkOrder(first, CloseWorkOrder(resolution: "by phone")))
    sample.now += .days(3)
    let id = try sample.log { $0.equipment = SampleOffice.airHandler }
    let points = { (sample: SampleOffice) in
      sample.office.score(of: try sample.order(id), at: sample.now).terms.first { $0.kind == .history }?
        .points
    }
    #expect(try points(sample) == 10)
    try sample.assign(id, at: sample.now + .minutes(10))
    try sample.submit(.declineVisit(id, DeclineVisit(reason: "too far")))
    #expect(try points(sample) == 20)
    let again = try sample.log("dead again")
    try sample.submit(.markDuplicate(again, MarkDuplicate(of: id)))
    #expect(try points(sample) == 25)
    try sample.submit(.cancelWorkOrder(id, CancelWorkOrder(reason: .weather, words: "")))
    try sample.submit(.reopenWorkOrder(id, ReopenWorkOrder(reason: "sun", visit: nil)))
    #expect(try points(sample) == 40)
  }

  @Test("waiting and lateness raise it, but not for ever")
  func limits() throws {
    var sample = try SampleOffice()
    let id = try sample.log(priority: .p2)
    let order = try sample.order(id)
    let points = [0, 60, 120, 240, 2_000, 9_000].map { minutes in
      sample.office.score(of: order, at: sample.now + .minutes(minutes)).terms.prefix(2).map(\.points)
    }
    #expect(points == [[0, 0], [4, 50], [8, 100], [16, 200], [96, 200], [96, 200]])
  }

  @Test("a clock that stands still counts nothing")
  func held() throws {
    var sample = try SampleOffice()
    let id = try sample.log(priority: .p2)
    try sample.submit(.holdWorkOrder(id, HoldWorkOrder(reason: .access, note: "locked")), after: .hours(1))
    #expect(sample.office.score(of: try sample.order(id), at: sample.now).terms[1].points == 0)
  }
}
