import Domain
import Testing
import Verbs

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
}
