import Domain
import TestSupport
import Testing

@testable import DayPlan

@Suite("Lines of a plan that are there for the sake of others")
struct FallenLinesTests {
  private static let quick: PlanRules = {
    var rules = PlanRules.usual
    rules.tries = 300
    return rules
  }()

  @Test("fall with what they make room for", .verifies("REC-10"))
  func fall() throws {
    var moved = 0
    for office in SampleDay.several {
      let answer = try #require(office.answer(.waiting([]), at: SampleDay.now, rules: Self.quick))
      let option = try #require(answer.options.first)
      let given = Set(option.changes.filter { $0.from.technician == nil }.map(\.id))
      let others = option.changes.filter { change in
        option.day.places[change.id].map { option.day.pieces[$0].holder != nil } ?? false
      }
      moved += others.count
      #expect(Set(option.fallen(with: given).keys) == Set(others.map(\.id)))
      #expect(option.fallen(with: []).isEmpty)
      #expect(option.fallen(with: given, keeping: Set(others.map(\.id))).isEmpty)
    }
    #expect(moved > 0)
  }

  @Test("fall with what they cannot be done without, each with the reason", .verifies("REC-10"))
  func blocked() throws {
    var blocked = 0
    for office in SampleDay.several {
      for technician in office.technicians.inOrder {
        let answer = office.answer(
          .away(technician.id), at: SampleDay.now, for: .dispatcher, rules: Self.quick)
        for option in answer?.options ?? [] {
          for change in option.changes {
            let struck: Set = [change.id]
            let fallen = option.fallen(with: struck)
            let stays = option.judged(dropping: struck.union(fallen.keys))
            #expect(stays.flatMap(\.broken).allSatisfy { $0.severity == .warn })
            #expect(stays.allSatisfy { option.day.overlap(of: $0) == nil })
            for case .blocked(let rule) in fallen.values {
              blocked += 1
              #expect(rule.rule == .overlap || rule.severity != .warn)
            }
          }
        }
      }
    }
    #expect(blocked > 0)
  }

  @Test("go on where they still make the day better, and never into the way of what stays")
  func goOn() throws {
    var seen = 0
    for office in SampleDay.offices {
      for order in SampleDay.waiting(in: office).prefix(4) {
        let answer = try #require(office.answer(.urgent(order.id), at: SampleDay.now, rules: Self.quick))
        for option in answer.options where option.changes.count > 1 {
          seen += 1
          let struck: Set = [order.id]
          let out = struck.union(option.fallen(with: struck).keys)
          #expect(option.judged(dropping: out).flatMap(\.broken).allSatisfy { $0.severity == .warn })
        }
      }
    }
    #expect(seen > 0)
  }
}
