import Domain
import TestSupport
import Testing

@Suite("The pace of a played day", .verifies("ADM-10"))
struct PaceTests {
  static let base = Town.at(8)

  /// Plays instants as fast as they fall due, each step taking so many real milliseconds.
  struct Played {
    var steps: [(range: Range<Int>, now: Timestamp, at: Int64)] = []
    var clock: SandboxClock
    var at: Int64

    init(_ due: [Timestamp], speed: Int, work: Int64 = 5, stop: Timestamp? = nil, from position: Int = 0) {
      clock = SandboxClock(base: PaceTests.base, startedAt: 0, speed: speed, until: PaceTests.base)
      at = 0
      var position = position
      while true {
        let pace = Pace(from: position, of: due, clock: clock, stop: stop, at: at)
        steps.append((pace.steps, pace.now, at))
        position = pace.steps.upperBound
        clock = pace.clock
        at += work
        guard let wait = pace.wait(for: due, stop: stop, at: at) else { return }
        at += wait
      }
    }
  }

  static func due(_ seconds: some Sequence<Int64>) -> [Timestamp] { seconds.map { base + .seconds($0) } }

  @Test("plays each step once, in order, and none before it is due")
  func once() {
    let due = Self.due((0..<2_000).map { Int64($0 * $0 % 97 + $0 * 40) }.sorted())
    let played = Played(due, speed: 100)
    #expect(played.steps.flatMap { Array($0.range) } == Array(0..<2_000))
    for step in played.steps { #expect(step.range.allSatisfy { due[$0] <= step.now }) }
  }

  @Test("does not drift: a day of 24 hours at 100x takes 864 seconds, however long the steps take")
  func noDrift() {
    let due = Self.due(stride(from: Int64(0), through: 86_400, by: 11))
    let played = Played(due, speed: 100, work: 40)
    #expect((863_000...864_400).contains(played.at))
    let latest = played.steps.map { step in
      step.range.map { (step.now - due[$0]).seconds }.max() ?? 0
    }.max()
    #expect(latest ?? 0 <= 100, "nothing is told later than a second of real time after it was due")
  }

  @Test("slows down when it cannot keep up, instead of running ahead of what was not played")
  func behind() {
    let due = Self.due((0..<5_000).map { Int64($0) * 10 })
    let played = Played(due, speed: 86_400, work: 200)
    #expect(played.steps.flatMap { Array($0.range) } == Array(0..<5_000))
    for step in played.steps where !step.range.isEmpty && step.range.upperBound < due.count {
      #expect(step.range.count <= Pace.batch)
      #expect(step.now < due[step.range.upperBound])
    }
    #expect(zip(played.steps, played.steps.dropFirst()).allSatisfy { $0.now <= $1.now })
  }

  @Test("lets the clock go no further than the next step, and no longer than the lease")
  func lease() {
    let clock = SandboxClock(base: Self.base, startedAt: 0, speed: 100, until: Self.base)
    let near = Pace(from: 0, of: Self.due([60, 90]), clock: clock, at: 100)
    #expect(near.steps.isEmpty && near.clock.until == Self.base + .seconds(60))
    let far = Pace(from: 0, of: Self.due([9_000]), clock: clock, at: 100)
    #expect(far.clock.until == Self.base + .seconds(10 + 300))
    #expect(far.wait(for: Self.due([9_000]), at: 100) == Pace.beat)
  }

  @Test("writes nothing while the clock may go on for a while and nothing is due")
  func quiet() {
    let due = Self.due([40_000])
    let clock = SandboxClock(base: Self.base, startedAt: 0, speed: 100, until: Self.base + .seconds(300))
    #expect(Pace(from: 0, of: due, clock: clock, at: 1_000).clock == clock)
    #expect(Pace(from: 0, of: due, clock: clock, at: 2_000).clock.until == Self.base + .seconds(500))
  }

  @Test("goes on from where the time stood after it was away for longer than its lease")
  func away() {
    let due = Self.due([0, 60, 4_000, 8_000])
    let clock = SandboxClock(base: Self.base, startedAt: 0, speed: 100, until: Self.base + .seconds(60))
    let late = Pace(from: 1, of: due, clock: clock, at: 2_000)
    #expect(late.now == Self.base + .seconds(200), "two seconds late is caught up with")
    let slept = Pace(from: 1, of: due, clock: clock, at: 600_000)
    #expect(slept.steps == 1..<2 && slept.now == Self.base + .seconds(60))
    #expect(slept.clock.now(at: 601_000) == Self.base + .seconds(160))
  }

  @Test("stops where it is to, and stands there; at the end it stands too")
  func stops() {
    let due = Self.due([0, 100, 200, 300])
    let stop = Self.base + .seconds(250)
    let played = Played(due, speed: 10, stop: stop)
    #expect(played.steps.last?.range.upperBound == 3)
    #expect(played.clock.now(at: 1_000_000) == stop)
    let whole = Played(due, speed: 10)
    #expect(whole.steps.last?.range.upperBound == 4)
    #expect(whole.clock.now(at: 1_000_000) == due[3])
  }
}
