import Domain
import Terminal
import TestSupport
import Testing

@testable import struct Domain.ZoneFooter
@testable import struct Domain.ZoneRules
@testable import TUI

@Suite("What the timeline shows of a visit that is moved")
struct TimelineFollowTests {
  private let model = Story.model(120, 36)

  @Test("keeps its hours as long as the visit is in sight, over midnight too", .verifies("TML-03"))
  func overMidnight() {
    var timeline = model.timeline
    timeline.left = Story.at(20, 0)
    let before = (timeline.day, timeline.left)
    timeline.follow(Story.at(20, 0) + .hours(5), .minutes(90), model, width: 118)
    #expect((timeline.day, timeline.left) == before)
    #expect(timeline.otherLanes == nil)
  }

  @Test("turns to the day of a visit that is not in sight, and back", .verifies("TML-03"))
  func otherDay() {
    var timeline = model.timeline
    let today = timeline.day
    timeline.follow(Story.at(10, 0) + .days(1), .minutes(90), model, width: 118)
    #expect(timeline.day == today.adding(days: 1) && timeline.otherLanes != nil)
    timeline.follow(Story.at(10, 0), .minutes(90), model, width: 118)
    #expect(timeline.day == today && timeline.otherLanes == nil)
  }

  @Test("says of an hour that comes twice which of the two it is", .verifies("TML-01"))
  func twice() throws {
    var model = model
    let zone = ZoneRules(
      name: "Europe/London", initialOffsetSeconds: 0, transitions: [],
      footer: ZoneFooter("GMT0BST,M3.5.0/1,M10.5.0"))
    model.office.zones[zone.name] = zone
    model.office.profile.zone = zone.name
    model.timeline.day = CivilDate(daysSinceEpoch: 20_751)  // 2026-10-25, when clocks go back
    model.timeline.left = zone.startOfDay(model.timeline.day)
    func axis(_ width: Int) -> String {
      var canvas = Canvas(width: width, height: 1)
      TimelineView(model, width: width).drawAxis(model, on: &canvas)
      return canvas.text
    }
    let day = axis(118)
    #expect(day.contains("00      01 BST  01 GMT  02"), "\(day)")
    #expect(axis(66).contains("00  01  01  02"), "there is room for both hours, and not for their names")
  }
}
