import Domain
import Foundation
import Testing

@Suite("Opening hours")
struct OpeningHoursTests {
  @Test(
    "read and write their text",
    arguments: [
      ("Mon-Fri 08:00-18:00", "Mon-Fri 08:00-18:00"), ("24x7", "24x7"), ("closed", "closed"),
      ("Mon-Thu 07:00-15:30, Fri 07:00-12:00", "Mon-Thu 07:00-15:30, Fri 07:00-12:00"),
      ("monday, wed 8:00-12:00 13:00-17:00", "Mon 08:00-12:00 13:00-17:00, Wed 08:00-12:00 13:00-17:00"),
      ("22:00-06:00", "Mon-Sun 22:00-06:00"), ("Fri-Mon 22:00-00:00", "Mon 22:00-24:00, Fri-Sun 22:00-24:00"),
      ("Mon-Fri 08:00-12:00, 13:00-17:00", "Mon-Fri 08:00-12:00 13:00-17:00"),
      (
        "Mon-Fri 08:00-18:00, 2026-12-24 08:00-12:00, 2026-12-25 closed",
        "Mon-Fri 08:00-18:00, 2026-12-24 08:00-12:00, 2026-12-25 closed"
      )
    ])
  func text(text: String, canonical: String) throws {
    let hours = try OpeningHours(text)
    #expect(hours.text == canonical)
    #expect(try OpeningHours(canonical) == hours)
    let bytes = try CompactEncoder().encode(hours)
    #expect(try CompactDecoder().decode(OpeningHours.self, from: bytes) == hours)
  }

  @Test(
    "say which word is wrong",
    arguments: [
      ("", OpeningHoursError.empty), ("Mon-Fri 11:70-12:00", .unknownWord("11:70-12:00")),
      ("Mon-Fry 08:00-18:00", .unknownWord("Mon-Fry")), ("Mon-Fri 08:00-08:00", .unknownWord("08:00-08:00")),
      ("Mon-Fri", .dayWithoutHours("Mon-Fri")), ("Mon 08:00-12:00, Tue", .dayWithoutHours("Tue")),
      ("Mon 24x7", .unknownWord("24x7")), ("Mon closed", .hoursWithoutDay("closed")),
      ("08:00 18:00", .unknownWord("08:00")), ("Mon-Fri 24:00-06:00", .unknownWord("24:00-06:00"))
    ])
  func errors(text: String, error: OpeningHoursError) {
    #expect(throws: error) { try OpeningHours(text) }
  }

  @Test("holidays are special days without hours")
  func holidays() throws {
    let day = try #require(CivilDate(iso: "2026-12-25"))
    let hours = try OpeningHours("Mon-Fri 08:00-18:00").closed(on: [day])
    #expect(hours.holidays == [day])
    #expect(hours.intervals(on: day).isEmpty)
    #expect(hours.intervals(on: day.adding(days: -1)).map(\.text) == ["08:00-18:00"])
    #expect(OpeningHours.always.closed(on: [day]) == .always)
  }
}
