import DayPlan
import Domain
import TestSupport
import Testing

@Suite("A further visit whose technician is away")
struct FurtherAwayTests {
  /// An order that somebody is on, with a further visit of somebody else tomorrow.
  private static func planned(
    _ seeded: Office
  ) throws -> (office: Office, order: WorkOrder, technician: Technician.ID, start: Timestamp) {
    let person = try #require(seeded.people.inOrder.first { $0.role == .supervisor || $0.role == .owner }?.id)
    let order = try #require(
      seeded.orders.inOrder.first {
        $0.openVisit?.activeAssignment?.status == .onSite && $0.furtherVisits.isEmpty
      })
    let midnight = seeded.zone.startOfDay(seeded.today(at: SampleDay.now).adding(days: 1))
    for technician in seeded.technicians.inOrder where technician.id != order.technician {
      for hour in 8...16 as ClosedRange<Int64> {
        var rule = AssignVisit(
          visit: Visit.ID(high: 61, low: 1), technician: technician.id, start: midnight + .hours(hour),
          length: .minutes(60), replacing: nil)
        rule.isFurther = true
        let submission = Submission(
          id: Submission.ID(high: 9, low: 9),
          stamp: Stamp(by: person, at: SampleDay.now, console: ConsoleID(high: 0, low: 0)),
          commands: [.assignVisit(order.id, rule)])
        guard let after = try? seeded.decide(submission).after, let now = after.order(order.id) else {
          continue
        }
        return (after, now, technician.id, rule.start)
      }
    }
    throw Missing.nobody
  }

  private enum Missing: Error { case nobody }

  @Test(
    "is named with some who could do it, by the question about him and by an alert, and moved by no plan",
    .verifies("TML-12", "EXC-05"), arguments: SampleDay.offices)
  func named(seeded: Office) throws {
    var (office, order, technician, start) = try Self.planned(seeded)
    let tomorrow = office.zone.date(at: start)
    #expect(Self.lost(try #require(office.answer(.away(technician, on: tomorrow), at: SampleDay.now))) != nil)
    office.technicians.change(technician) {
      $0.absences.append(Absence(from: start - .hours(4), to: start + .hours(8), reason: "ill"))
    }
    let answer = try #require(office.answer(.away(technician, on: tomorrow), at: SampleDay.now))
    let lost = try #require(Self.lost(answer))
    #expect(lost.id == order.id && lost.at == start && !lost.free.contains(technician))
    let index = office.scheduleIndex(at: SampleDay.now)
    for one in lost.free.compactMap({ office.technician($0) }) {
      let broken = office.brokenRules(
        order: order.facing(Visit.ID(high: 61, low: 1)), technician: one, start: start, length: .minutes(60),
        in: index, further: Visit.ID(high: 61, low: 1))
      #expect(broken.isEmpty, "\(one.handle)")
    }
    #expect(answer.options.allSatisfy { option in !option.changes.contains { $0.id == order.id } })
    let alert = try #require(
      Board(office, now: SampleDay.now).alerts.first {
        $0.id.kind == .technicianAway && $0.orderID == order.id && $0.id.cause == start
      })
    #expect(alert.remedy == .open && alert.technicianID == technician)
  }

  private static func lost(
    _ answer: PlanAnswer
  ) -> (id: WorkOrder.ID, at: Timestamp, free: [Technician.ID])? {
    var left = answer.options.first?.left ?? []
    if case .furtherAlone(_, let further)? = answer.nothing { left += further }
    for one in left {
      if case .further(_, let at, let free) = one.verdict { return (one.id, at, free) }
    }
    return nil
  }
}
