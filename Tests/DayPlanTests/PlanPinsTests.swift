import Domain
import Planner
import TestSupport
import Testing

@testable import DayPlan

private let midnight = SampleDay.now - .hours(10) - .minutes(42)

@Suite("Pins and rules in a plan")
struct PlanPinsTests {
  private static let quick: PlanRules = {
    var rules = PlanRules.usual
    rules.tries = 300
    return rules
  }()

  /// Somebody with visits before him, and one of them hours ahead.
  private static func ahead(in office: Office) throws -> (Technician.ID, WorkOrder, Timestamp) {
    let day = try #require(RunningDay(office, at: SampleDay.now))
    for member in day.crew where member.ahead.count > 1 {
      for visit in member.ahead where visit.range.start > SampleDay.now + .hours(1) {
        if let order = office.order(visit.order), order.window == nil, order.openVisit?.pin == nil {
          return (member.technician.id, order, visit.range.start)
        }
      }
    }
    throw NothingAhead()
  }

  private struct NothingAhead: Error {}

  @Test(
    "keep a pinned time when whoever has the visit cannot come", .verifies("REC-10"),
    arguments: SampleDay.several)
  func orphan(office: Office) throws {
    var office = office
    let (technician, order, start) = try Self.ahead(in: office)
    office.orders.change(order.id) { $0.visits[$0.visits.count - 1].pin = .time }
    let answer = try #require(office.answer(.away(technician), at: SampleDay.now, rules: Self.quick))
    for option in answer.options {
      let change = try #require(option.changes.first { $0.id == order.id })
      #expect(change.to.technician == nil || change.to.start == start, "\(option.kind)")
    }
  }

  @Test("keep the pinned time of what nobody has", arguments: SampleDay.several)
  func waiting(office: Office) throws {
    var office = office
    let order = try #require(SampleDay.waiting(in: office).first { $0.openVisit == nil && $0.window == nil })
    let start = midnight + .hours(14)
    var visit = Visit(id: Visit.ID(high: 77, low: 1), start: start, estimate: order.estimate)
    visit.pin = .time
    office.orders.change(order.id) { $0.visits.append(visit) }
    let pinned = try #require(office.order(order.id))
    let found = office.exactCandidates(for: pinned, at: SampleDay.now)
    #expect(
      found.eligible.filter { office.today(at: $0.arrival) == office.today(at: start) }
        .allSatisfy { $0.arrival == start })
    let answer = try #require(office.answer(.waiting([order.id]), at: SampleDay.now, rules: Self.quick))
    for change in answer.options.flatMap(\.changes) where change.id == order.id {
      #expect(change.to.start == start)
    }
  }

  @Test("say what stands against taking a pinned visit back", .verifies("REC-10"))
  func backToTheQueue() throws {
    var office = SampleDay.offices[0]
    let (technician, order, _) = try Self.ahead(in: office)
    // Nobody else may do it, so that it goes back to the queue.
    office.orders.change(order.id) { order in
      order.visits[order.visits.count - 1].pin = .technician
      order.skills = [SkillRequirement(trade: Trade("unheard-of"), level: 5)]
    }
    let answer = try #require(office.answer(.away(technician), at: SampleDay.now, rules: Self.quick))
    let option = try #require(answer.options.first)
    let change = try #require(option.changes.first { $0.id == order.id })
    #expect(change.to.technician == nil)
    #expect(change.broken.map(\.rule) == [.pinned])
    office.limits.severities[.pinned] = .block
    let strict = try #require(office.answer(.away(technician), at: SampleDay.now, rules: Self.quick))
    #expect(!strict.options.flatMap(\.changes).contains { $0.id == order.id }, "it stays where it is")
    #expect(strict.options.flatMap(\.left).contains { $0.id == order.id })
  }

  @Test("are judged for the role of who asks", .verifies("REC-03"))
  func roles() throws {
    var office = SampleDay.offices[0]
    let order = try #require(SampleDay.waiting(in: office).first { $0.priority == .p1 })
    office.orders.change(order.id) { order in
      order.window = TimeRange(start: SampleDay.now - .hours(2), end: SampleDay.now - .hours(1))
    }
    let late = try #require(office.order(order.id))
    office.limits.severitiesByRole[.outsideWindow] = [.dispatcher: .forbid]
    let anybody = office.exactCandidates(for: late, at: SampleDay.now)
    let dispatcher = office.exactCandidates(for: late, at: SampleDay.now, for: .dispatcher)
    func today(_ found: Candidates) -> [Candidate] {
      found.eligible.filter { office.today(at: $0.arrival) == office.today(at: SampleDay.now) }
    }
    #expect(today(anybody).contains { $0.warnings.contains { $0.rule == .outsideWindow } })
    #expect(today(dispatcher).isEmpty)
    let answer = office.answer(.waiting([order.id]), at: SampleDay.now, for: .dispatcher, rules: Self.quick)
    #expect(answer?.options.flatMap(\.changes).contains { $0.id == order.id } == false)
  }

  @Test("name what the office refuses among what is left out", .verifies("REC-08"))
  func leftOut() throws {
    var moved = 0
    for office in SampleDay.several {
      let answer = try #require(office.answer(.waiting([]), at: SampleDay.now, rules: Self.quick))
      guard let first = answer.options.first, case .givenWithRoom = first.kind else { continue }
      moved += 1
      var strict = office
      let urgent = SampleDay.waiting(in: office).filter { $0.priority <= .p2 }
      // What somebody who is away has before him counts, too.
      let all = office.orders.unordered.filter { !$0.isEnded && $0.priority <= .p2 }
      for order in all { strict.orders.change(order.id) { $0.moneyLimit = Money(hundredths: 1) } }
      for order in all {
        strict.orders.change(order.id) { order in
          let report = CompletionReport(did: "looked at it", cost: Money(hundredths: 10_000))
          var done = Assignment(
            technician: office.technicians.inOrder[0].id, status: .notDone,
            assignedAt: SampleDay.now - .days(2),
            assignedBy: office.people.inOrder[0].id)
          done.report = report
          let visit = Visit(
            id: Visit.ID(high: 78, low: UInt64(order.number)), start: nil, estimate: .hours(1),
            assignments: [done])
          order.visits.insert(visit, at: 0)
        }
      }
      strict.limits.severities[.moneyLimit] = .forbid
      let without = try #require(strict.answer(.waiting([]), at: SampleDay.now, rules: Self.quick))
      let option = try #require(without.options.first)
      for order in urgent { #expect(option.left.contains { $0.id == order.id }, "\(order.number)") }
    }
    #expect(moved > 0)
  }
}
