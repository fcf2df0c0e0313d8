import Domain
import TestSupport
import Testing

@Suite("Counters of the shift")
struct CountersTests {
  private func counters(_ town: Town) -> Counters {
    Counters(town.office, Board(town.office, now: town.now), at: town.now)
  }

  @Test("have nothing to say of a day without work, and say so", .verifies("REP-01"))
  func nothing() throws {
    let town = try Town()
    for name in Counter.Name.allCases where name != .inProgress && name != .load {
      #expect(counters(town)[name]?.value == Counter.Value.none, "\(name)")
    }
    #expect(counters(town)[.inProgress]?.value == .count(0))
  }

  @Test(
    "count what was done in the shift, with what went into each figure", .verifies("REP-01"),
    .verifies("REP-13"))
  func work() throws {
    var town = try Town()
    let order = try town.log()
    town.now = town.now + .minutes(10)
    try town.submit(Town.assign(order, Town.ana, town.now), override: "for the test")
    let assigned = town.now
    #expect(counters(town)[.assignedAfter]?.value == .mean(.minutes(10), of: 1))
    #expect(
      counters(town)[.assignedAfter]?.basis
        == [Counter.Basis(order: order.number, technician: nil, part: .length(.minutes(10)))])
    town.now = town.now + .minutes(5)
    try town.submit(.arriveOnSite(order.id, ArriveOnSite()))
    #expect(counters(town)[.inProgress]?.value == .count(1))
    town.now = town.now + .minutes(30)
    try town.submit(.completeVisit(order.id, CompleteVisit(CompletionReport(did: "reset"))))
    #expect(counters(town)[.doneAfter]?.value == .mean(town.now - assigned, of: 1))
    #expect(counters(town)[.inProgress]?.value == .count(0))
    #expect(counters(town)[.done]?.basis.map(\.order) == [order.number])
  }

  @Test("say how many clocks were met in time, and whether that is enough", .verifies("REP-01"))
  func clocks() throws {
    var sample = try SampleOffice()
    let met = try sample.log(priority: .p2)
    _ = try sample.log(priority: .p2)
    try sample.assign(met, at: sample.now)
    try sample.submit(.arriveOnSite(met, ArriveOnSite()), by: SampleOffice.person(SampleOffice.ana))
    var counters = Counters(sample.office, Board(sample.office, now: sample.now), at: sample.now)
    #expect(counters[.responseMet]?.value == .share(1, of: 1))
    #expect(counters[.responseMet]?.isOnTarget == true)
    sample.now += .hours(12)
    counters = Counters(sample.office, Board(sample.office, now: sample.now), at: sample.now)
    #expect(counters[.responseMet]?.value == .share(1, of: 2))
    #expect(counters[.responseMet]?.target == 95 && counters[.responseMet]?.isOnTarget == false)
  }

  @Test("a clock that a cancellation or the mark of a duplicate stopped was not met", .verifies("REP-01"))
  func notServed() throws {
    var sample = try SampleOffice()
    let (first, second, third) = (try sample.log(), try sample.log(), try sample.log())
    try sample.submit(.cancelWorkOrder(first, CancelWorkOrder(reason: .weather, words: "")))
    try sample.submit(.markDuplicate(second, MarkDuplicate(of: third)))
    let counters = Counters(sample.office, Board(sample.office, now: sample.now), at: sample.now)
    #expect(counters[.responseMet]?.value == Counter.Value.none)
    #expect(counters[.responseMet]?.isOnTarget == nil, "nothing is known of it yet")
    #expect(counters[.fixMet]?.value == Counter.Value.none)
  }
}
