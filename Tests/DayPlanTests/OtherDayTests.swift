import Domain
import Planner
import TestSupport
import Testing

@testable import DayPlan

@Suite("A day other than today")
struct OtherDayTests {
  private static let tomorrow = SampleDay.offices[0].today(at: SampleDay.now).adding(days: 1)
  private static var quick: PlanRules {
    var rules = PlanRules()
    rules.tries = 300
    return rules
  }

  @Test("is planned from its beginning, and nothing of today moves for it", arguments: SampleDay.several)
  func tomorrow(office: Office) throws {
    let answer = try #require(
      office.answer(.waiting([], on: Self.tomorrow), at: SampleDay.now, rules: Self.quick))
    #expect(answer.day == Self.tomorrow)
    let option = try #require(answer.options.first)
    #expect(!option.changes.isEmpty)
    let urgency = option.left.compactMap { office.order($0.id)?.priority }
    #expect(urgency == urgency.sorted(), "what stays and matters most comes first")
    for change in option.changes {
      let start = try #require(change.to.start)
      #expect(office.zone.date(at: start) == Self.tomorrow)
      #expect(change.from.start.map { Self.tomorrow <= office.zone.date(at: $0) } ?? true)
      #expect(change.broken.allSatisfy { $0.severity == .warn })
      let technician = try #require(office.technician(change.to.technician))
      #expect(office.shift(of: technician, at: start) != nil)
    }
  }

  @Test("leaves work alone that is due before, unless it is named")
  func dueSooner() throws {
    var found = 0
    for office in SampleDay.several {
      let planned = PlannedDay(office, Self.tomorrow, at: SampleDay.now)
      let sooner = office.dueSooner(
        office.waiting(on: planned, at: SampleDay.now), than: planned, at: SampleDay.now)
      let answer = try #require(
        office.answer(.waiting([], on: Self.tomorrow), at: SampleDay.now, rules: Self.quick))
      let option = try #require(answer.options.first)
      for (order, at) in sooner {
        found += 1
        #expect(at < planned.midnight)
        #expect(option.left.contains { $0.id == order.id && $0.verdict == .dueSooner(at) })
        #expect(!option.changes.contains { $0.id == order.id })
        let noon = planned.midnight + .hours(11)
        for technician in office.technicians.inOrder.prefix(6) {
          let fill = office.answer(.fill(technician.id, at: noon), at: SampleDay.now, rules: Self.quick)
          #expect(fill?.options.contains { $0.changes.contains { $0.id == order.id } } == false)
        }
        let named = try #require(
          office.answer(.waiting([order.id], on: Self.tomorrow), at: SampleDay.now, rules: Self.quick))
        #expect(!(named.options.first?.left.contains { $0.verdict == .dueSooner(at) } ?? false))
      }
    }
    #expect(found > 0)
  }

  @Test("takes what nobody can do any more today, however soon it is due, but for what is urgent")
  func dayIsOver() throws {
    let night = SampleDay.offices[0].zone.startOfDay(Self.tomorrow) - .minutes(10)
    var found = 0
    for office in SampleDay.several {
      let planned = PlannedDay(office, Self.tomorrow, at: night)
      let sooner = office.dueSooner(office.waiting(on: planned, at: night), than: planned, at: night)
      let answer = try #require(office.answer(.waiting([], on: Self.tomorrow), at: night, rules: Self.quick))
      let left = Set((answer.options.first?.left ?? []).filter(\.isDueSooner).map(\.id))
      found += sooner.count
      #expect(left == Set(sooner.map(\.order).filter { $0.priority <= .p2 }.map(\.id)))
    }
    #expect(found > 0)
  }

  @Test("asks who comes to an order, and what lies near it, on the day that is named or that it is for")
  func oneOrder() throws {
    var found = 0
    for office in SampleDay.several {
      for order in SampleDay.waiting(in: office).prefix(8) where order.window == nil {
        var later = office
        later.orders.change(order.id) { $0.postponedTo = Self.tomorrow }
        let questions: [(Office, PlanQuestion)] = [
          (office, .urgent(order.id, on: Self.tomorrow)), (later, .urgent(order.id)),
          (office, .together(order.id, on: Self.tomorrow)), (later, .together(order.id))
        ]
        for (office, question) in questions {
          let answer = try #require(office.answer(question, at: SampleDay.now, rules: Self.quick))
          #expect(answer.day == Self.tomorrow, "\(question)")
          for change in answer.options.flatMap(\.changes) where change.id == order.id {
            found += 1
            let start = try #require(change.to.start)
            #expect(office.zone.date(at: start) == Self.tomorrow, "\(question)")
          }
        }
      }
    }
    #expect(found > 10)
  }

  @Test("sharing the visits of two anew changes nobody else's, to the minute")
  func shared() throws {
    var found = 0
    for office in SampleDay.several {
      let index = office.scheduleIndex(at: SampleDay.now)
      let busy = office.technicians.inOrder.map(\.id).filter { id in
        index.visits(of: id).contains { office.zone.date(at: $0.range.start) == Self.tomorrow }
      }
      for pair in zip(busy, busy.dropFirst()).prefix(5).map({ [$0, $1] }) {
        let answer = try #require(
          office.answer(.among(pair, on: Self.tomorrow), at: SampleDay.now, rules: Self.quick))
        let people = answer.options.flatMap(\.changes).flatMap { [$0.from.technician, $0.to.technician] }
        found += people.isEmpty ? 0 : 1
        #expect(people.allSatisfy { $0.map(pair.contains) ?? false })
      }
    }
    #expect(found > 0)
  }

  @Test("work that is put off is offered for no day before, by nobody's list", .verifies("REC-01"))
  func putOff() throws {
    var office = SampleDay.offices[0]
    let order = try #require(SampleDay.waiting(in: office).first { $0.window == nil && $0.openVisit == nil })
    office.orders.change(order.id) { $0.postponedTo = Self.tomorrow }
    let late = try #require(office.order(order.id))
    let start = office.zone.startOfDay(Self.tomorrow)
    let exact = office.exactCandidates(for: late, at: SampleDay.now)
    #expect(!exact.eligible.isEmpty && exact.eligible.allSatisfy { start <= $0.arrival })
    let plain = office.candidates(for: late, at: SampleDay.now)
    #expect(plain.eligible.allSatisfy { start <= $0.arrival })
    let today = PlannedDay(office, at: SampleDay.now)
    #expect(!office.waiting(on: today, at: SampleDay.now).contains(order.id))
    let planned = PlannedDay(office, Self.tomorrow, at: SampleDay.now)
    #expect(office.waiting(on: planned, at: SampleDay.now).contains(order.id))
  }

  @Test("work taken back from another day waits today, unless its customer was told or it is pinned")
  func takenBack() throws {
    var office = SampleDay.offices[0]
    let order = try #require(SampleDay.waiting(in: office).first { $0.window == nil && $0.openVisit == nil })
    let start = SampleDay.now + .days(2)
    func waits(_ pin: Pin?) -> Bool {
      office.orders.change(order.id) {
        var visit = Visit(id: Visit.ID(high: 7, low: 7), start: start, estimate: .hours(1))
        visit.pin = pin
        $0.visits = [visit]
      }
      return office.waiting(on: PlannedDay(office, at: SampleDay.now), at: SampleDay.now).contains(order.id)
    }
    #expect(waits(nil))
    #expect(!waits(.time))
  }

  @Test("who is on call is given what cannot wait, and the list and the plan agree", .verifies("REC-02"))
  func onCall() throws {
    var office = SampleDay.offices[0]
    let night = office.zone.startOfDay(Self.tomorrow) - .hours(2)
    let planned = PlannedDay(office, at: night)
    let index = office.scheduleIndex(at: night)
    #expect(
      Crew(office, index, on: planned).members.allSatisfy {
        $0.shift.end <= night || $0.onCall != nil
      })
    let waiting = SampleDay.waiting(in: office).filter {
      $0.window == nil && $0.openVisit == nil && $0.trade != nil
    }
    let order = try #require(waiting.first)
    let able = try #require(
      office.technicians.inOrder.first { technician in
        technician.absences.isEmpty && technician.presence == .available
          && office.skillsNeeded(for: order).allSatisfy {
            technician.level(in: $0.trade, on: planned.day) ?? 0 >= $0.level
          }
      })
    office.onCall = [
      OnCallTurn(technician: able.id, trade: order.trade, from: night - .hours(1), to: night + .hours(8))
    ]
    for priority in Priority.allCases {
      office.orders.change(order.id) { $0.priority = priority }
      let now = try #require(office.order(order.id))
      let best = office.exactCandidates(for: now, at: night, rules: Self.quick).best
      let answer = try #require(office.answer(.waiting([order.id]), at: night, rules: Self.quick))
      let given = answer.options.first?.changes.first { $0.id == order.id }?.to.technician
      if priority <= .p2 {
        #expect(best?.id == able.id && best?.facts.contains(.onCall) == true)
        #expect(given == able.id && answer.day == nil)
      } else {
        #expect(best?.facts.contains(.onCall) == false)
        #expect(answer.day == Self.tomorrow)
      }
    }
  }

  @Test("an explanation names the hour at which the work stands", arguments: SampleDay.offices)
  func hours(office: Office) throws {
    var found = 0
    for order in office.orders.inOrder where !order.isEnded {
      let why = try #require(office.explanation(of: order.id, at: SampleDay.now))
      guard case .planned(_, let at) = why.standing else { continue }
      #expect(at == order.openVisit?.start)
      found += 1
    }
    #expect(found > 10)
  }
}

