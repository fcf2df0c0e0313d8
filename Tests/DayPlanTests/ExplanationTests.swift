import Domain
import Planner
import TestSupport
import Testing

@testable import DayPlan

@Suite("Why an order is where it is")
struct ExplanationTests {
  @Test(
    "names everybody once, with what it weighs or why not", .verifies("REC-03"), arguments: SampleDay.offices)
  func everybody(office: Office) throws {
    var planned = 0
    var waiting = 0
    for order in office.orders.inOrder where !order.isEnded {
      let why = try #require(office.explanation(of: order.id, at: SampleDay.now))
      let others = [why.next].compactMap(\.self) + why.others
      switch why.standing {
      case .planned(let holder, _):
        planned += 1
        #expect(holder == order.technician)
        #expect(!others.map(\.id).contains(holder) && !why.refused.map(\.id).contains(holder))
        #expect(others.count + why.refused.count == office.technicians.inOrder.count - 1)
        #expect(why.leavingOut.map { .zero < $0 } == true)
        if let next = why.next, !next.costs.isEmpty, !why.costs.isEmpty {
          let more = next.costs.map(\.worth).reduce(.zero, +) - why.costs.map(\.worth).reduce(.zero, +)
          #expect(why.dearer.map(\.worth).reduce(.zero, +) == more)
        }
      case .nobody:
        waiting += 1
        #expect(others.count + why.refused.count == office.technicians.inOrder.count)
        #expect(why.refused.allSatisfy { !$0.reasons.isEmpty })
        #expect(why.costs.isEmpty)
      case .withoutHome, .anotherDay, .underWay, .nobodyWorks: break
      }
    }
    #expect(planned > 10 && waiting > 3)
  }

  @Test("says the same of a place as the day's own score does")
  func exact() throws {
    let office = SampleDay.offices[0]
    var looked = 0
    for order in office.orders.inOrder where !order.isEnded && looked < 5 {
      let why = try #require(office.explanation(of: order.id, at: SampleDay.now))
      guard case .planned = why.standing,
        let day = RunningDay(
          office, at: SampleDay.now, on: office.day(for: order, at: SampleDay.now), taking: [order.id]),
        let piece = day.places[order.id]
      else { continue }
      let now = try #require(day.ground.suggest(piece, in: day.plan).now)
      #expect(why.costs == day.costs(now.cost))
      looked += 1
    }
    #expect(looked > 0)
  }

  @Test("is nothing for work that has ended")
  func ended() throws {
    let office = SampleDay.offices[0]
    let over = try #require(office.orders.unordered.first { $0.isEnded })
    #expect(office.explanation(of: over.id, at: SampleDay.now) == nil)
  }
}
