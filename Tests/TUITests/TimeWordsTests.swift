import Domain
import TUI
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
    #expect(TimeWords.length(Span(seconds: seconds)) == words)
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
    #expect(TimeWords.length(.hours(23), workday: .hours(10)) == "23:00")
    #expect(TimeWords.length(.hours(53), workday: .hours(10)) == "5 d")
    #expect(Wording.clock(-.hours(53), workday: .hours(10)) == "-5 d")
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
}
