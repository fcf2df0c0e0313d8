import Domain
import TestSupport
import Testing

@testable import DayPlan

@Suite("A technician's day in another order")
struct WorseDayTests {
  @Test(
    "is found in the made-up day for who is sent across the town and back", .verifies("RTE-01"),
    arguments: SampleDay.several)
  func found(office: Office) throws {
    let saved = try office.technicians.inOrder.compactMap { technician -> Span? in
      let answer = try #require(office.answer(.route(technician.id), at: SampleDay.now))
      return answer.options.first.map { $0.before.driving - $0.after().driving }
    }
    #expect(saved.contains { $0 >= .minutes(15) }, "\(saved)")
  }

  @Test("is not offered for less than it disturbs")
  func nothing() throws {
    var asked = 0
    for office in SampleDay.offices {
      for technician in office.technicians.inOrder {
        let answer = try #require(office.answer(.route(technician.id), at: SampleDay.now))
        asked += 1
        guard let option = answer.options.first else { continue }
        let saved = option.before.driving - option.after().driving
        let late = option.before.late - option.after().late
        #expect(saved + late > .zero)
      }
    }
    #expect(asked > 20)
  }
}
