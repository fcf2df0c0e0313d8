import Domain
import TestSupport
import Testing

@Suite("The clock of a sandbox", .verifies("ADM-10"))
struct SandboxClockTests {
  static let base = Town.at(8)
  static let clock = SandboxClock(base: base, startedAt: 5_000, speed: 100, until: base + .minutes(10))

  @Test("runs so many times as fast, from where it was set going")
  func runs() {
    #expect(Self.clock.now(at: 5_000) == Self.base)
    #expect(Self.clock.now(at: 5_010) == Self.base + .seconds(1))
    #expect(Self.clock.now(at: 7_500) == Self.base + .seconds(250))
  }

  @Test("stands where nobody lets it go on, and says for how long")
  func stands() {
    #expect(Self.clock.now(at: 11_000) == Self.base + .minutes(10))
    #expect(Self.clock.now(at: 9_000_000) == Self.base + .minutes(10))
    #expect(Self.clock.standing(at: 10_000) == 0)
    #expect(Self.clock.standing(at: 13_000) == 2_000)
    let later = Self.clock.going(until: Self.base + .minutes(20))
    #expect(later.standing(at: 13_000) == 0)
    #expect(later.now(at: 13_000) == Self.base + .seconds(800))
    #expect(later.going(until: Self.base) == later, "it is never held at an earlier time")
  }

  @Test("never goes back before its start, whatever the real clock does")
  func clockSteps() {
    #expect(Self.clock.now(at: -3_000_000) == Self.base)
    #expect(Self.clock.now(at: .max) == Self.clock.until)
    #expect(
      SandboxClock(base: Self.base, startedAt: .min, speed: .max, until: Self.base).now(at: .max) == Self.base
    )
  }

  @Test("says how long to wait for an instant", arguments: [1, 7, 100, 86_400])
  func waiting(speed: Int) {
    let clock = SandboxClock(base: Self.base, startedAt: 0, speed: speed, until: Self.base + .days(9))
    for seconds: Int64 in [0, 1, 59, 3_600, 86_400] {
      let instant = Self.base + .seconds(seconds)
      let wait = clock.milliseconds(to: instant, at: 0)
      #expect(clock.now(at: wait) >= instant)
      if wait > 0 { #expect(clock.now(at: wait - 1) < instant, "\(speed) \(seconds)") }
    }
  }

  @Test("goes on from where it stood with another speed")
  func restarted() {
    let stood = Self.clock.now(at: 90_000)
    let again = Self.clock.restarted(from: stood, at: 90_000, speed: 10).going(until: stood + .hours(1))
    #expect(again.now(at: 90_000) == stood)
    #expect(again.now(at: 91_000) == stood + .seconds(10))
  }
}
