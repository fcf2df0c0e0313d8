import Domain
import Testing

@Suite("Candidates on random days")
struct CandidatePropertyTests {
  @Test(
    "everybody is in one list; the eligible can be assigned as proposed, the others have a reason",
    arguments: [11, 12, 13, 14, 15, 16])
  func allocation(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    var town = try Town()
    for _ in 0..<12 {
      town.now = Town.at(Int64.random(in: 6...16, using: &numbers), Int64.random(in: 0...59, using: &numbers))
      let technician = [Town.ana, Town.bo][Int.random(in: 0...1, using: &numbers)]
      let site = [Town.hospital, Town.library, nil][Int.random(in: 0...2, using: &numbers)]
      let minutes = Int64.random(in: 10...150, using: &numbers)
      let start = Town.at(
        Int64.random(in: 7...14, using: &numbers), Int64.random(in: 0...59, using: &numbers))
      let planned = try town.log("hvac", at: site, minutes: minutes)
      if town.refusal(of: Town.assign(planned, technician, start), yes: true) == nil {
        try town.submit(Town.assign(planned, technician, start), yes: true)
        if Bool.random(using: &numbers) {
          try town.submit(.arriveOnSite(planned.id, ArriveOnSite()), by: Town.supervisor)
        }
      }
      let order = try town.log("hvac", at: site, minutes: minutes)
      let found = town.office.candidates(for: order, at: town.now)
      #expect((found.eligible.map(\.handle) + found.others.map(\.handle)).sorted() == ["ana", "bo", "cy"])
      for candidate in found.eligible {
        #expect(candidate.arrival >= town.now + candidate.travel.span)
        #expect(candidate.range.length == .minutes(minutes))
        let assign = Town.assign(order, candidate.id, candidate.arrival)
        #expect(
          town.refusal(of: assign, yes: true) == nil,
          "seed \(seed), \(candidate.handle) at \(candidate.range)")
        if candidate.warnings.isEmpty { #expect(town.refusal(of: assign) == nil) }
      }
      #expect(found.eligible.map(\.arrival) == found.eligible.map(\.arrival).sorted())
      for other in found.others { #expect(!other.reasons.isEmpty) }
      #expect(town.office.candidates(for: order, at: town.now) == found, "the same again")
    }
  }
}
