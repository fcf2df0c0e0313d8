import Domain
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
