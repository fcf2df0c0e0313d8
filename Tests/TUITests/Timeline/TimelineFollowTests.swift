import Domain
import Terminal
import TestSupport
import Testing

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
}
