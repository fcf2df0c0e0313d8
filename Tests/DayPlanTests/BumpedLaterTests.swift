import Domain
import TestSupport
import Testing

@testable import DayPlan

@Suite("What gives way for an emergency")
struct BumpedLaterTests {
  /// An office where one technician alone is there, and only as long as what he has lasts.
  private static func full(_ seeded: Office, _ technician: Technician.ID) -> Office {
    var office = seeded
    let today = office.today(at: SampleDay.now)
    let night = office.zone.startOfDay(today.adding(days: 1))
    let visits = office.scheduleIndex(at: SampleDay.now).visits(of: technician)
    let last = visits.map(\.range.end).filter { $0 < night }.max() ?? SampleDay.now
    for one in office.technicians.inOrder where one.id != technician {
      office.technicians.change(one.id) { $0.isActive = false }
    }
    office.technicians.change(technician) {
      $0.absences.append(Absence(from: last, to: night, reason: "away"))
    }
    return office
  }

  @Test(
    "goes to another hour, to another day or back to the queue with a reason, and its weight is said",
    .verifies("REC-09"))
  func homes() throws {
    var rules = PlanRules()
    rules.mostOvertime = .zero
    var (bumped, onALaterDay) = (0, 0)
    for seeded in SampleDay.several {
      for order in SampleDay.waiting(in: seeded).prefix(8) where onALaterDay < 4 {
        var seeded = seeded
        seeded.orders.change(order.id) { $0.priority = .p1 }
        let urgent = try #require(seeded.order(order.id))
        guard let best = seeded.exactCandidates(for: urgent, at: SampleDay.now).best else { continue }
        let office = Self.full(seeded, best.id)
        let answer = try #require(office.answer(.urgent(order.id), at: SampleDay.now, rules: rules))
        for option in answer.options {
          #expect(option.weight != nil)
          for change in option.changes where change.id != order.id && change.from.technician != nil {
            bumped += 1
            guard let start = change.to.start else {
              #expect(option.left.contains { $0.id == change.id })
              continue
            }
            #expect(change.to.technician != nil)
            #expect(change.broken.allSatisfy { $0.severity == .warn })
            guard office.today(at: SampleDay.now) < office.zone.date(at: start) else { continue }
            onALaterDay += 1
            #expect(!option.left.contains { $0.id == change.id })
            #expect(option.after().open == option.before.open - 1)
            #expect(
              option.after().overtime <= option.before.overtime + .hours(1), "a later day is none of this one"
            )
          }
        }
      }
    }
    #expect(bumped > 0 && onALaterDay > 0)
  }
}
