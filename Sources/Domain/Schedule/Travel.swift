/// The way to a place: how long it takes, and whether that is known or guessed.
public struct Travel: Hashable, Sendable {
  public let span: Span
  /// Along the road; nil when one of the two places is not known.
  public let metres: Int?

  public var isGuess: Bool { metres == nil }

  /// What a way counts for while one of its ends is unknown.
  public static let guess = Travel(span: .minutes(20), metres: nil)
  /// No way at all.
  public static let none = Travel(span: .zero, metres: 0)

  init(span: Span, metres: Int?) {
    self.span = span
    self.metres = metres
  }
}

extension Office {
  /// The way between two places: the great circle times the profile's road factor, at its usual speed, in whole
  /// minutes rounded up. Where a place is not known it is `Travel.guess`, 20 minutes.
  public func travel(from start: Coordinates?, to end: Coordinates?) -> Travel {
    guard let start, let end else { return .guess }
    if start == end { return .none }
    let road = start.metres(to: end) * max(profile.roadFactorHundredths, 100) / 100
    let metresAnHour = max(profile.kilometresPerHour, 1) * 1_000
    return Travel(span: .minutes(Int64((road * 60 + metresAnHour - 1) / metresAnHour)), metres: road)
  }

  public func travelTime(from start: Coordinates?, to end: Coordinates?) -> Span {
    travel(from: start, to: end).span
  }
}
