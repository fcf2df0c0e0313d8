import Domain
import TestSupport
import Testing

@Suite("Times and lengths that no work can have")
struct OddNumbersTests {
  @Test(
    "are refused with the call, whichever of its times it is", .verifies("ADM-04"),
    arguments: [Int64.min, -100_000_000_000_000_000, -2_208_988_801, 7_258_118_400, .max])
  func instants(_ seconds: Int64) throws {
    var sample = try SampleOffice()
    let instant = Timestamp(seconds: seconds)
    #expect(throws: Refusal.self) { try sample.log(priority: .p1, receivedAt: instant) }
    let window = TimeRange(start: instant, end: instant)
    #expect(throws: Refusal.self) { try sample.log { $0.window = window } }
  }

  @Test("are refused as an estimate and in a report", .verifies("ADM-04"), arguments: [Int64.min, -1, .max])
  func lengths(_ seconds: Int64) throws {
    var sample = try SampleOffice()
    #expect(throws: Refusal.self) { try sample.log { $0.estimate = Span(seconds: seconds) } }
    let id = try sample.log()
    try sample.assign(id)
    try sample.submit(.arriveOnSite(id, ArriveOnSite()))
    for report in [
      CompletionReport(did: "reset", work: Span(seconds: seconds)),
      CompletionReport(did: "reset", travel: Span(seconds: seconds))
    ] {
      #expect(throws: Refusal.self) { try sample.submit(.completeVisit(id, CompleteVisit(report))) }
    }
  }

  @Test("the farthest that are taken leave every board standing", arguments: [Int64(-2_208_988_800), 0])
  func farthest(_ seconds: Int64) throws {
    var sample = try SampleOffice()
    let id = try sample.log(priority: .p1, receivedAt: Timestamp(seconds: seconds)) {
      $0.estimate = .days(30)
    }
    let board = Board(sample.office, now: sample.now)
    #expect(board.queue.contains { $0.id == id })
    #expect(Span(seconds: .max).percent(of: .seconds(1)) > 0 && Span.zero.percent(of: .zero) == 0)
  }
}
