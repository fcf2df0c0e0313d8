/// What of a day that is played is due by now, and how far its clock may go: pure, so that a day can be played
/// without waiting for it.
public struct Pace: Hashable, Sendable {
  /// Real milliseconds that the clock of a sandbox may run ahead of whoever plays: should he be killed, it stands
  /// after that.
  public static let lease: Int64 = 3_000
  /// He lets it go on at least so often.
  public static let beat: Int64 = 1_000
  /// What comes within so many milliseconds is played together.
  public static let pause: Int64 = 100
  /// The most that is played in one go, so that consoles get in between.
  public static let batch = 250

  /// What is to be played now.
  public let steps: Range<Int>
  /// When it is recorded.
  public let now: Timestamp
  /// The clock as it is to be after it.
  public let clock: SandboxClock

  /// The instants at which the steps are due do not fall. A clock that cannot keep up slows down: it never passes
  /// a step that was not played.
  public init(
    from position: Int, of due: [Timestamp], clock: SandboxClock, stop: Timestamp? = nil,
    at milliseconds: Int64
  ) {
    // Whoever was stopped for a while goes on from where the time stood, and does not make up for it.
    let clock = clock.resumed(at: milliseconds)
    let running = min(clock.running(at: milliseconds), stop ?? .init(seconds: .max))
    var end = position
    while end < due.count, end - position < Pace.batch, due[end] <= running { end += 1 }
    steps = position..<end
    guard end < due.count else {
      now = due.last.map { max(clock.base, min($0, running)) } ?? running
      self.clock = clock.restarted(from: now, at: milliseconds)
      return
    }
    let isBehind = due[end] <= running
    let instant = isBehind ? max(clock.base, due[end - 1]) : running
    let paced = isBehind ? clock.restarted(from: instant, at: milliseconds) : clock
    let limit = min(due[end], stop ?? due[end])
    func ahead(_ milliseconds: Int64) -> Timestamp {
      max(instant, min(instant + Span(seconds: Int64(clock.speed) * milliseconds / 1_000), limit))
    }
    now = instant
    // What still lasts for a while is not written anew.
    let isEnough = paced.until >= ahead(Pace.lease / 2)
    self.clock = isEnough ? paced : paced.going(until: ahead(Pace.lease))
  }

  /// Real milliseconds until there is something to do again; nil when all is played or the stop is reached.
  public func wait(for due: [Timestamp], stop: Timestamp? = nil, at milliseconds: Int64) -> Int64? {
    guard steps.upperBound < due.count else { return nil }
    let next = due[steps.upperBound]
    if let stop, now >= stop, next > stop { return nil }
    if next <= now { return 0 }
    let wait = clock.milliseconds(to: min(next, stop ?? next), at: milliseconds)
    return min(max(wait, Pace.pause), Pace.beat)
  }
}
