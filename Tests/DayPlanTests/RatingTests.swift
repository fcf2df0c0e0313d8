import Domain
import TestSupport
import Testing

@testable import DayPlan

@Suite("What customers thought of somebody's work")
struct RatingTests {
  /// An order that somebody can take without anything moving, and those who can, the best first.
  private static func ranked(
    _ office: Office
  ) throws -> (order: WorkOrder, customer: Customer.ID, found: [Candidate]) {
    for order in SampleDay.waiting(in: office) {
      let found = office.exactCandidates(for: order, at: SampleDay.now).eligible.filter { !$0.costs.isEmpty }
      if let customer = office.customer(of: order)?.id, found.count > 1 { return (order, customer, found) }
    }
    throw Missing.order
  }

  private enum Missing: Error { case order }

  private static func worth(_ candidate: Candidate?) -> Span {
    candidate?.costs.first { $0.term == .rating }?.worth ?? .zero
  }

  private func ranking(_ office: Office, _ order: WorkOrder) -> [Candidate] {
    office.exactCandidates(for: order, at: SampleDay.now).eligible
  }

  @Test(
    "weighs in the ranking by a term of its own, and by nothing where nobody has said",
    .verifies("REC-02", "REC-03"))
  func weighed() throws {
    var office = SampleDay.offices[0]
    let (order, customer, found) = try Self.ranked(office)
    #expect(found.allSatisfy { Self.worth($0) == .zero })
    let best = try #require(found.first)
    let other = try #require(found.dropFirst().first)
    let ratings = { (stars: Int) in [CustomerRating(order: 1, customer: customer, stars: stars)] }
    office.technicians.change(best.id) { $0.ratings = ratings(1) }
    office.technicians.change(other.id) { $0.ratings = ratings(5) }
    let after = ranking(office, order)
    let low = try #require(after.first { $0.id == best.id })
    #expect(Self.worth(low) == .minutes(8), "four points below the best, two minutes each")
    #expect(Self.worth(after.first { $0.id == other.id }) == .zero)
    let unrated = after.first { $0.id != best.id && $0.id != other.id && !$0.costs.isEmpty }
    if let unrated { #expect(Self.worth(unrated) == .minutes(4), "as the mean of the others") }
    var heavy = PlanRules.usual
    heavy.rating = 60_000
    let first = office.exactCandidates(for: order, at: SampleDay.now, rules: heavy).eligible.first
    #expect(first?.id != best.id)
  }

  @Test("counts by the customer's own before those of others", .verifies("REC-02"))
  func own() throws {
    let office = SampleDay.offices[0]
    let (_, customer, found) = try Self.ranked(office)
    var technician = try #require(office.technician(found[0].id))
    technician.ratings = [
      CustomerRating(order: 1, customer: nil, stars: 5), CustomerRating(order: 2, customer: nil, stars: 4),
      CustomerRating(order: 3, customer: customer, stars: 2)
    ]
    #expect(technician.rating(by: customer)?.stars == 2 && technician.rating(by: customer)?.count == 1)
    #expect(technician.rating(by: nil)?.count == 3)
  }
}
