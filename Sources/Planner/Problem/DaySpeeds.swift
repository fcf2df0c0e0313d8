/// How fast one drives at which time of day, in percent of the usual speed.
public struct DaySpeeds: Equatable, Sendable {
  /// From an instant up to another, seconds since midnight; where two overlap the first counts.
  public struct Span: Equatable, Sendable {
    public var from, to, percent: Int

    public init(from: Int, to: Int, percent: Int) {
      (self.from, self.to, self.percent) = (from, to, percent)
    }
  }

  public var spans: [Span]

  /// The usual speed all day unless spans say otherwise.
  public init(_ spans: [Span] = []) { self.spans = spans }

  /// What a speed may be.
  public static let allowed = 5...400

  /// How long a way takes in percent of the usual: the mean over the time in which the work that it leads to may
  /// begin. 100 where no time is left.
  ///
  /// Routes are planned before anybody knows when a leg is driven, so each leg has one length, by where it leads.
  public func timePercent(within windows: [ClosedRange<Int>], release: Int = 0) -> Int {
    guard !spans.isEmpty else { return 100 }
    let allowed = DaySpeeds.allowed
    var total = 0
    var weighted = 0
    for window in windows {
      var now = max(window.lowerBound, release, Problem.instants.lowerBound)
      let last = min(window.upperBound, Problem.instants.upperBound)
      while now <= last {
        let (percent, next) = speed(at: now)
        let length = min(next, last + 1) - now
        total += length
        weighted += length * 10_000 / min(max(percent, allowed.lowerBound), allowed.upperBound)
        now += length
      }
    }
    return total == 0 ? 100 : (weighted + total / 2) / total
  }

  /// The speed at an instant, and when it may change next.
  private func speed(at instant: Int) -> (percent: Int, next: Int) {
    var next = Int.max
    for span in spans {
      if span.from > instant { next = min(next, span.from) }
      if span.from <= instant, instant < span.to { return (span.percent, min(next, span.to)) }
    }
    return (100, next)
  }
}