extension PlanLeft {
  fileprivate var isDueSooner: Bool { if case .dueSooner = verdict { true } else { false } }
}

@Suite("Work at a site that is closed")
struct ClosedSiteTests {
  @Test("stays on that day because of it, with the hour at which the site opens")
  func closed() throws {
    var office = SampleDay.offices[0]
    let opening = Self.opening(in: office)
    let tomorrow = office.zone.date(at: opening)
    let order = try #require(
      SampleDay.waiting(in: office).first {
        $0.window == nil && $0.openVisit == nil && $0.site != nil && $0.priority != .p1
          && !Self.isLate($0, in: office)
      })
    try Self.close(order, in: &office)
    let answer = try #require(office.answer(.waiting([order.id]), at: SampleDay.now))
    let left = try #require(answer.options.first?.left.first { $0.id == order.id })
    #expect(left.verdict == .siteClosed(opens: opening))
    let then = try #require(office.answer(.waiting([order.id], on: tomorrow), at: SampleDay.now))
    let option = try #require(then.options.first)
    #expect(!option.left.contains { $0.verdict == .siteClosed(opens: opening) })
    let start = option.changes.first { $0.id == order.id }?.to.start
    #expect(start.map { opening <= $0 } ?? true)
  }

  private static func opening(in office: Office) -> Timestamp {
    office.zone.startOfDay(office.today(at: SampleDay.now).adding(days: 1)) + .hours(9)
  }

  /// Opens the site of an order tomorrow from nine to five, and at no other hour.
  private static func close(_ order: WorkOrder, in office: inout Office) throws {
    let tomorrow = office.today(at: SampleDay.now).adding(days: 1)
    let hours = try #require(OpenInterval("09:00-17:00"))
    office.sites.change(try #require(order.site)) {
      $0.hours = OpeningHours(weekly: [tomorrow.weekday: [hours]])
    }
  }

  private static func isLate(_ order: WorkOrder, in office: Office) -> Bool {
    office.beginnings(of: order, length: order.estimate, at: SampleDay.now)
      .contains { $0.at < opening(in: office) }
  }

  @Test(
    "gets whoever can come today where waiting would be late, with the warning, as the exact list has it",
    .verifies("REC-05", "REC-10"))
  func pressing() throws {
    var rules = PlanRules.usual
    rules.tries = 300
    var looked = 0
    for open in SampleDay.several {
      let midnight = Self.opening(in: open) - .hours(9)
      for order in SampleDay.waiting(in: open)
      where order.priority == .p2 && order.site != nil && order.window == nil && order.openVisit == nil {
        var office = open
        try Self.close(order, in: &office)
        let isToday = office.exactCandidates(for: order, at: SampleDay.now).eligible
          .contains { $0.arrival < midnight }
        #expect(isToday == Self.isLate(order, in: office))
        let answer = try #require(office.answer(.waiting([order.id]), at: SampleDay.now, rules: rules))
        let change = answer.options.first?.changes.first { $0.id == order.id }
        #expect((change != nil) == isToday, "\(order.number)")
        guard let change else { continue }
        looked += 1
        #expect(change.to.start.map { $0 < midnight } ?? false)
        #expect(change.broken.contains { $0.rule == .outsideWindow })
      }
    }
    #expect(looked > 0)
  }

  @Test("is never why work stays that was agreed for an hour at which it is closed")
  func reasons() throws {
    var office = SampleDay.offices[0]
    let whole = try #require(RunningDay(office, at: SampleDay.now))
    let busiest = try #require(whole.crew.max { $0.ahead.count < $1.ahead.count })
    for visit in busiest.ahead {
      try Self.close(try #require(office.order(visit.order)), in: &office)
      office.orders.change(visit.order) { $0.visits[$0.visits.count - 1].pin = .time }
    }
    let day = try #require(
      RunningDay(
        office, at: SampleDay.now, rehoming: .of(busiest.technician.id), without: [busiest.technician.id]))
    let left = day.left([:], in: day.plan, day.ground).filter { one in
      busiest.ahead.contains { $0.order == one.id }
    }
    #expect(left.count > 1)
    for one in left { if case .siteClosed = one.verdict { Issue.record("\(one.number)") } }
  }

  @Test("gets somebody else all the same where it was agreed for that day", .verifies("REC-10"))
  func agreed() throws {
    var office = SampleDay.offices[0]
    let day = try #require(RunningDay(office, at: SampleDay.now))
    let busiest = try #require(day.crew.max { $0.ahead.count < $1.ahead.count })
    let tomorrow = office.today(at: SampleDay.now).adding(days: 1)
    let hours = try #require(OpenInterval("09:00-17:00"))
    for site in Set(busiest.ahead.compactMap(\.site)) {
      office.sites.change(site) { $0.hours = OpeningHours(weekly: [tomorrow.weekday: [hours]]) }
    }
    let answer = try #require(office.answer(.away(busiest.technician.id), at: SampleDay.now))
    let changes = try #require(answer.options.first).changes
    #expect(changes.contains { $0.to.technician != nil && $0.to.technician != busiest.technician.id })
  }
}
