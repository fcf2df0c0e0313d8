import Domain
import TestSupport
import Testing
import Verbs

/// The day is Tuesday 24 November 2026.
@Suite("Times of being away, as people say them")
struct PeriodTests {
  private static let zone = "Europe/London"

  private func away(_ line: String) throws -> [String] {
    var desk = try ParsingTests.desk()
    try desk.say("absence ana \(line)")
    let zone = desk.office.zone
    func text(_ instant: Timestamp) -> String {
      let civil = zone.civil(at: instant)
      return "\(civil.date.iso) \(civil.time.text)"
    }
    return try desk.technician("ana").absences.map { "\(text($0.from)) \(text($0.to)) \($0.reason)" }
  }

  @Test(
    "are understood", .verifies("EXC-05"),
    arguments: [
      ("tomorrow", ["2026-11-25 00:00 2026-11-26 00:00 absent"]),
      ("tomorrow sick", ["2026-11-25 00:00 2026-11-26 00:00 sick"]),
      ("today afternoon doctor", ["2026-11-24 12:00 2026-11-25 00:00 doctor"]),
      ("fri morning", ["2026-11-27 00:00 2026-11-27 12:00 absent"]),
      ("fri in the afternoon", ["2026-11-27 12:00 2026-11-28 00:00 absent"]),
      ("from 13:00", ["2026-11-24 13:00 2026-11-25 00:00 absent"]),
      ("fri from 13:00 training", ["2026-11-27 13:00 2026-11-28 00:00 training"]),
      ("from fri 13:00 until mon 12:00", ["2026-11-27 13:00 2026-11-30 12:00 absent"]),
      ("until friday flu", ["2026-11-24 00:00 2026-11-28 00:00 flu"]),
      ("now until friday", ["2026-11-24 10:42 2026-11-28 00:00 absent"]),
      ("mon to wed", ["2026-11-30 00:00 2026-12-03 00:00 absent"]),
      ("thu to mon holiday", ["2026-11-26 00:00 2026-12-01 00:00 holiday"]),
      ("24 Dec until 27 Dec 12:00", ["2026-12-24 00:00 2026-12-27 12:00 absent"]),
      ("Dec 24", ["2026-12-24 00:00 2026-12-25 00:00 absent"]),
      ("24.12. to 2.1. leave", ["2026-12-24 00:00 2027-01-03 00:00 leave"]),
      ("2026-12-01 for 3 days course", ["2026-12-01 00:00 2026-12-04 00:00 course"]),
      ("tomorrow 9:00 for 2h dentist", ["2026-11-25 09:00 2026-11-25 11:00 dentist"]),
      ("tomorrow 09:00-11:00 dentist", ["2026-11-25 09:00 2026-11-25 11:00 dentist"]),
      ("fri from 10 to 12", ["2026-11-27 10:00 2026-11-27 12:00 absent"]),
      ("fri 10 to 12 dentist", ["2026-11-27 10:00 2026-11-27 12:00 dentist"]),
      ("from 13 until 15", ["2026-11-24 13:00 2026-11-24 15:00 absent"]),
      ("fri until 9 school", ["2026-11-27 00:00 2026-11-27 09:00 school"]),
      ("next week", ["2026-11-30 00:00 2026-12-07 00:00 absent"]),
      ("this week flu", ["2026-11-24 00:00 2026-11-30 00:00 flu"]),
      (
        "wed, fri school",
        ["2026-11-25 00:00 2026-11-26 00:00 school", "2026-11-27 00:00 2026-11-28 00:00 school"]
      ),
      ("wed and thu", ["2026-11-25 00:00 2026-11-27 00:00 absent"]),
      ("2026-11-26 2026-11-27 leave", ["2026-11-26 00:00 2026-11-28 00:00 leave"])
    ])
  func absences(line: String, wanted: [String]) throws {
    #expect(try away(line) == wanted, "absence ana \(line)")
  }

  @Test(
    "say what would be understood where they are not", .verifies("ADM-04"),
    arguments: [
      "sometime", "until", "32 Nov", "at home", "25:00", "until never", "fri between 10 and 12",
      "wed 10-12 dentist", "fri dentist 10:00 to 12:00",
      "fri from 26 to 28", "fri from 2 to 4 pm", "fri from 10:30 to 12 pm", "fri from ten to twelve"
    ])
  func fault(line: String) throws {
    let message = try #require(try ParsingTests.desk().fault("absence ana \(line)")?.message)
    #expect(message.contains("mon to wed") && message.contains("fri from 13:00"), "\(message)")
  }

  @Test(
    "with bare hours that run backwards are no night", arguments: ["fri from 9 to 5", "fri from 12 to 10"])
  func backwards(line: String) throws {
    let message = try #require(try ParsingTests.desk().fault("absence ana \(line)")?.message)
    #expect(message.contains("would end before it begins"), "\(message)")
    #expect(try away("fri from 22 to 6") == ["2026-11-27 22:00 2026-11-28 06:00 absent"])
  }

  private func shifts(_ line: String) throws -> [String] {
    var desk = try ParsingTests.desk()
    try desk.say(#"shift ana "Mon-Fri 07:00-15:30""#)
    try desk.say("shift ana \(line)")
    return try desk.technician("ana").shifts.sorted { $0.key < $1.key }.map {
      "\($0.key.iso) \($0.value.map(\.text).joined(separator: " "))".trimmed
    }
  }

  @Test(
    "set the hours of single days", .verifies("EXC-05"),
    arguments: [
      ("mon 09:00-12:00", ["2026-11-30 09:00-12:00"]),
      ("mon 09:00-12:00 13:00-17:00", ["2026-11-30 09:00-12:00 13:00-17:00"]),
      ("mon 09:00-12:00, 13:00-17:00", ["2026-11-30 09:00-12:00 13:00-17:00"]),
      ("24 Dec 07:00-12:00", ["2026-12-24 07:00-12:00"]),
      ("thu, fri off", ["2026-11-26", "2026-11-27"]),
      ("mon to tue off", ["2026-11-30", "2026-12-01"]),
      ("fri until 12:00", ["2026-11-27 07:00-12:00"]),
      ("tomorrow from 13:00", ["2026-11-25 13:00-15:30"]),
      ("fri morning", ["2026-11-27 07:00-12:00"])
    ])
  func days(line: String, wanted: [String]) throws {
    #expect(try shifts(line) == wanted, "shift ana \(line)")
  }

  @Test(
    "of a shift say what would be understood, too", .verifies("ADM-04"),
    arguments: ["mon", "whenever", "mon 9-12", "sat from 13:00", "mon to wed 25:00-26:00"])
  func shiftFault(line: String) throws {
    var desk = try ParsingTests.desk()
    try desk.say(#"shift ana "Mon-Fri 07:00-15:30""#)
    let message = try #require(desk.fault("shift ana \(line)")?.message)
    #expect(message.contains("mon 09:00-12:00"), "\(message)")
  }
}
