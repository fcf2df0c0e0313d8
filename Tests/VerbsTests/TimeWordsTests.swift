import Domain
import TestSupport
import Testing
import Verbs

@Suite("Times in words")
struct TimeWordsTests {
  private let now = Timestamp(rfc3339: "2026-11-24T10:42:00Z") ?? .epoch

  @Test(
    "an instant is as short as it can be without being taken for another",
    arguments: [
      ("2026-11-24T08:00:00Z", "08:00"), ("2026-11-21T08:00:00Z", "Sat 08:00"),
      ("2026-08-01T08:00:00Z", "1 Aug 08:00"), ("2011-07-12T10:00:00Z", "12 Jul 2011 10:00")
    ])
  func instant(_ text: String, _ words: String) throws {
    let instant = try #require(Timestamp(rfc3339: text))
    #expect(TimeWords.instant(instant, now: now, .utc) == words)
  }

  @Test(
    "a length fits six columns, however long ago it began",
    arguments: [
      (38 * 60, "0:38"), (-6 * 86_400, "-6 d"), (999 * 86_400, "999 d"), (-5_621 * 86_400, "-15 y")
    ] as [(Int64, String)])
  func length(_ seconds: Int64, _ words: String) {
    #expect(TimeWords.clock(Span(seconds: seconds)) == words)
  }

  @Test("an age is the same on every console while the clock shows one minute", .verifies("UX-08"))
  func ages() throws {
    let received = try #require(Timestamp(rfc3339: "2026-11-24T10:40:50Z"))
    for second in [0, 1, 49, 50, 59] as [Int64] {
      #expect(TimeWords.since(received, now: now + .seconds(second)) == .minutes(2), "\(second)")
    }
    #expect(TimeWords.since(received, now: received + .seconds(9)) == .zero)
  }

  @Test("open time from 24 hours on is told in working days of its calendar", .verifies("SLA-01"))
  func workdays() {
    #expect(TimeWords.clock(.hours(23), workday: .hours(10)) == "23:00")
    #expect(TimeWords.clock(.hours(53), workday: .hours(10)) == "5 d")
    #expect(TimeWords.clock(-.hours(53), workday: .hours(10)) == "-5 d")
    let week = WorkCalendar(hours: .officeWeek, zone: .utc)
    #expect((week.workday, WorkCalendar.roundTheClock.workday) == (.hours(10), .days(1)))
    #expect(WorkCalendar(hours: .never, zone: .utc).workday == .days(1))
  }

  @Test(
    "an age fits five columns",
    arguments: [(5_621 * 86_400, "15 y"), (86_400 * 3, "3 d")] as [(Int64, String)])
  func age(_ seconds: Int64, _ words: String) {
    #expect(TimeWords.age(Span(seconds: seconds)) == words)
  }

  @Test(
    "what is due beyond closed hours is told by its day, and what is left of it says that it counts open hours"
  )
  func closedHours() throws {
    func face(due: String, remaining: Span, skips: Bool = true) throws -> ClockFace {
      ClockFace(
        kind: .response, state: .running, dueAt: try #require(Timestamp(rfc3339: due)), remaining: remaining,
        workday: .hours(10), skipsClosedHours: skips, paused: .zero, metAt: nil, changesAt: nil)
    }
    let tomorrow = try face(due: "2026-11-25T12:00:00Z", remaining: .hours(4))
    #expect(TimeWords.due(tomorrow, now: now, .utc) == "Wed r")
    #expect(TimeWords.left(tomorrow) == "4:00 of open hours")
    let old = try face(due: "2024-02-20T12:00:00Z", remaining: -.hours(6_420))
    #expect(TimeWords.due(old, now: now, .utc) == "2024 r")
    #expect(TimeWords.missed(old) == "642 working days")
    let plain = try face(due: "2026-11-24T11:20:00Z", remaining: .minutes(38), skips: false)
    #expect(TimeWords.due(plain, now: now, .utc) == "0:38r" && TimeWords.left(plain) == "0:38")
  }

  @Test("an estimate is told in minutes as long as people plan by them")
  func estimates() {
    #expect(
      [45, 105, 120, 130].map { TimeWords.estimate(.minutes($0)) } == ["45 min", "105 min", "2 h", "2 h 10"])
  }
}
