import Domain
import TestSupport
import Testing

@Suite("The morning decision")
struct DayCapacityTests {
  /// Tuesday 24 November 2026, 07:00 in London; of the four technicians only Ana (07:00-15:30, a break of half an
  /// hour) does heating at level 3.
  private func morning() throws -> SampleOffice {
    try SampleOffice(now: instant("2026-11-24T07:00:00Z"))
  }

  @Test("adds up what the backlog needs and what the day has, in all and per trade", .verifies("QUE-13"))
  func sums() throws {
    var sample = try morning()
    for _ in 0..<3 { _ = try sample.log(trade: "electrical") { $0.estimate = .hours(3) } }
    let taken = try sample.log(trade: "hvac")
    try sample.assign(taken, SampleOffice.ana, at: sample.now + .hours(1), length: .hours(2))
    let day = sample.office.today(at: sample.now)
    let capacity = sample.office.capacity(on: day, at: sample.now)
    #expect(capacity.orders == 3 && capacity.needed == .hours(9))
    #expect(capacity.technicians == 4)
    // Ana 8 h less 2 h, Chen and Brandt 8 h each; Evans 8 h less no break in the afternoon.
    #expect(capacity.free == .hours(6 + 8 + 8 + 8))
    let line = try #require(capacity.lines.first)
    #expect(line.trade == Trade("electrical") && line.technicians == 1 && line.free == .hours(8))
    #expect(line.left == 1 && capacity.left.count == 1)
  }

  @Test(
    "what a trade has free does not hang on what more urgent work of another one takes", .verifies("QUE-13"))
  func tradesApart() throws {
    var sample = try morning()
    _ = try sample.log(priority: .p1, trade: "hvac") { $0.estimate = .hours(5) }
    _ = try sample.log(priority: .p3, trade: "lift") { $0.estimate = .hours(5) }
    let lines = sample.office.capacity(on: sample.office.today(at: sample.now), at: sample.now).lines
    let lift = try #require(lines.first { $0.trade == Trade("lift") })
    #expect(lift.technicians == 1 && lift.free == .hours(8))
  }

  @Test("what is put off goes to a day on which somebody works", .verifies("QUE-14"))
  func openDays() throws {
    let sample = try morning()
    let thursday = try #require(CivilDate(iso: "2026-11-26"))
    let days = sample.office.openDays(after: thursday, atMost: 2, at: sample.now)
    #expect(days.map(\.day.iso) == ["2026-11-27", "2026-11-30"])
    #expect(days.allSatisfy { $0.free == .hours(32) })
  }

  @Test("P1 gets its hours first, held work and what was put off needs none", .verifies("QUE-13"))
  func order() throws {
    var sample = try morning()
    let early = try sample.log(priority: .p3, trade: "electrical") { $0.estimate = .hours(8) }
    let urgent = try sample.log(priority: .p1, trade: "electrical") { $0.estimate = .hours(8) }
    let held = try sample.log(trade: "electrical")
    try sample.submit(.holdWorkOrder(held, HoldWorkOrder(reason: .parts, note: "fuse")))
    let day = sample.office.today(at: sample.now)
    let capacity = sample.office.capacity(on: day, at: sample.now)
    #expect(sample.office.backlog(on: day, at: sample.now).map(\.id) == [urgent, early])
    #expect(capacity.left == [early])
    try sample.submit(
      .postponeWorkOrder(early, PostponeWorkOrder(to: day.adding(days: 1), replacing: nil)))
    #expect(sample.office.capacity(on: day, at: sample.now).orders == 1)
    #expect(sample.office.backlog(on: day.adding(days: 1), at: sample.now).map(\.id).contains(early))
  }

  @Test("what does not fit stands by priority, however long it has waited", .verifies("QUE-13"))
  func byPriority() throws {
    var sample = try morning()
    let old = try sample.log(priority: .p3, trade: "electrical") { $0.estimate = .hours(20) }
    sample.now += .hours(4)
    let urgent = try sample.log(priority: .p2, trade: "electrical") { $0.estimate = .hours(20) }
    let later = try sample.log(priority: .p4, trade: "electrical") { $0.estimate = .hours(20) }
    sample.now += .hours(1)
    let day = sample.office.today(at: sample.now)
    #expect(sample.office.capacity(on: day, at: sample.now).left == [urgent, old, later])
  }

  @Test("work that is put off leaves the queue until its day, and undo brings it back", .verifies("QUE-14"))
  func postponed() throws {
    var sample = try morning()
    let id = try sample.log()
    let day = sample.office.today(at: sample.now)
    let put = try sample.submit(
      .postponeWorkOrder(id, PostponeWorkOrder(to: day.adding(days: 1), replacing: nil)))
    #expect(Board(sample.office, now: sample.now).queue.isEmpty)
    #expect(Board(sample.office, now: try instant("2026-11-24T23:59:59Z")).queue.isEmpty)
    #expect(Board(sample.office, now: try instant("2026-11-25T00:00:00Z")).queue.map(\.id) == [id])
    #expect(throws: Refusal.self) {
      try sample.submit(.postponeWorkOrder(id, PostponeWorkOrder(to: day, replacing: nil)))
    }
    try sample.submit(group: put.inverse)
    #expect(Board(sample.office, now: sample.now).queue.map(\.id) == [id])
    try sample.assign(id, at: sample.now + .hours(1))
    #expect(throws: Refusal.self) {
      try sample.submit(.postponeWorkOrder(id, PostponeWorkOrder(to: day.adding(days: 1), replacing: nil)))
    }
  }
}
