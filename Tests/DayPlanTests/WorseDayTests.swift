import Domain
import TestSupport
import Testing

@testable import DayPlan

@Suite("A technician's day in another order")
struct WorseDayTests {
  @Test("is not offered for less than it disturbs")
  func nothing() throws {
    let office = SampleDay.offices[0]
    for technician in office.technicians.inOrder {
      guard let answer = office.answer(.route(technician.id), at: SampleDay.now),
        let option = answer.options.first
      else { continue }
      let saved = option.before.driving - option.after().driving
      let late = option.before.late - option.after().late
      #expect(saved + late > .zero)
    }
  }
}
