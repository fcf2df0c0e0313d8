import Domain
import Planner
import TestSupport
import Testing

@testable import DayPlan

@Suite("A day with numbers that no plan was made for")
struct PlanLimitsTests {
  private static let quick: PlanRules = {
    var rules = PlanRules.usual
    rules.tries = 120
    return rules
  }()

  @Test("is planned although an order's hours were promised weeks ago, or are weeks ahead")
  func oldPromise() throws {
    for days in [-15, -400, 15, 400] as [Int64] {
      var office = SampleDay.offices[0]
      let order = try #require(SampleDay.waiting(in: office).first)
      let start = SampleDay.now + .days(days)
      office.orders.change(order.id) { $0.window = TimeRange(start: start, length: .hours(2)) }
      #expect(RunningDay(office, at: SampleDay.now, taking: [order.id]) != nil, "\(days) days")
      let answer = try #require(office.answer(.waiting([]), at: SampleDay.now, rules: Self.quick))
      #expect(!answer.options.isEmpty, "\(days) days: \(String(describing: answer.nothing))")
    }
  }

  @Test("is planned although somebody who is away has had a visit before him for weeks")
  func oldVisit() throws {
    var office = SampleDay.offices[0]
    let day = try #require(RunningDay(office, at: SampleDay.now))
    let member = try #require(day.crew.first { !$0.ahead.isEmpty })
    let visit = try #require(member.ahead.first)
    office.orders.change(visit.order) { order in
      let last = order.visits.count - 1
      order.visits[last].start = order.visits[last].start.map { $0 - .days(15) }
    }
    office.technicians.change(member.technician.id) { $0.presence = .unavailable }
    let answer = try #require(office.answer(.waiting([]), at: SampleDay.now, rules: Self.quick))
    #expect(!answer.options.isEmpty)
  }

  @Test("says so where a weight is beyond what can be reckoned with, and not that nobody works")
  func weights() throws {
    var rules = Self.quick
    rules.late = [1_000_000, 1_000_000, 1_000_000, 1_000_000]
    rules.unserved = [1_000_000_000, 1_000_000_000, 1_000_000_000, 1_000_000_000]
    rules.brokenPromise = 1_000_000
    let most = try #require(SampleDay.offices[0].answer(.waiting([]), at: SampleDay.now, rules: rules))
    #expect(!most.options.isEmpty, "what the file may say can be planned with")
    rules.travel = 1_000_000_000
    let answer = try #require(SampleDay.offices[0].answer(.waiting([]), at: SampleDay.now, rules: rules))
    #expect(answer.nothing == .beyondReckoning)
  }

  @Test("keeps the hours that stand where a day cannot be driven, and never begins at midnight")
  func undrivable() throws {
    var office = SampleDay.offices[0]
    let plain = try #require(RunningDay(office, at: SampleDay.now))
    let member = try #require(
      plain.crew.indices.max { plain.crew[$0].ahead.count < plain.crew[$1].ahead.count })
    let visit = try #require(plain.crew[member].ahead.last)
    // Nothing of the day but the hour right now is left for the last of his visits.
    office.limits.severities[.outsideWindow] = .block
    office.orders.change(visit.order) {
      $0.window = TimeRange(start: SampleDay.now, end: SampleDay.now + .minutes(5))
    }
    let day = try #require(RunningDay(office, at: SampleDay.now))
    let spots = day.spots(of: day.plan)
    for one in day.crew[member].ahead {
      let piece = try #require(day.places[one.order])
      #expect(spots[piece]?.member == member)
      #expect(spots[piece].map { day.instant($0.start) } ?? day.midnight >= SampleDay.now - .hours(4))
    }
  }
}
