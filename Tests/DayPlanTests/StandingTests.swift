import Demo
import Domain
import Planner
import TestSupport
import Testing

@testable import DayPlan

@Suite("What stands in a day that is planned")
struct StandingTests {
  /// The same made-up days that anybody gets by `demo --open 60 --closed 20 --technicians 10`.
  private static let offices = [1, 2, 3].map {
    SampleDay.office(seed: $0, open: 60, closed: 20, technicians: 10)
  }
  private static let days = 0...3
  private static var quick: PlanRules {
    var rules = PlanRules()
    rules.tries = 300
    return rules
  }

  private static func date(_ days: Int) -> CivilDate {
    offices[0].today(at: SampleDay.now).adding(days: days)
  }

  /// The visits of a day that begin while their technician cannot be there yet.
  private static func crowded(_ office: Office, on date: CivilDate) -> Int {
    let index = office.scheduleIndex(at: SampleDay.now)
    return office.technicians.inOrder.flatMap { index.visits(of: $0.id) }.count { visit in
      guard let order = office.order(visit.order), let technician = office.technician(visit.technician),
        office.zone.date(at: visit.range.start) == date
      else { return false }
      return office.brokenRules(
        order: order, technician: technician, start: visit.range.start, length: visit.range.length, in: index
      ).contains { [.overlap, .travel].contains($0.rule) }
    }
  }

  @Test("can be held to the minute, however close it stands", arguments: offices + SampleDay.several)
  func held(office: Office) throws {
    var looked = 0
    for days in Self.days {
      guard let day = RunningDay(office, at: SampleDay.now, on: Self.date(days)) else { continue }
      let ground = try Ground(day.holding(day.standing))
      let held = day.spots(of: ground.hours(of: day.plan(at: day.standing)))
      #expect(held == day.standing, "\(days)")
      looked += 1
    }
    #expect(looked > 0)
  }

  /// The visits that somebody would have at one time by an option and has not as it stands: the option laid over the
  /// office, visit by visit.
  private static func laidOver(by option: PlanOption, in office: Office) -> [String] {
    let index = office.scheduleIndex(at: SampleDay.now)
    let moved = Dictionary(uniqueKeysWithValues: option.changes.map { ($0.id, $0.to) })
    return office.technicians.inOrder.flatMap { technician -> [String] in
      let stood = index.visits(of: technician.id)
      var visits = stood.compactMap { visit -> (order: WorkOrder.ID, range: TimeRange)? in
        guard let to = moved[visit.order] else { return (order: visit.order, range: visit.range) }
        // Whoever comes along goes where the visit goes.
        guard visit.isHelp, to.technician != nil, to.technician != technician.id else { return nil }
        return to.range.map { (order: visit.order, range: $0) }
      }
      for (order, to) in moved where to.technician == technician.id {
        if let range = to.range { visits.append((order: order, range: range)) }
      }
      let pairs = visits.indices.flatMap { one in
        visits[(one + 1)...].map { (visits[one], $0) }
      }
      return pairs.compactMap { one, other -> String? in
        guard one.range.overlaps(other.range), moved[one.order] != nil || moved[other.order] != nil else {
          return nil
        }
        let before = [one, other].compactMap { visit in stood.first { $0.order == visit.order }?.range }
        if before.count == 2, before[0].overlaps(before[1]) { return nil }
        return "\(technician.handle): \(one.order) over \(other.order)"
      }
    }
  }

  @Test("has nothing laid over it by any plan that is offered", arguments: offices)
  func nothingOver(byPlansIn office: Office) throws {
    var looked = 0
    for date in Self.days.map(Self.date) {
      var questions: [PlanQuestion] = [.waiting([], on: date)]
      for technician in office.technicians.inOrder.prefix(4) {
        questions += [.away(technician.id, on: date), .route(technician.id, on: date)]
      }
      for question in questions {
        let answer = try #require(office.answer(question, at: SampleDay.now, rules: Self.quick))
        for option in answer.options {
          looked += option.changes.count
          let over = Self.laidOver(by: option, in: office)
          #expect(over.isEmpty, "\(question) \(option.kind.sort)")
        }
      }
    }
    #expect(looked > 10)
  }

  @Test("has nothing laid over it by whoever comes first in a list", arguments: offices + SampleDay.offices)
  func nothingOver(office: Office) throws {
    var looked = 0
    for order in SampleDay.waiting(in: office) {
      for best in office.exactCandidates(for: order, at: SampleDay.now, rules: Self.quick).eligible.prefix(3)
      {
        looked += 1
        #expect(!best.warnings.contains { $0.rule == .overlap }, "\(order.number) \(best.handle)")
      }
      for option in office.answer(.urgent(order.id), at: SampleDay.now, rules: Self.quick)?.options ?? [] {
        #expect(Self.laidOver(by: option, in: office).isEmpty, "\(order.number) \(option.kind.sort)")
      }
    }
    #expect(looked > 10)
  }

  @Test("stands too close here and there, or none of this would say anything")
  func crowded() {
    let counts = Self.offices.map { office in
      Self.days.reduce(0) { $0 + Self.crowded(office, on: Self.date($1)) }
    }
    #expect(counts.allSatisfy { $0 > 0 })
  }
}
