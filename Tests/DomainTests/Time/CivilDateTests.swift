import Domain
import Foundation
import Testing

@Suite("Civil date")
struct CivilDateTests {
  @Test("counts the days as Foundation does, with their weekdays")
  func oracle() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    var day = -110_000
    while day < 110_000 {
      let date = CivilDate(daysSinceEpoch: day)
      let parts = calendar.dateComponents(
        [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(day) * 86_400))
      #expect([date.year, date.month, date.day] == [parts.year, parts.month, parts.day])
      #expect(date.weekday.rawValue % 7 + 1 == parts.weekday)
      #expect(CivilDate(year: date.year, month: date.month, day: date.day) == date)
      #expect(CivilDate(iso: date.iso) == date)
      day += 97
    }
  }

  @Test(
    "refuses days that are not",
    arguments: ["2026-02-29", "1900-02-29", "2026-00-10", "2026-04-31", "26-04-30", ""])
  func refused(text: String) {
    #expect(CivilDate(iso: text) == nil)
  }

  @Test("stops at the years 0000 and 9999")
  func ends() {
    #expect(CivilDate(daysSinceEpoch: .max).iso == "9999-12-31")
    #expect(CivilDate(daysSinceEpoch: .min).iso == "0000-01-01")
    #expect(CivilDate(daysSinceEpoch: 0).adding(days: .min).iso == "0000-01-01")
  }

  @Test("reads weekdays by three letters or more")
  func weekdays() {
    #expect(Weekday("mon") == .monday)
    #expect(Weekday("THURS") == .thursday)
    #expect(Weekday("Su") == nil)
    #expect(Weekday("mondays") == nil)
    #expect(Weekday.allCases.map(\.short).map { Weekday($0) } == Weekday.allCases)
  }

  @Test("clock times go from 00:00 to 24:00")
  func clockTimes() {
    #expect(TimeOfDay("07:00")?.minutes == 420)
    #expect(TimeOfDay("7:05")?.text == "07:05")
    #expect(TimeOfDay("24:00") == .endOfDay)
    for text in ["24:01", "11:70", "1100", "-1:00", "11:0", "", "11:00 "] { #expect(TimeOfDay(text) == nil) }
    let date = CivilDate(daysSinceEpoch: 0)
    #expect(CivilTime(date: date, time: .endOfDay) == CivilTime(date: date.adding(days: 1), time: .midnight))
    #expect(CivilTime(date: date, secondOfDay: -1).text == "1969-12-31 23:59")
  }
}
