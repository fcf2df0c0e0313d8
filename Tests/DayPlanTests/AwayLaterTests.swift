import Domain
import Planner
import TestSupport
import Testing

@testable import DayPlan

@Suite("Somebody who is away for a part of his day")
struct AwayLaterTests {
  private static let quick: PlanRules = {
    var rules = PlanRules.usual
    rules.tries = 200
    return rules
  }()

  /// Somebody with a visit before an hour and one after it, and absent from that hour on.
  private static func office(
    _ office: Office
  ) throws -> (office: Office, technician: Technician.ID, keeps: [ScheduledVisit], loses: [ScheduledVisit]) {
    let day = try #require(RunningDay(office, at: SampleDay.now))
    let member = try #require(day.crew.max { $0.ahead.count < $1.ahead.count })
    let visits = member.ahead
    let first = try #require(visits.first)
    let second = try #require(visits.dropFirst().first { first.range.end < $0.range.start })
    var office = office
    office.technicians.change(member.technician.id) { one in
      one.absences.append(
        Absence(from: second.range.start - .minutes(1), to: member.shift.end, reason: "dentist"))
    }
    let keeps = visits.filter { $0.range.start < second.range.start }
    return (office, member.technician.id, keeps, visits.filter { second.range.start <= $0.range.start })
  }

  @Test("loses what begins then, and keeps the rest", .verifies("EXC-05"), arguments: SampleDay.offices)
  func orphans(office: Office) throws {
    let (office, technician, keeps, loses) = try Self.office(office)
    let day = try #require(RunningDay(office, at: SampleDay.now))
    for visit in keeps {
      let piece = try #require(day.places[visit.order])
      #expect(day.pieces[piece].holder == day.member(technician))
    }
    for visit in loses {
      let piece = try #require(day.places[visit.order])
      #expect(day.pieces[piece].holder == nil, "\(visit.number) needs a new home")
    }
  }

  @Test("is in trouble because he is away, and only what he cannot do is planned anew", .verifies("EXC-05"))
  func trouble() throws {
    let (office, technician, keeps, loses) = try Self.office(SampleDay.offices[0])
    #expect(office.isAwayLater(technician, at: SampleDay.now))
    #expect(office.trouble(of: technician, at: SampleDay.now) == .away(technician))
    let answer = try #require(office.answer(.away(technician), at: SampleDay.now, rules: Self.quick))
    let least = try #require(answer.options.first)
    let touched = Set(least.changes.map(\.id) + least.left.map(\.id))
    #expect(touched.isSuperset(of: loses.map(\.order)))
    let own = least.changes.filter { $0.from.technician == technician && $0.to.technician != technician }
    #expect(own.allSatisfy { change in loses.contains { $0.order == change.id } })
    for visit in keeps {
      let kept = least.changes.first { $0.id == visit.order }
      #expect(kept == nil || kept?.to.technician == technician, "\(visit.number) stays with him")
    }
    let waiting = try #require(office.answer(.waiting([]), at: SampleDay.now, rules: Self.quick))
    let planned = try #require(waiting.options.first)
    #expect(
      Set(planned.changes.map(\.id) + planned.left.map(\.id)).isSuperset(of: loses.map(\.order)),
      "P finds them homes, too")
  }

  @Test("leaves the trouble of others alone when an order or another one is asked about", .verifies("REC-10"))
  func othersTrouble() throws {
    let (office, technician, _, loses) = try Self.office(SampleDay.offices[0])
    let lost = Set(loses.map(\.order))
    var asked = 0
    var questions = SampleDay.waiting(in: office).prefix(4).flatMap { order in
      [PlanQuestion.urgent(order.id), .together(order.id), .waiting([order.id])]
    }
    questions += office.technicians.inOrder.filter { $0.id != technician }.prefix(6).flatMap { one in
      [PlanQuestion.away(one.id), .late(one.id), .route(one.id), .fill(one.id, at: nil)]
    }
    for question in questions {
      let answer = try #require(office.answer(question, at: SampleDay.now, rules: Self.quick))
      for option in answer.options {
        asked += 1
        #expect(lost.isDisjoint(with: option.changes.map(\.id)), "\(question)")
        #expect(lost.isDisjoint(with: option.left.map(\.id)), "\(question)")
      }
    }
    #expect(asked > 6)
  }

  @Test("over midnight: who is sick loses what is left of his shift", .verifies("EXC-05"))
  func overMidnight() throws {
    var office = SampleDay.offices[0]
    let evening = office.zone.startOfDay(office.today(at: SampleDay.now)) + .hours(21)
    let day = try #require(RunningDay(office, at: SampleDay.now))
    let member = try #require(day.crew.max { $0.ahead.count < $1.ahead.count })
    let today = office.today(at: evening)
    let night = try #require(OpenInterval("18:00-04:00"))
    for technician in office.technicians.inOrder {
      office.technicians.change(technician.id) { $0.shifts[today] = [night] }
    }
    let starts = [evening + .hours(1), evening + .hours(3) + .minutes(15)]
    let orders = member.ahead.prefix(2).map(\.order)
    for (order, start) in zip(orders, starts) {
      office.orders.change(order) { order in
        order.visits[order.visits.count - 1].start = start
        order.window = nil
      }
    }
    office.technicians.change(member.technician.id) { one in
      one.presence = .unavailable
      one.presenceSince = evening
    }
    #expect(office.today(at: starts[1]) != today)
    let answer = try #require(office.answer(.away(member.technician.id), at: evening, rules: Self.quick))
    let option = try #require(answer.options.first, "\(String(describing: answer.nothing))")
    for order in orders {
      #expect(
        option.changes.contains { $0.id == order } || option.left.contains { $0.id == order },
        "\(office.order(order)?.number ?? 0)")
    }
  }
}

