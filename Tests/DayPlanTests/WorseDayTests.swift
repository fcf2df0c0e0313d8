import Domain
import TestSupport
import Testing

@testable import DayPlan

@Suite("A technician's day in another order")
struct WorseDayTests {
  @Test("is found where the day was made worse on purpose", .verifies("RTE-01"), arguments: SampleDay.offices)
  func worse(office: Office) throws {
    let (worse, technician) = try #require(SampleDay.madeWorse(office))
    let answer = try #require(worse.answer(.route(technician), at: SampleDay.now))
    let option = try #require(answer.options.first)
    #expect(option.kind == .reordered(technician))
    #expect(option.changes.allSatisfy { $0.to.technician == technician })
    #expect(option.after().driving < option.before.driving)
  }

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
