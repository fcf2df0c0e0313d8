import Domain
import TestSupport
import Testing

@testable import DayPlan

@Suite("The visits of several technicians, shared anew")
struct SharingTests {
  private static let rules: PlanRules = {
    var rules = PlanRules.usual
    rules.tries = 300
    return rules
  }()

  /// A made-up day on which sharing anew is worth it, with whose visits and how.
  private func worthIt() -> (office: Office, technicians: [Technician.ID], option: PlanOption)? {
    for office in SampleDay.several {
      let all = office.technicians.inOrder.filter { $0.presence == .available }.map(\.id)
      for (one, other) in zip(all, all.dropFirst(3)) {
        let answer = office.answer(.among([one, other]), at: SampleDay.now, rules: Self.rules)
        if let option = answer?.options.first, option.changes.count > 1 {
          return (office, [one, other], option)
        }
      }
    }
    return nil
  }

  @Test(
    "go to one of them, cost less, and leave everybody else and what is pinned alone", .verifies("RTE-03"))
  func among() throws {
    let (office, technicians, option) = try #require(worthIt())
    for change in option.changes {
      let order = try #require(office.order(change.id))
      #expect(technicians.contains { $0 == order.technician }, "\(order.number) is somebody else's")
      #expect(technicians.contains { $0 == change.to.technician } || change.to.technician == nil)
    }
    let (before, after) = (option.before, option.after())
    #expect(after.open == before.open)
    #expect(after.driving < before.driving || after.late < before.late || after.overtime < before.overtime)
    let pinned = try #require(option.changes.first)
    var held = office
    held.orders.change(pinned.id) { $0.visits[$0.visits.count - 1].pin = .both }
    let again = held.answer(.among(technicians), at: SampleDay.now, rules: Self.rules)
    for option in again?.options ?? [] { #expect(!option.changes.contains { $0.id == pinned.id }) }
  }

  @Test("are not asked for of somebody who is away")
  func away() throws {
    let office = SampleDay.offices[0]
    let here = try #require(office.technicians.inOrder.first { $0.presence == .available })
    let away = try #require(office.technicians.inOrder.first { $0.presence == .unavailable })
    let answer = office.answer(.among([here.id, away.id]), at: SampleDay.now, rules: Self.rules)
    #expect(answer?.nothing == .notHere(away.id))
  }
}
