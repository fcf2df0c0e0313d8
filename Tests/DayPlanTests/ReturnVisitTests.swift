import Domain
import TestSupport
import Testing

@testable import DayPlan

@Suite("Coming again")
struct ReturnVisitTests {
  /// A visit of an order that ended without its work, and the office then.
  private static func notDone(
    _ seeded: Office
  ) throws -> [(office: Office, order: WorkOrder, was: Technician.ID)] {
    let person = try #require(seeded.people.inOrder.first { $0.role == .supervisor || $0.role == .owner }?.id)
    let onSite = seeded.orders.inOrder.filter {
      $0.openVisit?.activeAssignment?.status == .onSite && $0.window == nil
    }
    return onSite.compactMap { order in
      guard let was = order.technician else { return nil }
      let submission = Submission(
        id: Submission.ID(high: 9, low: UInt64(order.number)),
        stamp: Stamp(by: person, at: SampleDay.now, console: ConsoleID(high: 0, low: 0)),
        commands: [
          .reportNotDone(order.id, ReportNotDone(reason: "the part is missing", nextStep: "return visit"))
        ],
        acceptsWarnings: true)
      guard let after = try? seeded.decide(submission).after, let now = after.order(order.id) else {
        return nil
      }
      return (after, now, was)
    }
  }

  @Test(
    "belongs to the order that was begun, waits like other work, and goes rather to who has been there",
    .verifies("TML-12"))
  func again() throws {
    var looked = 0
    for seeded in SampleDay.several {
      for (office, order, was) in try Self.notDone(seeded).prefix(3) {
        #expect(order.openVisit == nil && order.visits.last?.assignment?.status == .notDone)
        let planned = PlannedDay(office, at: SampleDay.now)
        #expect(office.waiting(on: planned, at: SampleDay.now).contains(order.id))
        let known = Set(office.visitors(of: order).keys)
        #expect(known.contains(was))
        let able = office.exactCandidates(for: order, at: SampleDay.now).eligible.filter { !$0.costs.isEmpty }
        let asked = office.wishes(for: order).preferred
        guard asked.isEmpty else { continue }
        for one in able {
          let isNew = one.costs.contains { $0.term == .preference }
          #expect(isNew == !known.contains(one.id), "\(order.number) \(one.handle)")
          looked += 1
        }
      }
    }
    #expect(looked > 5)
  }

  @Test("the first visit stays beside the second, with what came of it")
  func linked() throws {
    let (office, order, was) = try #require(try Self.notDone(SampleDay.offices[0]).first)
    let person = try #require(office.people.inOrder.first { $0.role == .supervisor || $0.role == .owner }?.id)
    let tomorrow = office.today(at: SampleDay.now).adding(days: 1)
    let answer = try #require(office.answer(.waiting([order.id], on: tomorrow), at: SampleDay.now))
    let change = try #require(answer.options.first?.changes.first { $0.id == order.id })
    let technician = try #require(change.to.technician)
    let start = try #require(change.to.start)
    #expect(office.zone.date(at: start) == tomorrow)
    let again = Submission(
      id: Submission.ID(high: 9, low: 1),
      stamp: Stamp(by: person, at: SampleDay.now, console: ConsoleID(high: 0, low: 0)),
      commands: [
        .assignVisit(
          order.id,
          AssignVisit(
            visit: Visit.ID(high: 9, low: 2), technician: technician, start: start, length: change.to.length,
            replacing: nil))
      ], acceptsWarnings: true)
    let after = try #require(try office.decide(again).after.order(order.id))
    #expect(after.visits.count == order.visits.count + 1)
    let first = try #require(after.visits.dropLast().last?.assignment)
    #expect(first.technician == was && first.status == .notDone && first.nextStep == "return visit")
    #expect(after.openVisit?.start == start)
  }
}
