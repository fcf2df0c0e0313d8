import Domain
import TestSupport
import Testing

@testable import Verbs

@Suite("Windows in the time of the site")
struct SiteTimeTests {
  @Test("a window is in the time of the site, whichever way it is said", .verifies("TML-07"))
  func siteZone() throws {
    var desk = try ParsingTests.desk()
    try desk.say(#"site edit "Store 9" timeZone=Europe/Paris"#)
    for (words, hour) in [("15-17", 14), ("15:00", 14), ("today 15:00/today 17:00", 14)] as [(String, Int64)]
    {
      try desk.say("window 20402 \(words)")
      let start = try desk.order(20_402).window?.start
      #expect(start == Desk.morning - .minutes(642) + .hours(hour), "\(words)")
    }
    // 11:30 in Paris is over at 10:42 in the office's own zone; 12:00 there is 11:00 here.
    #expect(desk.fault("window 20402 10-11") != nil && desk.fault("window 20402 12:00") == nil)
    try desk.say("window 20402 15-17")
    let promise = try #require(desk.wording().promise(try desk.order(20_402)))
    #expect(promise.contains("14:00–16:00 (15:00–17:00 in Europe/Paris)"), "\(promise)")
  }
}
