import Domain
import TestSupport
import Testing

@Suite("Clock explanation")
struct ClockExplanationTests {
  @Test("adds up: target less elapsed is what remains, pauses by reason", .verifies("SLA-01"))
  func addsUp() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    try sample.submit(.holdWorkOrder(id, HoldWorkOrder(reason: .parts, note: "belt")), after: .minutes(30))
    try sample.submit(.releaseWorkOrder(id, ReleaseWorkOrder(visit: nil)), after: .minutes(20))
    sample.now += .minutes(10)
    let explained = sample.office.clockExplanations(of: try sample.order(id), at: sample.now)
    #expect(explained.map(\.face) == sample.office.clocks(of: try sample.order(id), at: sample.now))
    #expect(explained.map(\.elapsed) == [.minutes(60), .minutes(40)])
    #expect(explained.map { $0.target - $0.elapsed } == explained.map(\.face.remaining))
    #expect(explained.map { $0.pauses.map(\.counts) } == [[false], [true]])
    #expect(explained.map { $0.pauses.map(\.open) } == [[.zero], [.minutes(20)]])
    #expect(explained.map(\.contract) == ["Gold", "Gold"])
    #expect(explained.map(\.response) == [.onSite, nil])
    #expect(explained.map(\.stop) == [nil, nil])
    #expect(explained[0].hours.isRoundTheClock)
  }

  @Test("is by the priority that was promised, also after a rule has raised it")
  func promised() throws {
    var sample = try SampleOffice()
    let id = try sample.log(priority: .p3)
    let before = sample.office.clockExplanations(of: try sample.order(id), at: sample.now)
    var office = sample.office
    office.apply(
      .workOrder(id, .priorityRaised(from: .p3, to: .p2, because: .age(since: sample.now), over: nil)),
      Stamp(by: SampleOffice.bea, at: sample.now, console: ConsoleID(7)))
    let order = try #require(office.order(id))
    #expect((order.priority, order.promisedPriority) == (.p2, .p3))
    #expect(office.clockExplanations(of: order, at: sample.now) == before)
  }

  @Test("names what stopped a clock")
  func stops() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    try sample.assign(id)
    try sample.submit(.arriveOnSite(id, ArriveOnSite()))
    #expect(
      sample.office.clockExplanations(of: try sample.order(id), at: sample.now).map(\.stop) == [.onSite, nil])
    try sample.submit(.completeVisit(id, CompleteVisit(CompletionReport(did: "reset"))))
    #expect(
      sample.office.clockExplanations(of: try sample.order(id), at: sample.now).map(\.stop) == [
        .onSite, .done
      ])
    let other = try sample.log()
    try sample.submit(.cancelWorkOrder(other, CancelWorkOrder(reason: .weather, words: "")))
    #expect(
      sample.office.clockExplanations(of: try sample.order(other), at: sample.now).map(\.stop) == [
        .ended, .ended
      ])
  }
}
