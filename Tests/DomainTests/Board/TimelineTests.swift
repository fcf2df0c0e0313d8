import Domain
import TestSupport
import Testing

@Suite("Timeline")
struct TimelineTests {
  @Test("has a lane for each technician with his hours, breaks and absences", .verifies("TML-01"))
  func lanes() throws {
    var sample = try SampleOffice()
    let absence = Absence(
      from: try instant("2026-11-24T14:00:00Z"), to: try instant("2026-11-24T20:00:00Z"), reason: "course")
    try sample.submit(.addAbsence(SampleOffice.ana, AddAbsence(absence)))
    let board = Board(sample.office, now: sample.now)
    #expect(board.lanes.map(\.id) == board.technicians.map(\.id))
    let lane = try lane(SampleOffice.ana, sample)
    #expect(
      lane.working == [
        TimeRange(start: try instant("2026-11-24T07:00:00Z"), end: try instant("2026-11-24T15:30:00Z"))
      ])
    #expect(lane.away.map(\.reason) == [nil, "course"])
    #expect(lane.away.last?.range.end == (try instant("2026-11-24T15:30:00Z")))
  }

  @Test("has the same lanes for a day that is asked for as for the board's own", .verifies("TML-01"))
  func anyDay() throws {
    var sample = try SampleOffice()
    let shift = SetShift(
      day: sample.office.today(at: sample.now), intervals: [try #require(OpenInterval("06:00-04:00"))])
    try sample.submit(.setShift(SampleOffice.ana, shift))
    for start in [Span.minutes(30), .minutes(60), .hours(3), .days(1)] {
      try sample.assign(try sample.log(), at: sample.now + start, length: .minutes(60))
    }
    let today = sample.office.today(at: sample.now)
    for now in [sample.now, sample.now + .hours(2)] {
      #expect(sample.office.lanes(on: today, at: now) == Board(sample.office, now: now).lanes)
    }
    let tomorrow = sample.office.lanes(on: today.adding(days: 1), at: sample.now)
    let bars = try #require(tomorrow.first { $0.id == SampleOffice.ana }).bars
    #expect(bars.map(\.range.start) == [sample.now + .days(1)])
    #expect(!bars.contains { $0.isConflict })
  }

  @Test("a night shift is seen to its end, with what is planned after midnight")
  func night() throws {
    var sample = try SampleOffice()
    let shift = SetShift(
      day: sample.office.today(at: sample.now), intervals: [try #require(OpenInterval("18:00-04:00"))])
    try sample.submit(.setShift(SampleOffice.ana, shift))
    let id = try sample.log()
    let midnight = try instant("2026-11-25T00:00:00Z")
    try sample.assign(id, at: midnight + .minutes(90), length: .minutes(60))
    let lane = try lane(SampleOffice.ana, sample)
    #expect(lane.working == [TimeRange(start: midnight - .hours(6), end: midnight + .hours(4))])
    #expect(lane.bars.map(\.range.start) == [midnight + .minutes(90)])
  }

  @Test("the gaps of a night go to its end, but for what he misses of it")
  func gapsAtNight() throws {
    var sample = try SampleOffice()
    let today = sample.office.today(at: sample.now)
    let night = try #require(OpenInterval("18:00-04:00"))
    try sample.submit(.setShift(SampleOffice.ana, SetShift(day: today, intervals: [night])))
    let midnight = try instant("2026-11-25T00:00:00Z")
    let absence = Absence(from: midnight - .hours(1), to: midnight + .hours(2), reason: "doctor")
    try sample.submit(.addAbsence(SampleOffice.ana, AddAbsence(absence)))
    let gaps = sample.office.balance(of: today, at: sample.now).first { $0.id == SampleOffice.ana }?.gaps
    #expect(gaps?.last == TimeRange(start: midnight + .hours(2), end: midnight + .hours(4)))
  }

  @Test("after midnight the night goes on: its shift, its absences and what is in hand since before")
  func afterMidnight() throws {
    var sample = try SampleOffice()
    let evening = sample.office.today(at: sample.now)
    let midnight = try instant("2026-11-25T00:00:00Z")
    let shift = SetShift(day: evening, intervals: [try #require(OpenInterval("18:00-04:00"))])
    try sample.submit(.setShift(SampleOffice.ana, shift))
    let ill = Absence(from: midnight - .hours(1), to: midnight + .hours(2), reason: "ill")
    try sample.submit(.addAbsence(SampleOffice.ana, AddAbsence(ill)))
    for now in [midnight - .hours(2), midnight + .minutes(10)] {
      sample.now = now
      let lane = try lane(SampleOffice.ana, sample)
      #expect(lane.working.contains(TimeRange(start: midnight - .hours(6), end: midnight + .hours(4))))
      #expect(lane.away.filter { $0.reason == "ill" }.map(\.range) == [ill.range])
    }
    let dayBefore = sample.office.lanes(on: evening, at: sample.now).first { $0.id == SampleOffice.ana }
    #expect(dayBefore?.away.contains { $0.range == ill.range } ?? false)
  }

  @Test("the load is that of the shift, before midnight and after it", .verifies("BRD-02"))
  func loadOfNight() throws {
    var sample = try SampleOffice()
    try sample.submit(
      .editTechnician(SampleOffice.evans, EditTechnician(hours: OpeningHours("Mon-Sun 22:00-06:00"))))
    let midnight = try instant("2026-11-25T00:00:00Z")
    sample.now = midnight - .hours(1)
    for start in [midnight - .hours(2), midnight + .hours(4)] {
      let id = try sample.log(trade: "electrical")
      try sample.assign(id, SampleOffice.evans, at: start, length: .hours(1))
    }
    for now in [midnight - .hours(1), midnight + .hours(1)] {
      let card = Board(sample.office, now: now).technicians.first { $0.id == SampleOffice.evans }
      #expect(card?.utilisationPercent == 25, "two of eight hours, \(now.rfc3339)")
    }
  }

  @Test("what somebody is at is on today's lane, however long ago it should have been over")
  func inHand() throws {
    var sample = try SampleOffice()
    let midnight = try instant("2026-11-25T00:00:00Z")
    sample.now = midnight - .hours(3)
    let id = try sample.log()
    try sample.assign(id, at: sample.now, length: .minutes(60))
    try sample.submit(.arriveOnSite(id, ArriveOnSite()))
    sample.now = midnight + .minutes(10)
    let lane = try lane(SampleOffice.ana, sample)
    #expect(lane.bars.map(\.status) == [.onSite])
    #expect(lane.bars.first?.overrun?.end == sample.now)
    let nextDay = sample.office.today(at: sample.now).adding(days: 1)
    let tomorrow = sample.office.lanes(on: nextDay, at: sample.now)
    #expect(tomorrow.allSatisfy { $0.bars.isEmpty })
  }

  @Test("a push in a shift over midnight takes what follows in it, and nothing of the next one")
  func pushAtNight() throws {
    var sample = try SampleOffice()
    let today = sample.office.today(at: sample.now)
    let night = try #require(OpenInterval("18:00-04:00"))
    for day in [today, today.adding(days: 1)] {
      try sample.submit(.setShift(SampleOffice.ana, SetShift(day: day, intervals: [night])))
    }
    let midnight = try instant("2026-11-25T00:00:00Z")
    var starts: [Timestamp] = []
    for hours in [Int64(-1), 2, 20] {
      starts.append(midnight + .hours(hours))
      try sample.assign(try sample.log(), at: midnight + .hours(hours), length: .minutes(30))
    }
    let plan = sample.office.pushPlan(
      of: SampleOffice.ana, by: .minutes(15), from: midnight - .hours(2), for: nil, at: sample.now)
    #expect(plan.moves.map(\.from.start) == [starts[0], starts[1]])
  }

  @Test("bars carry priority, trade, status and the way there", .verifies("TML-02"))
  func bars() throws {
    var sample = try SampleOffice()
    let first = try sample.log(priority: .p3)
    let second = try sample.log(at: SampleOffice.mall, priority: .p2, trade: "lift")
    try sample.assign(first, at: sample.now + .minutes(30), length: .minutes(60))
    try sample.assign(second, at: sample.now + .hours(3), length: .minutes(90))
    try sample.submit(.acceptVisit(second, AcceptVisit()))
    let bars = try lane(SampleOffice.ana, sample).bars
    #expect(bars.map(\.number) == [try sample.order(first).number, try sample.order(second).number])
    #expect(bars.map(\.priority) == [.p3, .p2])
    #expect(bars.map(\.trade) == [Trade("hvac"), Trade("lift")])
    #expect(bars.map(\.status) == [.dispatched, .accepted])
    #expect(bars.map(\.range.length) == [.minutes(60), .minutes(90)])
    let way = sample.office.travelTime(
      from: sample.office.site(SampleOffice.hospital)?.coordinates,
      to: sample.office.site(SampleOffice.mall)?.coordinates)
    #expect(bars[1].travel == TimeRange(start: sample.now + .hours(3) - way, end: sample.now + .hours(3)))
    #expect(bars.map(\.isConflict) == [false, false])
  }

  @Test("a visit past its estimate runs on until now and into the next one", .verifies("TML-02"))
  func overrun() throws {
    var sample = try SampleOffice()
    let first = try sample.log()
    let second = try sample.log(at: SampleOffice.mall)
    try sample.assign(first, at: sample.now, length: .minutes(60))
    try sample.assign(second, at: sample.now + .minutes(75))
    try sample.submit(.arriveOnSite(first, ArriveOnSite()))
    sample.now += .minutes(70)
    #expect(try lane(SampleOffice.ana, sample).bars.map(\.isConflict) == [false, false])
    sample.now += .minutes(10)
    let bars = try lane(SampleOffice.ana, sample).bars
    #expect(bars[0].overrun == TimeRange(start: SampleOffice.tuesday + .minutes(60), end: sample.now))
    #expect(bars[1].isConflict)
  }

  @Test("what is over stands as it was, with the way as it was")
  func over() throws {
    var sample = try SampleOffice()
    let id = try sample.log()
    try sample.assign(id, at: sample.now + .hours(2))
    try sample.submit(.startTravel(id, StartTravel()), after: .minutes(5))
    try sample.submit(.arriveOnSite(id, ArriveOnSite()), after: .minutes(7))
    try sample.submit(.completeVisit(id, CompleteVisit(CompletionReport(did: "x"))), after: .minutes(20))
    let bar = try #require(try lane(SampleOffice.ana, sample).bars.first)
    #expect(bar.status == .done)
    #expect(
      bar.range
        == TimeRange(start: SampleOffice.tuesday + .minutes(12), end: SampleOffice.tuesday + .minutes(32)))
    #expect(
      bar.travel
        == TimeRange(start: SampleOffice.tuesday + .minutes(5), end: SampleOffice.tuesday + .minutes(12)))
  }

  @Test("tomorrow's visits are not on today's lane, held ones are marked")
  func otherDays() throws {
    var sample = try SampleOffice()
    let tomorrow = try sample.log()
    try sample.assign(tomorrow, at: sample.now + .days(1))
    let held = try sample.log()
    try sample.assign(held, at: sample.now + .hours(2))
    try sample.submit(.holdWorkOrder(held, HoldWorkOrder(reason: .parts, note: "belt")))
    let bars = try lane(SampleOffice.ana, sample).bars
    #expect(bars.map(\.order) == [held])
    #expect(bars.map(\.isHeld) == [true])
    #expect(Board(sample.office, now: sample.now + .days(1)).lanes.last?.bars.map(\.status) == [.scheduled])
  }

  private func lane(_ id: Technician.ID, _ sample: SampleOffice) throws -> TimelineLane {
    try #require(Board(sample.office, now: sample.now).lanes.first { $0.id == id })
  }
}
