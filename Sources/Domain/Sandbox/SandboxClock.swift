/// The time of a sandbox: an office to learn in or to play a day into, which runs faster than the world.
///
/// It goes on only as far as whoever plays has said: when nobody plays, it stands, and nothing falls due.
public struct SandboxClock: Hashable, Sendable {
  /// How many seconds of the sandbox may pass in one second: real time, up to a day.
  public static let speeds = 1...86_400

  /// What time it was in the sandbox at `startedAt`.
  public let base: Timestamp
  /// When it was set going, in real milliseconds since 1970.
  public let startedAt: Int64
  /// Seconds of the sandbox in one real second.
  public let speed: Int
  /// Where it stands until whoever plays lets it go on.
  public let until: Timestamp

  public init(base: Timestamp, startedAt: Int64, speed: Int, until: Timestamp) {
    self.base = base
    self.startedAt = startedAt
    self.speed = min(max(speed, Self.speeds.lowerBound), Self.speeds.upperBound)
    self.until = until
  }

  /// The time in the sandbox; never before it was set going, and never past where it is to stand.
  public func now(at milliseconds: Int64) -> Timestamp { max(base, min(running(at: milliseconds), until)) }

  /// What time it would be if nothing held it.
  public func running(at milliseconds: Int64) -> Timestamp {
    let passed = max(0, saturatingDifference(milliseconds, startedAt))
    return base + Span(seconds: saturatingProduct(passed, Int64(speed)) / 1_000)
  }

  /// For how many real milliseconds it has stood where it may not go on from; 0 while it goes.
  public func standing(at milliseconds: Int64) -> Int64 {
    guard running(at: milliseconds) >= until else { return 0 }
    return max(0, saturatingDifference(milliseconds, reaches(until)))
  }

  /// How many real milliseconds it takes from now to an instant of the sandbox; 0 for one that has passed.
  public func milliseconds(to instant: Timestamp, at milliseconds: Int64) -> Int64 {
    max(0, saturatingDifference(reaches(instant), milliseconds))
  }

  /// The real millisecond at which it reaches an instant.
  private func reaches(_ instant: Timestamp) -> Int64 {
    let wanted = saturatingProduct(max(0, (instant - base).seconds), 1_000)
    return saturatingSum(startedAt, saturatingSum(wanted, Int64(speed) - 1) / Int64(speed))
  }
}

extension SandboxClock {
  /// The same clock, free to go on to a later instant.
  public func going(until instant: Timestamp) -> SandboxClock {
    SandboxClock(base: base, startedAt: startedAt, speed: speed, until: max(until, instant))
  }

  /// The same clock; or, where it has stood for longer than a player may be away, going on from where it stood.
  public func resumed(at milliseconds: Int64) -> SandboxClock {
    standing(at: milliseconds) > Pace.lease ? restarted(from: until, at: milliseconds) : self
  }

  /// The same clock beside another real one, which is so far behind.
  public func beside(_ skew: Span) -> SandboxClock {
    SandboxClock(
      base: base, startedAt: saturatingDifference(startedAt, (skew * 1_000).seconds), speed: speed,
      until: until)
  }

  /// Set going anew from an instant.
  public func restarted(from instant: Timestamp, at milliseconds: Int64, speed: Int? = nil) -> SandboxClock {
    SandboxClock(base: instant, startedAt: milliseconds, speed: speed ?? self.speed, until: instant)
  }
}
