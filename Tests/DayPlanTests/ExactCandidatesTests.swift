import Domain
import Planner
import TestSupport
import Testing

@testable import DayPlan

@Suite("The exact ranking for an order")
struct ExactCandidatesTests {
  @Test(
    "names everybody once, best first, with what it costs or why not",
    .verifies("REC-01", "REC-02", "REC-03"),
    arguments: SampleDay.offices)
  func everybody(office: Office) throws {
    var offered = 0
    for order in SampleDay.waiting(in: office).prefix(8) {
      let found = office.exactCandidates(for: order, at: SampleDay.now)
      let everybody = found.eligible.map(\.id) + found.others.map(\.id)
      #expect(Set(everybody).count == everybody.count)
      #expect(everybody.count == office.technicians.inOrder.count)
      #expect(found.others.allSatisfy { !$0.reasons.isEmpty })
      let today = found.eligible.filter { !$0.costs.isEmpty }
      let costs = today.map { $0.costs.map(\.worth.seconds).reduce(0, +) }
      #expect(zip(costs, costs.dropFirst()).allSatisfy { $0 <= $1 + 6 })
      offered += today.count
      for candidate in found.eligible { #expect(candidate.warnings.allSatisfy { $0.severity == .warn }) }
    }
    #expect(offered > 0)
  }

  @Test(
    "never says that more work makes somebody's day cheaper, whatever places are not known",
    .verifies("REC-02"), arguments: SampleDay.offices)
  func noGain(office: Office) throws {
    var office = office
    for order in SampleDay.waiting(in: office) { office.orders.change(order.id) { $0.site = nil } }
    var looked = 0
    for order in SampleDay.waiting(in: office) {
      for candidate in office.exactCandidates(for: order, at: SampleDay.now).eligible {
        // Whoever has to begin at another hour may begin earlier, so that he is less late: in all it costs.
        let terms = candidate.costs.filter { $0.term != .balance && $0.term != .preference }
        if terms.isEmpty { continue }
        looked += 1
        let all = terms.map(\.worth).reduce(.zero, +)
        #expect(.zero <= all, "\(order.number) with \(candidate.handle): \(terms)")
      }
    }
    #expect(looked > 0)
  }

  @Test(
    "offers today with a warning where only a closed site stands against it and waiting would be late",
    .verifies("REC-01", "REC-03"), arguments: [false, true])
  func closedSite(isClosingSoon: Bool) throws {
    var looked = 0
    for office in SampleDay.several {
      for order in SampleDay.waiting(in: office) where order.priority == .p2 && order.window == nil {
        let today = office.today(at: SampleDay.now)
        let tomorrow = today.adding(days: 1)
        let minutes = (SampleDay.now - office.zone.startOfDay(today)).seconds / 60 + 20
        let soon =
          "\(minutes / 60 < 10 ? "0" : "")\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
        if isClosingSoon, order.estimate <= .minutes(20) { continue }
        let open = office.exactCandidates(for: order, at: SampleDay.now)
        let midnight = office.zone.startOfDay(tomorrow)
        guard let site = order.site, open.eligible.contains(where: { $0.arrival < midnight }) else {
          continue
        }
        var closed = office
        let hours = try #require(OpenInterval("09:00-17:00"))
        let left = isClosingSoon ? [try #require(OpenInterval("00:00-\(soon)"))] : []
        closed.sites.change(site) {
          $0.hours = OpeningHours(weekly: [today.weekday: left, tomorrow.weekday: [hours]])
        }
        let isLate = closed.beginnings(of: order, length: order.estimate, at: SampleDay.now)
          .contains { $0.at < midnight + .hours(9) }
        let found = closed.exactCandidates(for: order, at: SampleDay.now)
        let everybody = found.eligible.map(\.id) + found.others.map(\.id)
        #expect(Set(everybody).count == everybody.count)
        let early = found.eligible.prefix { $0.arrival < midnight }
        #expect(early.isEmpty == !isLate, "\(order.number)")
        #expect(early.allSatisfy { $0.warnings.contains { $0.rule == .outsideWindow } })
        if isLate { looked += 1 }
      }
    }
    #expect(looked > 0)
  }

  @Test("names the orders that come too late", .verifies("REC-03"))
  func late() {
    var looked = 0
    for office in SampleDay.several {
      for order in SampleDay.waiting(in: office) {
        for candidate in office.exactCandidates(for: order, at: SampleDay.now).eligible {
          for cost in candidate.costs {
            guard cost.term == .late, .zero < cost.worth else {
              #expect(cost.term == .late || cost.orders.isEmpty)
              continue
            }
            looked += 1
            #expect(!cost.orders.isEmpty)
            for number in cost.orders {
              let late = office.order(number: number)
              #expect(
                number == order.number || late?.technician == candidate.id, "\(order.number): \(number)")
            }
          }
        }
      }
    }
    #expect(looked > 0)
  }

  @Test("says of each term what the whole day's score says", arguments: SampleDay.offices)
  func exact(office: Office) throws {
    var looked = 0
    for order in SampleDay.waiting(in: office) {
      let day = try #require(RunningDay(office, at: SampleDay.now, taking: [order.id]))
      let piece = try #require(day.places[order.id])
      let before = day.problem.score(day.plan).cost
      for place in day.ground.suggest(piece, in: day.plan).places.prefix(3) {
        var plan = day.plan
        plan.routes.removeAll { $0.technician == place.technician }
        plan.routes.append(place.route)
        plan.unassigned.removeAll { $0 == piece }
        let score = day.problem.score(plan)
        #expect(score.violations == [])
        var change = score.cost - before
        change.unserved = 0
        #expect(change == place.cost, "\(order.number) with \(place.technician)")
        looked += 1
      }
    }
    #expect(looked > 0)
  }

  @Test("is what somebody gets who accepts it: the visits that make room move with it")
  func accepted() throws {
    var moved = 0
    for office in SampleDay.offices {
      for order in SampleDay.waiting(in: office) {
        for candidate in office.exactCandidates(for: order, at: SampleDay.now).eligible {
          for move in candidate.moves {
            let other = try #require(office.order(move.order))
            #expect(other.technician == candidate.id)
            #expect(other.openVisit?.start == move.from)
            #expect(move.from != move.to)
            moved += 1
          }
        }
      }
    }
    #expect(moved > 0)
  }
}
