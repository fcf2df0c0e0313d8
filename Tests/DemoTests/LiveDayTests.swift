import Demo
import Domain
import TestSupport
import Testing

@Suite("A made-up day that goes on", .verifies("ADM-10", "UX-09"))
struct LiveDayTests {
  /// A day played for some hours in steps of so many seconds, with a dispatcher who sends whoever comes first, or
  /// none.
  struct Live {
    private(set) var office: Office
    private(set) var refused: [String] = []
    private(set) var events: [(at: Timestamp, event: Event)] = []
    private(set) var calls = 0

    init(
      seed: UInt64 = 1, hours: Int64 = 4, step: Int64 = 60, isDispatched: Bool = true,
      isRecorded: Bool = false
    ) throws {
      let begins = Instants.tuesday
      let day = DemoDay(seed: seed, now: begins, zone: .utc, closed: 20)
      office = try Played(day).office
      let coming = LiveCalls(seed: seed, begins: begins, console: day.console)
      let crew = FieldCrew(seed: seed, begins: begins, console: day.console, isRecorded: isRecorded)
      var taken: Set<Submission.ID> = []
      for minute in 1...(hours * 3_600 / step) {
        let now = begins + .seconds(minute * step)
        let called = coming.due(after: calls, in: office, at: now)
        calls += called.count
        for submission in called + crew.reports(in: office, at: now)
        where taken.insert(submission.id).inserted {
          take(submission)
          if submission.stamp.at > now { refused.append("\(submission.stamp.at.rfc3339) is still to come") }
        }
        if isDispatched { dispatch(by: day.dispatcher, on: day.console, at: now, UInt64(minute)) }
      }
    }

    private mutating func take(_ submission: Submission) {
      do {
        let decision = try office.decide(submission)
        events += decision.events.map { (submission.stamp.at, $0) }
        office = decision.after
      } catch {
        refused.append("\(submission.stamp.at.rfc3339) \(submission.commands.map(\.kind)): \(error)")
      }
    }

    /// What they held and used, and who went home sick.
    var firmly: Int {
      events.count { event in
        switch event.event {
        case .workOrder(_, .putOnHold), .technician(_, .presenceSet(.unavailable, _, _)): true
        case .workOrder(_, .visitDone(_, let report)): !report.parts.isEmpty
        default: false
        }
      }
    }

    /// Gives one waiting order a minute to the first who can.
    private mutating func dispatch(
      by person: Person.ID, on console: ConsoleID, at now: Timestamp, _ id: UInt64
    ) {
      let waiting = office.orders.inOrder.filter { $0.isUnassigned && $0.hold == nil && $0.trade != nil }
      guard let order = waiting.min(by: { ($0.priority, $0.number) < ($1.priority, $1.number) }),
        let first = office.candidates(for: order, at: now).best
      else { return }
      let rule = AssignVisit(
        visit: Visit.ID(high: 77, low: id), technician: first.id, start: first.arrival, replacing: nil)
      let submission = Submission(
        id: Submission.ID(high: 78, low: id), stamp: Stamp(by: person, at: now, console: console),
        commands: [.assignVisit(order.id, rule)], acceptsWarnings: true)
      do { office = try office.decide(submission).after } catch { return }
    }

    func count(_ isMeant: (WorkOrderEvent) -> Bool) -> Int {
      events.count { if case .workOrder(_, let event) = $0.event { isMeant(event) } else { false } }
    }
  }

  @Test("on recorded calls nobody misses a part, uses one or goes home sick", .verifies("ADM-10"))
  func recorded() throws {
    let firm = try Live()
    let units = try Live(isRecorded: true)
    #expect(firm.firmly > 0 && units.firmly == 0 && units.refused.isEmpty)
    #expect(units.events.contains { if case .workOrder(_, .visitDone) = $0.event { true } else { false } })
  }

  @Test("calls come in, technicians see, accept, travel, arrive and finish, and nothing of it is refused")
  func goesOn() throws {
    let live = try Live()
    #expect(live.refused == [])
    #expect((20...32).contains(live.calls))
    #expect(live.count { if case .logged = $0 { true } else { false } } == live.calls)
    #expect(live.count { if case .seen = $0 { true } else { false } } > 10)
    #expect(live.count { if case .accepted = $0 { true } else { false } } > 10)
    #expect(live.count { if case .travelStarted = $0 { true } else { false } } > 10)
    #expect(live.count { if case .arrived = $0 { true } else { false } } > 10)
    #expect(live.count { if case .visitDone = $0 { true } else { false } } > 10)
    #expect(live.count { if case .anomalyFound = $0 { true } else { false } } == 0)
  }

  @Test("what nobody is told nobody does: work waits for the dispatcher")
  func waits() throws {
    let live = try Live(isDispatched: false)
    let logged = live.events.compactMap { one in
      if case .workOrder(let id, .logged) = one.event { id } else { nil }
    }
    #expect(!logged.isEmpty && logged.allSatisfy { live.office.order($0)?.isUnassigned ?? false })
  }

  @Test("some take longer than they should, and one goes home sick and gives back what he has not begun")
  func trouble() throws {
    let live = try Live()
    let overran = live.office.orders.unordered.count { order in
      order.visits.contains { visit in
        guard let done = visit.assignment, let from = done.onSiteAt, let to = done.endedAt else {
          return false
        }
        return to - from > visit.estimate
      }
    }
    #expect(overran >= 3)
    let ill = live.events.compactMap { one -> Technician.ID? in
      if case .technician(let id, .presenceSet(.unavailable, true, _)) = one.event { id } else { nil }
    }
    #expect(ill.count == 1)
    let technician = try #require(ill.first)
    #expect(live.office.technician(technician)?.presence == .unavailable)
    #expect(live.count { if case .declined(_, "gone home sick") = $0 { true } else { false } } >= 1)
  }

  @Test("the same seed gives the same day, however often one looks", arguments: [20, 60] as [Int64])
  func sameDay(step: Int64) throws {
    let first = try Live(hours: 2, step: step)
    let again = try Live(hours: 2, step: step)
    #expect(first.events.map(\.event) == again.events.map(\.event))
    #expect(first.events.map(\.at) == again.events.map(\.at))
    #expect(try Live(seed: 2, hours: 2, step: step).events.map(\.event) != first.events.map(\.event))
  }
}
