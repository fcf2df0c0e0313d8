import Domain
import Planner
import TestSupport
import Testing

@testable import DayPlan

@Suite("The running day as the planner sees it")
struct RunningDayTests {
  @Test(
    "holds everybody's visits as they stand, and can be driven", .verifies("RTE-02"),
    arguments: SampleDay.offices)
  func drivable(office: Office) throws {
    let day = try #require(RunningDay(office, at: SampleDay.now))
    let held = day.pieces.indices.filter { day.pieces[$0].holder != nil }
    #expect(held.count > 20)
    #expect(day.plan.routes.flatMap(\.visits).sorted() == held)
    let score = day.problem.score(day.plan)
    #expect(score.violations == [])
  }

  @Test("leaves alone what is under way, and counts it as done before anything else")
  func underWay() throws {
    let office = SampleDay.offices[0]
    let day = try #require(RunningDay(office, at: SampleDay.now))
    let busy = day.crew.filter { !$0.underWay.isEmpty }
    #expect(!busy.isEmpty)
    for member in busy {
      #expect(member.underWay.allSatisfy { day.places[$0.order] == nil })
      #expect(member.underWay.allSatisfy { $0.status == .travelling || $0.range.end <= member.free })
    }
  }

  @Test("gives what nobody can do any more to nobody, as long as he is away")
  func orphans() throws {
    let office = SampleDay.offices[0]
    let whole = try #require(RunningDay(office, at: SampleDay.now))
    let busiest = try #require(whole.crew.max { $0.ahead.count < $1.ahead.count })
    #expect(busiest.ahead.count > 1)
    let day = try #require(RunningDay(office, at: SampleDay.now, without: [busiest.technician.id]))
    #expect(day.member(busiest.technician.id) == nil)
    for visit in busiest.ahead {
      let piece = try #require(day.places[visit.order])
      #expect(day.pieces[piece].holder == nil)
      #expect(day.problem.visits[piece].published?.technician == Problem.nobody)
    }
  }

  @Test("keeps pins: the time to the minute, the technician alone")
  func pins() throws {
    var office = SampleDay.offices[0]
    let whole = try #require(RunningDay(office, at: SampleDay.now))
    let free = whole.pieces.first { piece in
      piece.holder != nil && piece.order?.window == nil
        && (piece.start ?? SampleDay.now) > SampleDay.now + .hours(2)
    }
    let order = try #require(free?.order)
    office.orders.change(order.id) { $0.visits[$0.visits.count - 1].pin = .both }
    let day = try #require(RunningDay(office, at: SampleDay.now))
    let piece = try #require(day.places[order.id])
    let start = day.seconds(try #require(day.pieces[piece].start))
    #expect(day.problem.visits[piece].windows == [start...start])
    #expect(day.problem.visits[piece].pinned == day.pieces[piece].holder)
  }

  @Test("takes the way from the same formula as everywhere in the office")
  func travel() throws {
    let office = SampleDay.offices[0]
    let day = try #require(RunningDay(office, at: SampleDay.now))
    let known = day.pieces.indices.filter { office.site(day.pieces[$0].order?.site)?.coordinates != nil }
      .prefix(
        6)
    for from in known {
      for to in known where from != to {
        let way = office.travel(
          from: office.site(day.pieces[from].order?.site)?.coordinates,
          to: office.site(day.pieces[to].order?.site)?.coordinates)
        let places = (day.problem.visits[from].place, day.problem.visits[to].place)
        #expect(day.problem.travel[places.0, places.1] == Int(way.span.seconds))
      }
    }
  }
}
