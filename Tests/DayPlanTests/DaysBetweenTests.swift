import Domain
import TestSupport
import Testing

@testable import DayPlan

@Suite("The days between today and the one that is planned")
struct DaysBetweenTests {
  @Test("keep their work, as long as somebody works on them before it is due")
  func daysBetween() throws {
    let tomorrow = SampleDay.offices[0].today(at: SampleDay.now).adding(days: 1)
    let later = tomorrow.adding(days: 1)
    let midnight = SampleDay.offices[0].zone.startOfDay(tomorrow)
    let night = midnight - .minutes(10)
    var quick = PlanRules()
    quick.tries = 300
    for office in SampleDay.offices {
      let between = PlannedDay(office, tomorrow, at: night)
      let crew = Crew(office, office.scheduleIndex(at: night), on: between).members
      let begins = try #require(crew.filter { $0.onCall == nil }.map(\.free).min())
      let noon = midnight + .hours(12)
      let early = midnight + .minutes(30)
      #expect(early < begins && begins < noon)
      for (due, isTheirs) in [(noon, true), (early, false)] {
        let (promised, order) = try Self.due(at: due, in: office)
        let planned = PlannedDay(promised, later, at: night)
        let sooner = promised.dueSooner([order], than: planned, at: night)
        #expect(sooner.map(\.at) == [due])
        let answer = try #require(promised.answer(.waiting([], on: later), at: night, rules: quick))
        let option = try #require(answer.options.first)
        #expect(option.left.contains { $0.id == order && $0.verdict == .dueSooner(due) } == isTheirs)
        if isTheirs { #expect(!option.changes.contains { $0.id == order }) }
      }
    }
  }

  /// An office where somebody is promised to one order of P3 at an instant, and nothing else is promised.
  private static func due(at instant: Timestamp, in office: Office) throws -> (Office, WorkOrder.ID) {
    var office = office
    let order = try #require(
      SampleDay.waiting(in: office).first {
        $0.window == nil && $0.visits.isEmpty && $0.postponedTo == nil && $0.pastHolds.isEmpty
      })
    let response = instant - order.receivedAt
    for contract in office.contracts.inOrder {
      office.contracts.change(contract.id) {
        $0.levels = [
          ServiceLevel(
            priority: .p3, response: response, fix: response + .days(30), isRoundTheClock: true)
        ]
      }
    }
    office.orders.change(order.id) {
      $0.priority = .p3
      $0.agreedPriority = .p3
    }
    return (office, order.id)
  }
}
