/// The way to a place: how long it takes, and whether that is known or guessed.
public struct Travel: Hashable, Sendable {
  public let span: Span
  /// Along the road; nil when one of the two places is not known.
  public let metres: Int?
  public let source: Source
  /// How long it takes at its hour, in percent of the usual.
  public let timePercent: Int

  public var isGuess: Bool { source == .guess }
  /// Whether somebody has measured how long it takes.
  public var isMeasured: Bool {
    if case .zones = source { true } else { false }
  }

  /// What the length of a way was taken from.
  public enum Source: Hashable, Sendable {
    case samePlace
    /// The great circle times the road factor, at the usual speed.
    case distance
    /// Minutes that somebody has measured between these zones.
    case zones(from: String, to: String)
    /// One of the two places is not known.
    case guess
  }

  /// What a way counts for while one of its ends is unknown.
  public static let guess = Travel(span: .minutes(20), metres: nil, source: .guess)
  /// No way at all.
  public static let none = Travel(span: .zero, metres: 0, source: .samePlace)

  init(span: Span, metres: Int?, source: Source, timePercent: Int = 100) {
    self.span = span
    self.metres = metres
    self.source = source
    self.timePercent = timePercent
  }
}

extension Office {
  /// The way between two places: as it was measured between their zones where it was, else the great circle times
  /// the profile's road factor, at its usual speed; slower or faster by the hour of `instant`, in whole minutes
  /// rounded up. Where a place is not known it is `Travel.guess`, 20 minutes.
  public func travel(from start: Coordinates?, to end: Coordinates?, at instant: Timestamp? = nil) -> Travel {
    let pace = instant.flatMap { roads?.timePercent(at: $0, in: zone) } ?? 100
    return travel(from: start, to: end, timePercent: pace)
  }

  /// The same where the way takes so much of the usual time.
  public func travel(from start: Coordinates?, to end: Coordinates?, timePercent pace: Int) -> Travel {
    guard let start, let end else { return .guess }
    if start == end { return .none }
    let road = start.metres(to: end) * max(profile.roadFactorHundredths, 100) / 100
    if let known = roads?.measured(from: start, to: end) {
      return Travel(
        span: .minutes(Int64((known.minutes * pace + 99) / 100)), metres: road,
        source: .zones(from: known.from, to: known.to), timePercent: pace)
    }
    let metresAnHour = max(profile.kilometresPerHour, 1) * 1_000
    let minutes = (road * 60 * pace / 100 + metresAnHour - 1) / metresAnHour
    return Travel(span: .minutes(Int64(minutes)), metres: road, source: .distance, timePercent: pace)
  }

  public func travelTime(from start: Coordinates?, to end: Coordinates?, at instant: Timestamp? = nil) -> Span
  {
    travel(from: start, to: end, at: instant).span
  }
}
