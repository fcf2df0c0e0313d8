import Domain
import Testing

@testable import OfficeServer

@Suite("What an office hears of what waits at a console")
struct SeenConsolesTests {
  private let console = ConsoleID(high: 5, low: 1)
  private let start = ContinuousClock.now

  private func settled(_ seen: inout SeenConsoles, _ waiting: Int?, after seconds: Int) -> Bool {
    seen.isSettled(console, waiting: waiting, at: start + .seconds(seconds))
  }

  @Test("nothing waits where it says so, and something may where it says nothing")
  func says() {
    var seen = SeenConsoles()
    #expect(settled(&seen, 0, after: 0))
    #expect(!settled(&seen, 3, after: 1))
    #expect(!settled(&seen, nil, after: 2))
    #expect(settled(&seen, 0, after: 3))
  }

  @Test("whoever says for two minutes that something waits and sends none of it has nothing")
  func stalls() {
    var seen = SeenConsoles()
    for second in stride(from: 0, through: 120, by: 20) { #expect(!settled(&seen, 1, after: second)) }
    seen.sends(console, through: 7)
    for second in stride(from: 140, through: 260, by: 20) { #expect(!settled(&seen, 1, after: second)) }
    // What was sent before is sent once more: nothing comes of it.
    seen.sends(console, through: 7)
    #expect(settled(&seen, 1, after: 280))
  }

  @Test("whoever was away, or finds an office that can take nothing, goes on having something")
  func away() {
    var seen = SeenConsoles()
    #expect(!settled(&seen, 1, after: 0))
    #expect(!settled(&seen, 1, after: 3_600))
    for second in stride(from: 3_620, through: 7_200, by: 20) {
      #expect(!settled(&seen, 1, after: second))
      seen.sends(console, through: nil)
    }
  }
}