@Suite("Somebody whose shift is over")
struct AfterShiftTests {
  /// Somebody with one visit before him that stands half an hour before the end of his shift, seen just after that.
  private static func over() throws -> (
    office: Office, technician: Technician.ID, order: WorkOrder, now: Timestamp
  ) {
    var office = SampleDay.offices[0]
    let day = try #require(RunningDay(office, at: SampleDay.now))
    let member = try #require(day.crew.first { !$0.ahead.isEmpty && $0.underWay.isEmpty })
    for visit in member.ahead.dropFirst() {
      office.orders.change(visit.order) { $0.visits.removeLast() }
    }
    let visit = try #require(member.ahead.first)
    let end = try #require(office.shift(of: member.technician, at: SampleDay.now)?.end)
    office.orders.change(visit.order) { order in
      order.visits[order.visits.count - 1].start = end - .minutes(30)
      order.window = nil
    }
    let order = try #require(office.order(visit.order))
    return (office, member.technician.id, order, end + .minutes(5))
  }

  @Test("stays in the day as long as he has work before him, and is late with it", .verifies("EXC-03"))
  func stillHere() throws {
    let (office, technician, order, now) = try Self.over()
    let day = try #require(RunningDay(office, at: now))
    let member = try #require(day.member(technician))
    let piece = try #require(day.places[order.id])
    #expect(day.pieces[piece].holder == member)
    let answer = try #require(office.answer(.late(technician), at: now))
    // To begin after the end of his shift takes a reason, which no plan has: then that is what it says.
    let isRefused = if case .refused = answer.nothing { true } else { false }
    #expect(isRefused || answer.options.contains { $0.changes.contains { $0.id == order.id } })
    let before = try #require(RunningDay(office, at: now)).late(member)
    #expect(before.map(\.piece) == [piece])
  }

  @Test("has what stands after its end in his day, too")
  func afterTheEnd() throws {
    let (whole, technician, order, _) = try Self.over()
    var office = whole
    let known = try #require(office.technician(technician))
    let end = try #require(office.shift(of: known, at: SampleDay.now)?.end)
    office.orders.change(order.id) { $0.visits[$0.visits.count - 1].start = end + .minutes(20) }
    let day = try #require(RunningDay(office, at: SampleDay.now))
    let piece = try #require(day.places[order.id])
    #expect(day.pieces[piece].holder == day.member(technician))
    #expect(day.problem.score(day.plan).violations == [])
  }
}
