import Domain
import Planner
import TestSupport
import Testing

@testable import DayPlan

@Suite("What is known of the roads")
struct RoadsTests {
  private static func zoned(_ minutes: [String: [String: Int]], _ speeds: [Roads.Speed] = []) -> Office {
    var office = SampleDay.offices[0]
    office.roads = Roads(minutes: minutes, speeds: speeds, in: office)
    return office
  }

  /// Two sites of different zones with places.
  private static let pair: (Site, Site)? = {
    let placed = SampleDay.offices[0].sites.inOrder.filter { $0.coordinates != nil && $0.zone != nil }
    guard let first = placed.first, let second = placed.first(where: { $0.zone != first.zone }) else {
      return nil
    }
    return (first, second)
  }()

  @Test("counts before distance, there and back apart, and every figure says which", .verifies("RTE-05"))
  func measured() throws {
    let (one, other) = try #require(Self.pair)
    let (from, to) = (try #require(one.zone), try #require(other.zone))
    let plain = SampleDay.offices[0]
    #expect(plain.travel(from: one.coordinates, to: other.coordinates).source == .distance)
    let office = Self.zoned([from: [to: 77]])
    let way = office.travel(from: one.coordinates, to: other.coordinates)
    #expect(way.span == .minutes(77) && way.source == .zones(from: from, to: to))
    let back = office.travel(from: other.coordinates, to: one.coordinates)
    #expect(back.source == .distance)
    #expect(back == plain.travel(from: other.coordinates, to: one.coordinates))
    #expect(office.travel(from: one.coordinates, to: one.coordinates).source == .samePlace)
    #expect(office.travel(from: nil, to: one.coordinates).isGuess)
  }

  @Test("makes ways longer in the rush hour, and says so")
  func rush() throws {
    let (one, other) = try #require(Self.pair)
    let office = Self.zoned([:], [Roads.Speed(from: 7 * 3_600, to: 9 * 3_600, percent: 50)])
    let midnight = office.zone.startOfDay(office.today(at: SampleDay.now))
    let usual = office.travel(from: one.coordinates, to: other.coordinates, at: midnight + .hours(10))
    let slow = office.travel(from: one.coordinates, to: other.coordinates, at: midnight + .hours(8))
    #expect(usual.timePercent == 100 && slow.timePercent == 200)
    #expect(usual.span * 2 - slow.span <= .minutes(1) && usual.span < slow.span)
    let roads = try #require(office.roads)
    let morning = TimeRange(start: midnight + .hours(7), end: midnight + .hours(11))
    #expect(roads.timePercent(over: morning, in: office.zone) == 150)
    #expect(roads.timePercent(at: midnight + .hours(9), in: office.zone) == 100)
  }

  @Test("is what the planner drives by: the same plan, checked by the same ways")
  func planned() throws {
    let plain = try #require(RunningDay(SampleDay.offices[0], at: SampleDay.now))
    var slow = SampleDay.offices[0]
    slow.roads = Roads(minutes: [:], speeds: [Roads.Speed(from: 0, to: 86_400, percent: 50)], in: slow)
    let day = try #require(RunningDay(slow, at: SampleDay.now))
    #expect(day.problem.score(day.plan).violations == [])
    let before = plain.problem.score(plain.plan).cost.travel
    let after = day.problem.score(day.plan).cost.travel
    #expect(before * 3 / 2 < after, "half as fast is nearly twice as long")
    let quick = SampleDay.offices[0].answer(.waiting([]), at: SampleDay.now, rules: Self.fewTries)
    let slower = slow.answer(.waiting([]), at: SampleDay.now, rules: Self.fewTries)
    #expect(quick?.options.first?.before.driving != slower?.options.first?.before.driving)
  }

  @Test("changes nothing where it says nothing")
  func silent() throws {
    let office = Self.zoned([:])
    let order = try #require(SampleDay.waiting(in: office).first)
    let plain = SampleDay.offices[0].exactCandidates(for: order, at: SampleDay.now)
    #expect(office.exactCandidates(for: order, at: SampleDay.now) == plain)
  }

  private static let fewTries: PlanRules = {
    var rules = PlanRules.usual
    rules.tries = 200
    return rules
  }()
}

@Suite("The rules of plans")
struct PlanRulesTests {
  @Test("decide who comes first, and an explanation says by which", .verifies("REC-11"))
  func weighed() throws {
    let office = SampleDay.offices[0]
    var rules = PlanRules.usual
    rules.version = 7
    rules.travel = 1_000
    var differs = 0
    for order in SampleDay.waiting(in: office) {
      let usual = office.exactCandidates(for: order, at: SampleDay.now)
      let other = office.exactCandidates(for: order, at: SampleDay.now, rules: rules)
      if usual.eligible.map(\.id) != other.eligible.map(\.id) { differs += 1 }
      #expect(office.explanation(of: order.id, at: SampleDay.now, rules: rules)?.version == 7)
    }
    #expect(differs > 0, "driving that weighs a hundredfold leads to others")
  }
}
