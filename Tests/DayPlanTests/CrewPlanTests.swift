import Domain
import TestSupport
import Testing

@testable import DayPlan

@Suite("A plan with crews in it")
struct CrewPlanTests {
  private static var quick: PlanRules {
    var rules = PlanRules()
    rules.tries = 300
    return rules
  }

  /// An office in which somebody who is free then comes along to a visit that nobody has set out to.
  private static func crewed(_ seeded: Office) -> (office: Office, order: WorkOrder, helper: Technician.ID)? {
    let index = seeded.scheduleIndex(at: SampleDay.now)
    for order in seeded.orders.inOrder where order.openVisit?.activeAssignment?.status.isAhead ?? false {
      guard let range = order.openVisit?.range,
        seeded.zone.date(at: range.start) == seeded.today(at: SampleDay.now)
      else { continue }
      let helper = seeded.technicians.inOrder.first { technician in
        technician.id != order.technician
          && !seeded.isKnownToBeAway(technician, at: range.start, asOf: SampleDay.now)
          && seeded.shift(of: technician, at: range.start).map { range.end < $0.end } ?? false
          && !index.visits(of: technician.id).contains { $0.range.overlaps(range) }
      }
      guard let helper else { continue }
      var office = seeded
      office.orders.change(order.id) { $0.visits[$0.visits.count - 1].helpers = [helper.id] }
      return office.order(order.id).map { (office, $0, helper.id) }
    }
    return nil
  }

  @Test(
    "moves neither the visit nor who comes along to it, and gives him nothing else then", .verifies("TML-11"))
  func holds() throws {
    var looked = 0
    for seeded in SampleDay.several {
      guard let (office, order, helper) = Self.crewed(seeded), let range = order.openVisit?.range else {
        continue
      }
      looked += 1
      let day = try #require(RunningDay(office, at: SampleDay.now))
      let member = try #require(day.member(helper))
      #expect(day.crew[member].helping.map(\.order) == [order.id])
      #expect(day.places[order.id].map { day.pieces[$0].holder } == order.technician.flatMap(day.member))
      var questions: [PlanQuestion] = [.waiting([]), .away(helper)]
      questions += [helper, order.technician].compactMap(\.self).map { .route($0) }
      for question in questions {
        let answer = try #require(office.answer(question, at: SampleDay.now, rules: Self.quick))
        for option in answer.options {
          #expect(!option.changes.contains { $0.id == order.id }, "\(question)")
          if question == .away(helper) { continue }
          let his = option.changes.filter { $0.to.technician == helper }.compactMap(\.to.range)
          #expect(!his.contains { $0.overlaps(range) }, "\(question)")
        }
      }
    }
    #expect(looked > 2)
  }

  @Test("gives what nobody has only to hours at which whoever comes along is free", .verifies("TML-11"))
  func commonHour() throws {
    var (looked, moved) = (0, 0)
    for seeded in SampleDay.several {
      let index = seeded.scheduleIndex(at: SampleDay.now)
      for order in SampleDay.waiting(in: seeded).prefix(6) where order.openVisit == nil && order.window == nil
      {
        let alone = seeded.exactCandidates(for: order, at: SampleDay.now, rules: Self.quick)
        guard let best = alone.best,
          let helper = seeded.technicians.inOrder.first(where: { technician in
            technician.id != best.id
              && index.visits(of: technician.id).contains { $0.range.overlaps(best.range) }
          })
        else { continue }
        var office = seeded
        office.orders.change(order.id) {
          var visit = Visit(id: Visit.ID(high: 9, low: 9), start: nil, estimate: $0.estimate)
          visit.helpers = [helper.id]
          $0.visits.append(visit)
        }
        let now = try #require(office.order(order.id))
        let free = office.balance(of: helper, on: office.today(at: SampleDay.now), in: index).gaps
        for candidate in office.exactCandidates(for: now, at: SampleDay.now, rules: Self.quick).eligible
        where office.zone.date(at: candidate.arrival) == office.today(at: SampleDay.now) {
          looked += 1
          moved += candidate.id == best.id && candidate.range != best.range ? 1 : 0
          #expect(free.contains { $0.contains(candidate.range) }, "\(order.number) \(candidate.handle)")
        }
        let answer = try #require(office.answer(.waiting([order.id]), at: SampleDay.now, rules: Self.quick))
        for change in answer.options.flatMap(\.changes) where change.id == order.id && answer.day == nil {
          let range = try #require(change.to.range)
          #expect(free.contains { $0.contains(range) }, "\(order.number)")
        }
      }
    }
    #expect(looked > 3 && moved > 0)
  }

  @Test(
    "leaves further visits of an order where they are, and puts the one in hand behind none",
    .verifies("TML-12"))
  func further() throws {
    var looked = 0
    for seeded in SampleDay.several {
      guard let (office, order, helper) = Self.crewed(seeded), let range = order.openVisit?.range else {
        continue
      }
      var split = office
      let start = range.end + .minutes(30)
      let time = TimeRange(start: start, length: .minutes(30))
      let own = seeded.scheduleIndex(at: SampleDay.now).visits(of: helper)
      if own.contains(where: { $0.range.overlaps(time) }) { continue }
      let holder = Assignment(
        technician: helper, status: .scheduled, assignedAt: SampleDay.now,
        assignedBy: order.openVisit?.activeAssignment?.assignedBy ?? Person.ID(high: 0, low: 0))
      var visit = Visit(
        id: Visit.ID(high: 77, low: 1), start: start, estimate: .minutes(30), assignments: [holder])
      visit.isFurther = true
      split.orders.change(order.id) {
        $0.visits[$0.visits.count - 1].helpers = nil
        $0.visits.append(visit)
      }
      looked += 1
      let day = try #require(RunningDay(split, at: SampleDay.now))
      let member = try #require(day.member(helper))
      #expect(day.crew[member].helping.contains { $0.order == order.id })
      #expect(!day.crew[member].ahead.contains { $0.id == visit.id })
      for question in [PlanQuestion.waiting([]), .route(helper)] {
        for option in split.answer(question, at: SampleDay.now, rules: Self.quick)?.options ?? [] {
          for change in option.changes where change.id == order.id {
            #expect(change.to.range.map { $0.end <= start } ?? true)
          }
          for change in option.changes where change.to.technician == helper {
            #expect(change.to.range?.overlaps(time) != true)
          }
        }
      }
    }
    #expect(looked > 0)
  }
}
