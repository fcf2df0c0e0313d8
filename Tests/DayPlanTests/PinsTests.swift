import Domain
import TestSupport
import Testing

@testable import DayPlan

@Suite("What is pinned")
struct PinsTests {
  private static let rules: PlanRules = {
    var rules = PlanRules.usual
    rules.tries = 240
    return rules
  }()

  /// A made-up day on which every other visit that lies ahead is pinned.
  private func pinned(_ pin: Pin) -> (office: Office, pinned: [WorkOrder.ID: Technician.ID]) {
    var office = SampleDay.offices[0]
    var pinned: [WorkOrder.ID: Technician.ID] = [:]
    let ahead = office.orders.inOrder.filter {
      $0.openVisit?.activeAssignment?.status.isAhead ?? false && $0.openVisit?.start != nil
    }
    for (number, order) in ahead.sorted(by: { $0.number < $1.number }).enumerated() where number % 2 == 0 {
      office.orders.change(order.id) { $0.visits[$0.visits.count - 1].pin = pin }
      pinned[order.id] = order.technician
    }
    return (office, pinned)
  }

  @Test(
    "stays where it is, with whom it is, or both, whatever is asked", .verifies("TML-14"),
    arguments: [Pin.time, .technician, .both])
  func held(pin: Pin) throws {
    let (office, pinned) = pinned(pin)
    #expect(pinned.count > 10)
    let here = office.technicians.inOrder.filter { $0.presence == .available }.map(\.id)
    var questions: [PlanQuestion] = [.waiting([])]
    questions += SampleDay.waiting(in: office).prefix(3).map { .urgent($0.id) }
    questions += here.prefix(6).flatMap { [.route($0), .late($0)] }
    questions += zip(here, here.dropFirst()).prefix(3).map { .among([$0, $1]) }
    var looked = 0
    for question in questions {
      let answer = office.answer(question, at: SampleDay.now, rules: Self.rules)
      for change in answer?.options.flatMap(\.changes) ?? [] {
        looked += 1
        guard let holder = pinned[change.id] else { continue }
        if pin.holdsTime { #expect(change.to.start == change.from.start, "\(question): \(change.number)") }
        if pin.holdsTechnician { #expect(change.to.technician == holder, "\(question): \(change.number)") }
      }
    }
    #expect(looked > 10)
  }
}
