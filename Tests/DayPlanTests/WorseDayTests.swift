import Domain
import TestSupport
import Testing

@testable import DayPlan

@Suite("A technician's day in another order")
struct WorseDayTests {
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
