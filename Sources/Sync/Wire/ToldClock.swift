public import Domain

/// The clock of a sandbox as its office tells it, beside the office's own real one.
///
/// Whoever tells it may say anything: it becomes a clock only where its instants are of the calendar.
public struct ToldClock: Codable, Hashable, Sendable {
  public let base: Timestamp
  /// In real milliseconds since 1970.
  public let startedAt: Int64
  public let speed: Int
  public let until: Timestamp

  public init(_ clock: SandboxClock) {
    (base, startedAt, speed, until) = (clock.base, clock.startedAt, clock.speed, clock.until)
  }

  /// Instants that people can write down, and by which nothing else goes wrong.
  private static let calendar = Timestamp(seconds: 0)...Timestamp(seconds: 253_402_300_799)
  /// A way that a message may take; two real clocks that are no further apart are one.
  private static let way = Span.seconds(2)

  /// The same beside a real clock that the office's is so far ahead of; nil where it is none.
  public func clock(beside skew: Span) -> SandboxClock? {
    guard Self.calendar.contains(base), Self.calendar.contains(until) else { return nil }
    let clock = SandboxClock(base: base, startedAt: startedAt, speed: speed, until: until)
    return skew.seconds.magnitude > Self.way.seconds.magnitude ? clock.beside(skew) : clock
  }
}

extension Page {
  /// The same with the time of the office's sandbox.
  public func telling(_ clock: ToldClock?) -> Page {
    Page(
      epochs: epochs, entries: entries, end: end, isLast: isLast, recalled: recalled, signed: signed,
      clock: clock)
  }
}
