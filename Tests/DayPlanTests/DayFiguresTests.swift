import Domain
import Planner
import TestSupport
import Testing

@testable import DayPlan

private let midnight = SampleDay.now - .hours(10) - .minutes(42)

@Suite("What a day comes to before and after")
struct DayFiguresTests {
  private func figures(_ day: RunningDay, _ changes: [PlanChange] = []) -> DayFigures {
    day.figures(with: changes, from: day.shares())
  }

  @Test("counts no clock of waiting work as missed that can be met tomorrow")
  func laterClocks() throws {
    let office = SampleDay.offices[0]
    let ids = SampleDay.waiting(in: office).map(\.id)
    let day = try #require(RunningDay(office, at: SampleDay.now, taking: ids))
    let tomorrow = midnight + .days(1)
    let today = day.unheld.flatMap { day.pieces[$0].clocks }.count { $0 < tomorrow }
    let all = day.unheld.count { !day.pieces[$0].clocks.isEmpty }
    var empty = day
    for piece in empty.pieces.indices where empty.pieces[piece].holder != nil {
      empty.pieces[piece].clocks = []
    }
    #expect(figures(empty).breaches == today)
    #expect(day.unheld.contains { piece in day.pieces[piece].clocks.contains { tomorrow < $0 } })
    #expect(today != all)
  }

  @Test("gets no worse in lateness and clocks by giving work that waits", arguments: SampleDay.several)
  func noWorse(office: Office) throws {
    var seen = 0
    let ids = SampleDay.waiting(in: office).map(\.id)
    let day = try #require(RunningDay(office, at: SampleDay.now, taking: ids))
    for piece in day.unheld {
      guard let order = day.pieces[piece].order,
        let place = day.ground.suggest(piece, in: day.plan).places.first(where: { $0.moved.isEmpty }),
        let option = day.option(
          .given, moving: [(piece, day.spot(.init(member: place.technician, start: place.start), of: piece))])
      else { continue }
      seen += 1
      let (before, after) = (figures(day), figures(day, option.changes))
      #expect(after.late <= before.late, "\(order.number)")
      #expect(after.breaches <= before.breaches, "\(order.number)")
      #expect(after.brokenPromises <= before.brokenPromises, "\(order.number)")
      #expect(after.open == before.open - 1)
    }
    #expect(seen > 3)
  }

  @Test("counts overtime of whoever has no known home, too")
  func overtime() throws {
    let office = SampleDay.offices[0]
    var day = try #require(RunningDay(office, at: SampleDay.now))
    let member = try #require(day.crew.indices.first { !day.crew[$0].ahead.isEmpty })
    var technician = day.crew[member].technician
    technician.home = nil
    let one = day.crew[member]
    day.crew[member] = CrewMember(
      technician: technician, shift: TimeRange(start: one.shift.start, end: SampleDay.now), free: one.free,
      place: one.place, ahead: one.ahead)
    let before = figures(day).overtime
    day.crew[member].shift = TimeRange(start: one.shift.start, end: SampleDay.now + .days(1))
    #expect(figures(day).overtime < before)
  }
}
