import Domain
import TestSupport
import Testing

@testable import DayPlan

@Suite("A line of a plan given to somebody else")
struct GivenLinesTests {
  private static let quick: PlanRules = {
    var rules = PlanRules.usual
    rules.tries = 200
    return rules
  }()

  @Test(
    "moves nothing else, goes between what else he has, and changes the figures",
    .verifies("EXC-05", "REC-10"))
  func given() throws {
    var seen = 0
    for office in SampleDay.offices.prefix(1) {
      let answer = try #require(office.answer(.waiting([]), at: SampleDay.now, rules: Self.quick))
      let option = try #require(answer.options.first)
      for change in option.changes.prefix(6) where change.from.technician == nil {
        let takers = option.takers(of: change.id)
        #expect(Set(takers).count == takers.count)
        guard let other = takers.first(where: { $0 != change.to.technician }) else { continue }
        let edited = try #require(option.giving(change.id, to: other))
        seen += 1
        let line = try #require(edited.changes.first { $0.id == change.id })
        #expect(line.to.technician == other)
        #expect(line.broken.allSatisfy { $0.severity == .warn })
        func others(_ option: PlanOption) -> [WorkOrder.ID: MovePreview.Spot] {
          Dictionary(
            uniqueKeysWithValues: option.changes.filter { $0.id != change.id }.map { ($0.id, $0.to) })
        }
        #expect(others(edited) == others(option), "\(change.number)")
        #expect(edited.after().open == option.after().open)
        #expect(edited.judged(dropping: [change.id]).map(\.id).contains(change.id) == false)
      }
    }
    #expect(seen > 1)
  }

  @Test("is not offered to who cannot take it")
  func cannot() throws {
    let office = SampleDay.offices[0]
    let answer = try #require(office.answer(.waiting([]), at: SampleDay.now, rules: Self.quick))
    let option = try #require(answer.options.first)
    for change in option.changes.prefix(3) where change.from.technician == nil {
      let order = try #require(office.order(change.id))
      let takers = option.takers(of: change.id)
      for technician in office.technicians.inOrder where !takers.contains(technician.id) {
        guard let edited = option.giving(change.id, to: technician.id) else { continue }
        let line = edited.changes.first { $0.id == change.id }
        #expect(
          line?.broken.contains { $0.severity != .warn } ?? true || takers.count == 12, "\(order.number)")
      }
    }
    #expect(option.takers(of: WorkOrder.ID(high: 1, low: 2)).isEmpty)
  }
}
