import Domain
import Planner
import TestSupport
import Testing

@testable import DayPlan

@Suite("Places that the office would refuse")
struct PassablePlaceTests {
  @Test("are passed over for the next one", .verifies("REC-09", "EXC-03"))
  func nextOne() throws {
    var seen = 0
    for office in SampleDay.offices {
      for order in SampleDay.waiting(in: office).prefix(4) {
        let day = try #require(
          RunningDay(office, at: SampleDay.now, taking: [order.id], rehoming: .orders([])))
        let piece = try #require(day.places[order.id])
        let places = day.ground.suggest(piece, in: day.plan).places
        guard places.count > 1 else { continue }
        // Nobody may come to the first one's hour: he has said no break is to be worked over.
        var strict = office
        let first = day.crew[places[0].technician].technician.id
        strict.limits.severities[.overtime] = .forbid
        strict.technicians.change(first) { one in
          one.hours = nil
          let today = office.today(at: SampleDay.now)
          let end = office.zone.civil(at: day.instant(places[0].start) + .minutes(10)).time
          let opens = TimeOfDay(hour: 0, minute: 0)
          if let opens,
            let short = OpenInterval(opens: opens, closes: end)
          {
            one.shifts[today] = [short]
          }
        }
        let answer = try #require(strict.answer(.urgent(order.id), at: SampleDay.now))
        guard answer.options.contains(where: { if case .fits = $0.kind { true } else { false } }) else {
          continue
        }
        seen += 1
        #expect(answer.options.allSatisfy { $0.refused.isEmpty })
      }
    }
    #expect(seen > 1)
  }

  @Test("are walked in their order until one is taken, and else say why the first is not")
  func walked() throws {
    let office = SampleDay.offices[0]
    let order = try #require(SampleDay.waiting(in: office).first)
    let day = try #require(RunningDay(office, at: SampleDay.now, taking: [order.id]))
    let piece = try #require(day.places[order.id])
    let option = try #require(
      day.option(.given, moving: [(piece, day.spot(.init(member: 0, start: 60_000), of: piece))]))
    var refused = option
    let rule = BrokenRule(
      rule: .claimed, severity: .forbid, order: order.number, technician: "",
      evidence: .past(start: SampleDay.now))
    refused.refused = [PlanOption.Refused(id: order.id, rule: rule)]
    var taken = option
    taken.refused = []
    let ways = [refused, refused, taken, refused]
    var asked = 0
    let found = RunningDay.passable(Array(ways.indices)) { way in
      asked += 1
      return ways[way]
    }
    #expect(found?.refused.isEmpty == true)
    #expect(asked == 3)
    #expect(RunningDay.passable([0, 1]) { ways[$0] }?.refused.isEmpty == false)
    #expect(RunningDay.passable([Int]()) { ways[$0] } == nil)
  }
}
