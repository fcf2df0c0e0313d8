import Domain
import TestSupport
import Testing

@Suite("Working time")
struct WorkingTimeTests {
  @Test("follows the week in the office's zone, summer and winter", .verifies("TML-06"))
  func week() throws {
    let town = try Town()
    let ana = try town.technician()
    #expect(town.office.workingRanges(of: ana, on: Town.day) == [Town.range(Town.at(7), Town.at(15, 30))])
    let july = try #require(CivilDate(year: 2026, month: 7, day: 7))
    let opening = town.office.workingRanges(of: ana, on: july).first?.start
    #expect(opening == Timestamp(rfc3339: "2026-07-07T06:00:00Z"))
    #expect(town.office.workingRanges(of: ana, on: Town.day.adding(days: 4)).isEmpty)
  }

  @Test("a single day's shift replaces the week, an empty one is a day off")
  func singleDays() throws {
    var town = try Town()
    let late = try #require(OpenInterval("13:00-21:00"))
    try town.submit(.setShift(Town.ana, SetShift(day: Town.day, intervals: [late])), by: Town.supervisor)
    #expect(
      town.office.workingRanges(of: try town.technician(), on: Town.day) == [
        Town.range(Town.at(13), Town.at(21))
      ])
    try town.submit(.setShift(Town.ana, SetShift(day: Town.day, intervals: [])), by: Town.supervisor)
    #expect(town.office.workingRanges(of: try town.technician(), on: Town.day).isEmpty)
    try town.submit(.setShift(Town.ana, SetShift(day: Town.day, intervals: nil)), by: Town.supervisor)
    #expect(town.office.workingRanges(of: try town.technician(), on: Town.day).count == 1)
  }

  @Test("a shift over midnight shows on both days and ends on the second")
  func night() throws {
    var town = try Town()
    try town.change { $0.hours = try OpeningHours("Mon-Fri 22:00-06:00") }
    let ana = try town.technician()
    #expect(
      town.office.workingRanges(of: ana, on: Town.day)
        == [Town.range(Town.at(0), Town.at(6)), Town.range(Town.at(22), Town.at(24))])
    #expect(town.office.shiftEnd(of: ana, at: Town.at(23)) == Town.at(30))
    #expect(town.office.shiftEnd(of: ana, at: Town.at(2)) == Town.at(6))
    #expect(town.office.shiftEnd(of: ana, at: Town.at(12)) == nil)
  }

  @Test("breaks and absences are away, a break inside an absence is not shown twice", .verifies("TML-06"))
  func away() throws {
    var town = try Town()
    let training = Absence(from: Town.at(14), to: Town.at(18), reason: "training")
    let doctor = Absence(from: Town.at(11, 30), to: Town.at(13), reason: "doctor")
    try town.submit(.addAbsence(Town.ana, AddAbsence(training)))
    #expect(
      town.office.awayRanges(of: try town.technician(), on: Town.day) == [
        TimelineLane.Away(range: Town.range(Town.at(12), Town.at(12, 30)), reason: nil),
        TimelineLane.Away(range: Town.range(Town.at(14), Town.at(15, 30)), reason: "training")
      ])
    try town.submit(.addAbsence(Town.ana, AddAbsence(doctor)))
    #expect(
      town.office.awayRanges(of: try town.technician(), on: Town.day).map(\.reason) == ["doctor", "training"])
  }

  @Test("one with neither a week nor a shift may be planned at any time, for as long as it takes")
  func unknownHours() throws {
    var town = try Town()
    town.change {
      $0.hours = nil
      $0.breaks = []
    }
    let ana = try town.technician()
    #expect(town.office.shift(of: ana, at: Town.at(3)) != nil)
    let end = try #require(town.office.shiftEnd(of: ana, at: Town.at(23)))
    #expect(end > Town.at(24 * 20))
  }

  @Test("the office's own week is Monday to Friday, eight to six")
  func officeWeek() {
    #expect(OpeningHours.officeWeek.text == "Mon-Fri 08:00-18:00")
  }

  @Test("load is planned work in working time less breaks and absences")
  func load() throws {
    var town = try Town()
    _ = try town.assigned(from: Town.at(8), minutes: 120)
    let index = ScheduleIndex(town.office, at: town.now)
    #expect(town.office.loadPercent(of: try town.technician(), on: Town.day, in: index) == 25)
    #expect(town.office.loadPercent(of: try town.technician(), on: Town.day.adding(days: 4), in: index) == 0)
  }
}
