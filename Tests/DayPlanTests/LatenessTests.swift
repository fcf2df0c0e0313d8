import Domain
import TestSupport
import Testing

@testable import DayPlan

@Suite("Somebody who is late")
struct LatenessTests {
  private let office = SampleDay.offices[0]

  private func chen() throws -> Technician {
    try #require(office.technicians.inOrder.first { $0.handle == "wei" })
  }

  @Test("because he does not get done has three ways out, as if he stayed as long again", .verifies("EXC-03"))
  func over() throws {
    let chen = try chen()
    guard case .over(20_391, let by) = office.lateness(of: chen.id, at: SampleDay.now) else {
      Issue.record("Chen is to be over his estimate")
      return
    }
    let answer = try #require(office.answer(.late(chen.id), at: SampleDay.now))
    #expect(answer.options.map(\.kind.sort).sorted() == ["givenAway", "pushed", "told"])
    let staying = try #require(answer.staying)
    #expect(staying.number == 20_391)
    #expect(staying.span >= by && staying.span < by + .minutes(5))
    #expect(staying.until >= SampleDay.now + staying.span)
    let next = try #require(office.order(number: 20_404))
    guard case .after(20_391, let free, _)? = office.arrival(of: next, at: SampleDay.now)?.source else {
      Issue.record("what a customer hears counts on the visit before")
      return
    }
    #expect(free == staying.until, "a customer hears the same as whoever plans anew")
    for option in answer.options {
      #expect(option.changes.contains { $0.number == 20_404 }, "\(option.kind)")
      #expect(option.before.late > .zero || option.before.lateVisits == 0)
    }
  }

  @Test("who says that he begins later has the three ways out, today and on a later day", .verifies("EXC-03"))
  func announced() throws {
    var asked: Set<Bool> = []
    var sorts: Set<String> = []
    for office in SampleDay.several {
      let tomorrow = office.today(at: SampleDay.now).adding(days: 1)
      for day in [nil, tomorrow] as [CivilDate?] {
        let running = try #require(RunningDay(office, at: SampleDay.now, on: day))
        for member in running.crew.prefix(8) where !member.ahead.isEmpty && member.underWay.isEmpty {
          let technician = member.technician.id
          let question = PlanQuestion.late(technician, on: day, by: .hours(3))
          let answer = try #require(office.answer(question, at: SampleDay.now))
          #expect(answer.question == question)
          let delayed = try #require(
            RunningDay(office, at: SampleDay.now, on: day, delays: [technician: .hours(3)]))
          let late = delayed.late(try #require(delayed.member(technician)))
          sorts.formUnion(answer.options.map(\.kind.sort))
          guard let told = answer.options.first(where: { $0.kind.sort == "told" }) else {
            // Telling alone is no way where the last of them would end so late that the office refuses it.
            let end = late.last.map { $0.at + delayed.pieces[$0.piece].length } ?? member.shift.start
            #expect(late.isEmpty || answer.options.isEmpty && answer.nothing != nil || member.shift.end < end)
            continue
          }
          asked.insert(day == nil)
          let free = member.free + .hours(3)
          for change in told.changes where change.to.technician == technician {
            #expect(change.to.start.map { free <= $0 } ?? false, "\(change.number)")
            #expect(
              change.to.start.map { office.zone.date(at: $0) } == (day ?? office.today(at: SampleDay.now)))
          }
        }
      }
    }
    #expect(asked.count == 2 && sorts.isSuperset(of: ["told", "givenAway", "pushed"]))
  }

  @Test(
    "is what is asked about on the visit that he is late at, and on the one after it", .verifies("EXC-03"))
  func trouble() throws {
    let chen = try chen()
    for number in [20_391, 20_404] {
      let order = try #require(office.order(number: number))
      #expect(office.trouble(of: order, at: SampleDay.now) == .late(chen.id), "\(number)")
    }
    let later = try #require(office.order(number: 20_410))
    #expect(office.trouble(of: later, at: SampleDay.now) == .urgent(later.id))
  }

  @Test("pushes all but what is pinned and what was promised and can be kept", .verifies("EXC-03", "TML-09"))
  func push() throws {
    var office = office
    let chen = try chen()
    let last = try #require(office.order(number: 20_410))
    let options = try #require(office.answer(.late(chen.id), at: SampleDay.now)).options
    let pushed = try #require(options.first { $0.kind.sort == "pushed" })
    guard case .pushed(_, let by) = pushed.kind else { return }
    #expect(pushed.changes.map(\.number).sorted() == [20_404, 20_410])
    let start = try #require(last.openVisit?.start)
    #expect(pushed.changes.first { $0.number == 20_410 }?.to.start == start + by)
    office.orders.change(last.id) { $0.visits[$0.visits.count - 1].pin = .time }
    // All that is left to push is what is told anyway: one way, not two.
    let held = try #require(office.answer(.late(chen.id), at: SampleDay.now)).options
    #expect(held.map(\.kind.sort).sorted() == ["givenAway", "told"])
    #expect(!held.flatMap(\.changes).contains { $0.number == 20_410 })
  }
}
