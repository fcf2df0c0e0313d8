import Domain
import TestSupport
import Testing

@testable import DayPlan

@Suite("Ways that nobody knows")
struct GuessedWaysTests {
  @Test("a guess counts as the longest way that is known, and says so", .verifies("REC-02"))
  func honest() throws {
    var compared = 0
    for seeded in SampleDay.several {
      var office = seeded
      // Whoever would be named first is somebody of whom nobody knows where he is.
      for technician in office.technicians.inOrder.prefix(office.technicians.inOrder.count / 2) {
        office.technicians.change(technician.id) { ($0.home, $0.lastPlace) = (nil, nil) }
      }
      for order in SampleDay.waiting(in: office).prefix(8) {
        let all = office.exactCandidates(for: order, at: SampleDay.now).eligible.filter { !$0.costs.isEmpty }
        guard let longest = all.filter({ !$0.travel.isGuess }).map(\.travel.span).max() else { continue }
        func total(_ one: Candidate) -> Span { one.costs.map(\.worth).reduce(.zero, +) }
        for one in all {
          let caution = one.costs.first { $0.term == .guess }?.worth ?? .zero
          let wanted = one.travel.isGuess ? max(.zero, longest - one.travel.span) : .zero
          #expect(caution == wanted)
          if caution > .zero { compared += 1 }
        }
        // Terms are rounded one by one.
        for (one, next) in zip(all, all.dropFirst()) {
          #expect(total(one).seconds <= total(next).seconds + 7, "\(order.number)")
        }
      }
    }
    #expect(compared > 5)
  }

  @Test("at the same hour whoever's way is known comes first in the plain list, too")
  func plain() throws {
    var office = SampleDay.offices[0]
    let order = try #require(SampleDay.waiting(in: office).first { $0.site != nil && $0.window == nil })
    for technician in office.technicians.inOrder {
      office.technicians.change(technician.id) { ($0.home, $0.lastPlace) = (nil, nil) }
    }
    let known = try #require(office.candidates(for: order, at: SampleDay.now).eligible.last)
    let place = try #require(office.site(order.site)?.coordinates)
    office.technicians.change(known.id) { $0.home = place }
    let found = office.candidates(for: order, at: SampleDay.now).eligible
    let same = found.filter { $0.arrival <= known.arrival }
    #expect(same.first { !$0.travel.isGuess } != nil)
    for (one, next) in zip(found, found.dropFirst()) where one.arrival == next.arrival {
      #expect(!one.travel.isGuess || next.travel.isGuess)
    }
  }
}
