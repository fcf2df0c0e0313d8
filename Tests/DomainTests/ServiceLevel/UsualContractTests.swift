import Domain
import TestSupport
import Testing

@Suite("Usual contracts")
struct UsualContractTests {
  let contracts = Contract.usual(gold: Contract.ID(1), silver: Contract.ID(2), standard: Contract.ID(3))

  @Test("promise each tier its share of the standard times")
  func targets() {
    let hours = contracts.map {
      $0.levels.map { [$0.response.seconds, $0.fix.seconds].map { Double($0) / 3_600 } }
    }
    #expect(contracts.map(\.tier) == [.gold, .silver, .standard])
    #expect(hours[2] == [[4, 8], [8, 24], [24, 72], [72, 100]])
    #expect(hours[1] == [[2, 4], [4, 12], [12, 36], [36, 50]])
    #expect(hours[0] == [[1, 2], [2, 6], [6, 18], [18, 60]])
  }

  @Test("count Gold and every P1 round the clock, the rest Monday to Friday", .verifies("SLA-03"))
  func calendars() {
    #expect(contracts[0].levels.allSatisfy { $0.isRoundTheClock })
    for contract in contracts.dropFirst() {
      #expect(contract.hours.text == "Mon-Fri 08:00-18:00")
      #expect(contract.levels.filter(\.isRoundTheClock).map(\.priority) == [.p1])
    }
  }

  @Test("give a standard P4 ten working days to be fixed")
  func workingDays() throws {
    var sample = try SampleOffice(now: try instant("2026-11-24T08:00:00Z"))
    let id = try sample.log(at: SampleOffice.mall, priority: .p4, trade: "doors")
    #expect(try sample.clock(id, .fix).dueAt == instant("2026-12-07T18:00:00Z"))
  }
}
