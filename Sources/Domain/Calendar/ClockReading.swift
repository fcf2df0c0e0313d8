/// What a clock shows at one instant.
public struct ClockReading: Hashable, Sendable {
  /// Met wins over breached, breached over paused; what counts as at risk is the caller's limit.
  public enum State: String, Hashable, Codable, Sendable {
    case running, paused, met, breached
  }

  public let state: State
  /// Whether it stands still; a breached clock may.
  public let isPaused: Bool
  /// When the time is used up; of a paused clock, what it would be if it were released now.
  public let dueAt: Timestamp
  /// Open time left; negative once breached, kept as it was when the clock was met.
  public let remaining: Span
  /// Open time that pauses took out.
  public let pausedOpenTime: Span
  /// Open time that counted.
  public let elapsed: Span
  public let metAt: Timestamp?

  /// Whether more time was used than there was, also by a clock that was met late.
  public var isLate: Bool { remaining < .zero }
}
