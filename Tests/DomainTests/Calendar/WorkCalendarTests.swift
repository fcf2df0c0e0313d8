import Domain
import Testing

@Suite("Work calendar")
struct WorkCalendarTests {
  @Test("counts open time as a look at every minute does, and back", .timeLimit(.minutes(2)))
  func oracle() throws {
    var numbers = SeededNumbers(seed: 42)
    for round in 0..<120 {
      let (calendar, start) = try SampleCalendars.random(&numbers)
      let naive = NaiveCalendar(calendar: calendar)
      let end = start + .minutes(.random(in: 0...14_000, using: &numbers))
      let open = calendar.openTime(from: start, to: end)
      #expect(
        open == naive.openTime(from: start, to: end), "round \(round) \(calendar.hours) \(start.rfc3339)")
      #expect(calendar.openTime(from: end, to: start) == -open)
      #expect(calendar.isOpen(at: start) == naive.isOpen(start))
      let due = calendar.adding(open, to: start)
      #expect(due <= end)
      #expect(calendar.openTime(from: start, to: due) == open)
      if open > .zero { #expect(calendar.openTime(from: start, to: due - .seconds(1)) == open - .seconds(1)) }
      let next = try #require(calendar.nextOpen(after: start))
      #expect(calendar.isOpen(at: next))
      #expect(calendar.openTime(from: start, to: next) == .zero)
    }
  }

  @Test("adds hours over a weekend, a holiday and a change of clocks")
  func known() throws {
    let london = try zone("Europe/London")
    let hours = try OpeningHours("Mon-Fri 08:00-18:00, 2026-04-03 closed, 2026-04-06 closed")
    let calendar = WorkCalendar(hours: hours, zone: london)
    // Thursday 16:00 summer time + 4 h, Good Friday and Easter Monday off: Tuesday 10:00.
    let thursday = try #require(Timestamp(rfc3339: "2026-04-02T15:00:00Z"))
    #expect(calendar.adding(.hours(4), to: thursday).rfc3339 == "2026-04-07T09:00:00Z")
    // Friday winter time to Monday summer time.
    let friday = try #require(Timestamp(rfc3339: "2026-03-27T17:00:00Z"))
    #expect(calendar.adding(.hours(2), to: friday).rfc3339 == "2026-03-30T08:00:00Z")
    // The end of the day, not the next morning.
    let monday = try #require(Timestamp(rfc3339: "2026-03-30T07:00:00Z"))
    #expect(calendar.adding(.hours(10), to: monday).rfc3339 == "2026-03-30T17:00:00Z")
    #expect(calendar.adding(.zero, to: friday + .hours(5)) == friday + .hours(5))
  }

  @Test("a night shift is an hour shorter in spring and longer in autumn")
  func nights() throws {
    let calendar = WorkCalendar(hours: try OpeningHours("22:00-06:00"), zone: try zone("Europe/London"))
    for (day, hours) in [("2026-03-28", Int64(7)), ("2026-10-24", 9), ("2026-06-06", 8)] {
      let date = try #require(CivilDate(iso: day))
      let noon = calendar.zone.timestamp(of: CivilTime(date: date, secondOfDay: 43_200))
      #expect(calendar.openTime(from: noon, to: noon + .days(1)) == .hours(hours))
    }
  }

  @Test("counts working days")
  func workingDays() throws {
    let hours = try OpeningHours("Mon-Fri 08:00-18:00, 2026-12-25 closed")
    let calendar = WorkCalendar(hours: hours, zone: .utc)
    let friday = try #require(CivilDate(iso: "2026-12-18"))
    #expect(calendar.adding(workingDays: 1, to: friday).iso == "2026-12-21")
    #expect(calendar.adding(workingDays: 5, to: friday).iso == "2026-12-28")
    #expect(calendar.adding(workingDays: -1, to: friday.adding(days: 2)).iso == "2026-12-18")
    #expect(calendar.adding(workingDays: 0, to: friday.adding(days: 1)).iso == "2026-12-21")
    #expect(calendar.adding(workingDays: 0, to: friday) == friday)
    #expect(calendar.workingDays(from: friday, to: friday.adding(days: 10)) == 5)
    let evening = try #require(Timestamp(rfc3339: "2026-12-18T20:00:00Z"))
    #expect(calendar.adding(workingDays: 1, to: evening).rfc3339 == "2026-12-22T08:00:00Z")
    #expect(calendar.openTime(ofWorkingDays: 10, from: evening) == .hours(100))
  }

  @Test("ends a search that has no end")
  func never() {
    let calendar = WorkCalendar(hours: .never, zone: .utc)
    let start = Timestamp(seconds: 0)
    #expect(calendar.adding(.hours(1), to: start) == start + WorkCalendar.horizon)
    #expect(calendar.nextOpen(after: start) == nil)
    #expect(calendar.openTime(from: Timestamp(seconds: .min), to: Timestamp(seconds: .max)) == .zero)
    #expect(WorkCalendar.roundTheClock.adding(Span(seconds: .max), to: start) == Timestamp(seconds: .max))
    #expect(
      calendar.adding(workingDays: 3, to: CivilDate(daysSinceEpoch: 0)) == CivilDate(daysSinceEpoch: 3_653))
  }
}
