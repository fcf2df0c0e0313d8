import Domain
import Foundation
import TestSupport
import Testing

@testable import Verbs

@Suite("Times that are over")
struct TimesThatAreOverTests {
  @Test("a weekday in a look back is the last one", arguments: [("sat 14:00", 3), ("tue 11:00", 7)])
  func lookingBack(_ words: String, daysAgo: Int) throws {
    let desk = try Desk()
    guard case .ask(.past(.at(let instant))) = try desk.act("at \(words)") else {
      Issue.record("nothing was looked at")
      return
    }
    let date = desk.office.zone.date(at: instant)
    #expect(date == desk.office.today(at: desk.now).adding(days: -daysAgo))
  }

  @Test(
    "of the hour that clocks show twice either is meant by its name, unquoted, in the line and at the shell",
    arguments: [
      ("at 01:15 GMT", "2026-10-25T01:15:00Z"), ("at 01:15 BST", "2026-10-25T00:15:00Z"),
      ("at 01:15", "2026-10-25T00:15:00Z"), ("at sun 01:15 gmt", "2026-10-25T01:15:00Z"),
      ("at 25 Oct 01:15 GMT", "2026-10-25T01:15:00Z")
    ])
  func twice(_ line: String, _ expected: String) throws {
    var desk = try Desk()
    let file = try Data(contentsOf: URL(fileURLWithPath: "/usr/share/zoneinfo/Europe/London"))
    let london = try ZoneRules(name: "Europe/London", tzif: Array(file))
    desk.office.zones["Europe/London"] = london
    desk.office.profile.zone = "Europe/London"
    desk.now = try #require(Timestamp(rfc3339: "2026-10-25T09:00:00Z"))
    for isScript in [false, true] {
      guard case .ask(.past(.at(let instant))) = try desk.act(line, isScript: isScript) else {
        Issue.record("nothing was looked at")
        return
      }
      #expect(instant == Timestamp(rfc3339: expected), "\(line)")
    }
    #expect(desk.fault("at 01:15 CET") != nil, "no clock of the office goes by that")
    let told = Wording(office: desk.office, now: desk.now).time(
      try #require(Timestamp(rfc3339: "2026-10-25T01:15:00Z")))
    #expect(told == "01:15 GMT")
  }

  @Test("a day alone begins or ends an audit; a date may be said as people say it")
  func days() throws {
    let desk = try Desk()
    guard case .ask(.audit(let question)) = try desk.act("audit --since yesterday --until yesterday") else {
      Issue.record("no audit")
      return
    }
    let yesterday = desk.office.today(at: desk.now).adding(days: -1)
    #expect(question.since == desk.office.zone.timestamp(yesterday, .midnight))
    #expect(question.until == desk.office.zone.timestamp(yesterday, .endOfDay))
    for line in [#"at "20 Nov 14:00""#, "at 20 Nov 14:00"] {
      guard case .ask(.past(.at(let instant))) = try desk.act(line) else {
        Issue.record("nothing was looked at")
        return
      }
      #expect(instant == Timestamp(rfc3339: "2026-11-20T14:00:00Z"))
    }
  }

  @Test(
    "of a day that is running an audit ends now, whether it is said as a day, a weekday or a date",
    arguments: ["today", "tue", "2026-11-24"])
  func running(_ day: String) throws {
    let desk = try Desk()
    guard case .ask(.audit(let question)) = try desk.act("audit --since \(day) --until \(day)") else {
      Issue.record("no audit")
      return
    }
    #expect(question.since == desk.office.zone.timestamp(desk.office.today(at: desk.now), .midnight))
    #expect(question.until == desk.now)
    #expect(desk.fault("audit --until tomorrow")?.message.contains("still to come") == true)
  }

  @Test(
    "a date without a year in a look back is the last such one",
    arguments: [
      ("20 Sep 14:00", "2026-09-20T14:00:00Z"), ("Sep 20 14:00", "2026-09-20T14:00:00Z"),
      ("24 Nov 10:00", "2026-11-24T10:00:00Z"), ("24 Nov 11:00", "2025-11-24T11:00:00Z"),
      ("29 Feb 9:00", "2024-02-29T09:00:00Z")
    ])
  func lastDate(_ words: String, _ expected: String) throws {
    let desk = try Desk()
    guard case .ask(.past(.at(let instant))) = try desk.act("at \"\(words)\"") else {
      Issue.record("nothing was looked at")
      return
    }
    #expect(instant == Timestamp(rfc3339: expected))
  }

  @Test(
    "a shift with its ends mixed up is no shift of 22 hours", arguments: ["14:00-12:00", "mon 14:00-12:00"])
  func mixedUp(_ hours: String) throws {
    var desk = try Desk()
    let fault = desk.fault("shift ana \(hours)")?.message
    #expect(fault?.contains("22 h") == true && fault?.contains("12:00-14:00") == true, "\(fault ?? "taken")")
    try desk.say("shift ana mon 22:00-06:00")
  }

  @Test("a presence that he has already says so by his name; work under way is said when he is set off")
  func presence() throws {
    var desk = try ParsingTests.desk()
    try desk.say("status ana off")
    #expect(try desk.say("status ana off") == "Ruiz is off already.")
    try desk.say("status ana available")
    try desk.say("travel 20402")
    #expect(try desk.proposal("status ana off").warnings.first?.contains("20402 is still under way") == true)
    #expect(try desk.proposal("status ana break").warnings.isEmpty)
  }

  @Test("an absence that is over is noted, and said to change nothing")
  func pastAbsence() throws {
    var desk = try Desk()
    #expect(try desk.proposal("absence ana yesterday").warnings.first?.contains("over") == true)
    try desk.say("absence ana yesterday")
    #expect(try desk.proposal("absence ana tomorrow").warnings.isEmpty)
  }

  @Test("no window is promised that is over")
  func promised() throws {
    var desk = try Desk()
    try desk.say(#"log "no air" at "Quay House" P2 --trade hvac"#)
    #expect(desk.fault("window 20401 yesterday 10:00")?.message.contains("is over") == true)
    #expect(desk.fault("edit 20401 window=8-9")?.message.contains("is over") == true)
    try desk.say("window 20401 tomorrow 10:00")
    #expect(try desk.order(20_401).window != nil)
  }

  @Test("a day and a time after until are one instant")
  func until() throws {
    let desk = try Desk()
    #expect(desk.fault("alert snooze 20401 until tomorrow 8:00") == nil)
    #expect(desk.fault("alert snooze 20401 until 8:00 8:00") != nil)
  }

  @Test(
    "a review and a flag are for a time to come", .verifies("HLD-06"),
    arguments: ["hold 20402 parts belt --review yesterday", "flag 20402 --until yesterday"])
  func over(_ line: String) throws {
    #expect(try ParsingTests.desk().fault(line)?.message.contains("is over") == true)
  }

  @Test("an absence is noted once and taken back by its day", .verifies("EXC-05"))
  func absences() throws {
    var desk = try ParsingTests.desk()
    try desk.say(#"absence ana "2026-11-25 9:00" "2026-11-25 12:00" dentist"#)
    #expect(
      desk.fault(#"absence ana "2026-11-25 9:00" "2026-11-25 11:00" sick"#)?.message.contains("already")
        == true)
    #expect(desk.fault("absence ana 2026-11-26 --remove")?.message == "Ruiz is not noted as away then.")
    let backwards = desk.fault("absence ana 2026-11-26 2026-11-25")?.message
    #expect(backwards?.contains("\"2026-11-25\"") == true && backwards?.contains("T00:00") == false)
    try desk.say("absence ana 2026-11-25 --remove")
    #expect(try desk.technician("ana").absences.isEmpty)
    #expect(desk.fault("alert snooze 20401 until 8:00")?.message.hasPrefix("\"8:00\" is over") == true)
  }
}
