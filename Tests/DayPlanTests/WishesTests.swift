import Domain
import TestSupport
import Testing

@testable import DayPlan

@Suite("Whom a customer asks for, and who is not to come")
struct WishesTests {
  /// Waiting work of a customer that several could do today.
  private func work() throws -> (office: Office, order: WorkOrder, customer: Customer.ID, able: [Candidate]) {
    let office = SampleDay.offices[0]
    for order in SampleDay.waiting(in: office) {
      let customer = order.customer ?? office.site(order.site)?.customer
      let able = office.exactCandidates(for: order, at: SampleDay.now).eligible
      if let customer, able.count > 3,
        office.today(at: SampleDay.now) == office.zone.date(at: able[3].arrival)
      {
        return (office, order, customer, able)
      }
    }
    throw NoSuchWork()
  }

  private struct NoSuchWork: Error {}

  @Test(
    "is never proposed or planned where he is refused, and may be sent with a reason",
    .verifies("REC-05", "REC-06"))
  func refused() throws {
    var (office, order, customer, able) = try work()
    let best = able[0]
    office.customers.change(customer) { $0.refused = [best.id] }
    let found = office.exactCandidates(for: order, at: SampleDay.now)
    #expect(!found.eligible.contains { $0.id == best.id })
    let why = try #require(found.others.first { $0.id == best.id })
    #expect(why.reasons.contains { $0.rule == .refused && $0.severity == .block })
    let answer = try #require(office.answer(.waiting([order.id]), at: SampleDay.now))
    for option in answer.options { #expect(!option.changes.contains { $0.to.technician == best.id }) }
    // A group's word counts for its stores, unless they say otherwise.
    let group = Customer(id: .init(high: 7, low: 7), name: "Group", tier: .silver)
    office.customers[group.id] = group
    office.customers.change(group.id) { $0.refused = [able[1].id] }
    office.customers.change(customer) { ($0.parent, $0.refused) = (group.id, []) }
    #expect(office.wishes(for: order).refused[able[1].id] == group.id)
    office.customers.change(customer) { $0.preferred = [able[1].id] }
    #expect(office.wishes(for: order).refused.isEmpty)
  }

  @Test("comes before others who cost as much, and it is said", .verifies("REC-05", "REC-06", "REC-02"))
  func preferred() throws {
    var (office, order, customer, able) = try work()
    let wanted = able[2]
    office.customers.change(customer) { $0.preferred = [wanted.id] }
    let found = office.exactCandidates(for: order, at: SampleDay.now)
    let now = try #require(found.eligible.firstIndex { $0.id == wanted.id })
    #expect(now <= 2)
    #expect(found.eligible[now].facts.contains(.askedFor))
    for candidate in found.eligible {
      let isNew = candidate.costs.contains { $0.term == .preference }
      #expect(isNew == (candidate.id != wanted.id), "\(candidate.handle)")
    }
  }
}
