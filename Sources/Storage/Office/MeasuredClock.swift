import Domain

/// How far the office's clock was ahead of this machine's when it was last heard of, for a machine whose clock is wrong.
///
/// It is believed only as long as nobody sets this machine's clock: beside it stands how far that one was from the clock
/// that runs since the machine was started and that nobody sets.
struct MeasuredClock: Hashable, Sendable {
  /// How far the office's clock is ahead.
  let ahead: Span
  /// This machine's clock less the one that nobody sets, in seconds; nil where a version of before did not keep it.
  let beside: Int64?

  /// A clock that is off by more is taken for wrong; one that is off by less is a matter of minutes, and its own.
  private static let mostOff = Span.hours(1)
  /// By how much the two clocks of a machine may drift apart before one counts as set.
  private static let mostDrift: Int64 = 120

  /// What to add to this machine's clock to have the office's time; nothing where it is right or was set since.
  func correction(_ clock: Timestamp, steady: Int64) -> Span {
    guard let beside, ahead > Self.mostOff || -ahead > Self.mostOff,
      abs(clock.seconds - steady - beside) <= Self.mostDrift
    else { return .zero }
    return ahead
  }
}
