import Domain
import Planner
import TestSupport
import Testing

@testable import DayPlan

@Suite("What is urgent in a plan of the day")
struct UrgentFirstTests {
  @Test(
    "goes no later in all to who can come than one after the other to the best for each, as by hand",
    .verifies("REC-08"), arguments: SampleDay.several)
  func noLaterThanByHand(office: Office) throws {
    let urgent = SampleDay.waiting(in: office).filter { $0.priority <= .p2 }
      .sorted { ($0.priority, $0.number) < ($1.priority, $1.number) }
    let byHand = try lateness(of: urgent, byHandIn: office)
    for question in [PlanQuestion.waiting(urgent.map(\.id)), .waiting([])] {
      let answer = try #require(office.answer(question, at: SampleDay.now))
      let first = try #require(answer.options.first)
      let planned = try lateness(of: urgent, in: first)
      // By hand nobody counts how much later everybody else comes: ten minutes in all may go to that.
      #expect(planned <= byHand + 600 * 100, "\(question): \(planned / 6_000) against \(byHand / 6_000)")
    }
  }

  @Test("takes nobody's visit away, and what begins at another hour is said", arguments: SampleDay.several)
  func keepsTechnicians(office: Office) throws {
    let answer = try #require(office.answer(.waiting([]), at: SampleDay.now))
    let first = try #require(answer.options.first)
    let moved = first.changes.filter { $0.from.technician != nil }
    #expect(moved.allSatisfy { $0.from.technician == $0.to.technician })
    if case .givenWithRoom(let count) = first.kind {
      #expect(moved.count <= count)
      #expect(!moved.isEmpty)
    } else {
      #expect(first.kind == .given)
    }
  }

  @Test(
    "gives way to nothing that matters less where its clock would be missed", .verifies("REC-09", "EXC-04"),
    arguments: SampleDay.several)
  func keepsItsClock(seeded: Office) throws {
    let (office, urgent) = try Self.given(seeded)
    let clocks = office.beginnings(
      of: urgent, length: urgent.openVisit?.estimate ?? urgent.estimate, at: SampleDay.now)
    let start = try #require(urgent.openVisit?.start)
    let latest = clocks.filter { !$0.isMissed && start <= $0.at }.map(\.at).min() ?? .init(seconds: .max)
    for order in SampleDay.waiting(in: office) where .p1 < order.priority {
      let found = office.exactCandidates(for: order, at: SampleDay.now).eligible
      for move in found.flatMap(\.moves) where move.order == urgent.id {
        #expect(move.to <= latest, "\(order.number) moves \(urgent.number)")
      }
    }
    let answer = try #require(office.answer(.waiting([]), at: SampleDay.now))
    for change in answer.options.flatMap(\.changes) where change.id == urgent.id {
      #expect(change.to.start.map { $0 <= latest } ?? false)
    }
  }

  /// The office where a P1 that waited was given to the best for it, with it.
  private static func given(_ seeded: Office) throws -> (Office, WorkOrder) {
    let urgent = try #require(SampleDay.waiting(in: seeded).first { $0.priority == .p1 })
    let best = try #require(seeded.exactCandidates(for: urgent, at: SampleDay.now).best)
    let person = try #require(seeded.people.inOrder.first { $0.role == .supervisor || $0.role == .owner }?.id)
    let submission = Submission(
      id: Submission.ID(high: 9, low: 1),
      stamp: Stamp(by: person, at: SampleDay.now, console: ConsoleID(high: 0, low: 0)),
      commands: [
        .assignVisit(
          urgent.id,
          AssignVisit(
            visit: Visit.ID(high: 62, low: 1), technician: best.id, start: best.arrival, replacing: nil))
      ], override: "as it is told", acceptsWarnings: true)
    let after = try seeded.decide(submission).after
    return (after, try #require(after.order(urgent.id)))
  }

  @Test("is found the same again by the same question", arguments: SampleDay.offices)
  func deterministic(office: Office) throws {
    let one = try #require(office.answer(.waiting([]), at: SampleDay.now))
    let two = try #require(office.answer(.waiting([]), at: SampleDay.now))
    #expect(one.options.map(\.changes) == two.options.map(\.changes))
  }

  /// Lateness by the weights of the priorities, each order given to the best for it, with what makes room moved.
  private func lateness(of urgent: [WorkOrder], byHandIn office: Office) throws -> Int {
    let day = try #require(RunningDay(office, at: SampleDay.now, taking: urgent.map(\.id)))
    var plan = day.plan
    for order in urgent {
      guard let piece = day.places[order.id], let place = day.ground.suggest(piece, in: plan).places.first
      else {
        continue
      }
      plan.routes.removeAll { $0.technician == place.technician }
      plan.routes.append(place.route)
      plan.unassigned.removeAll { $0 == piece }
    }
    let spots = day.spots(of: plan)
    return urgent.reduce(0) { sum, order in
      guard let piece = day.places[order.id] else { return sum }
      return sum
        + cost(of: order, spots[piece].map { day.instant($0.start) }, day.pieces[piece].due, day.rules)
    }
  }

  private func lateness(of urgent: [WorkOrder], in option: PlanOption) throws -> Int {
    urgent.reduce(0) { sum, order in
      let due = option.whole.places[order.id].flatMap { option.whole.pieces[$0].due }
      let start = option.changes.first { $0.id == order.id }?.to.start
      return sum + cost(of: order, start, due, option.whole.rules)
    }
  }

  private func cost(of order: WorkOrder, _ start: Timestamp?, _ due: Timestamp?, _ rules: PlanRules) -> Int {
    let number = order.priority.rawValue - 1
    guard let start else { return rules.unserved[number] }
    guard let due, due < start else { return 0 }
    return rules.late[number] * Int((start - due).seconds)
  }
}
