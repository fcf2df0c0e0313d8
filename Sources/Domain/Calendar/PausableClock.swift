/// A length of open time that must not run out, such as the time to respond to a call.
///
///     start ────────┤ pause ├──────────┤ pause …        now
///     elapsed: ━━━━━━       ━━━━━━━━━━━
///
/// A paused clock keeps what it had: releasing shifts the due instant by the pause, it does not start again.
public struct PausableClock: Hashable, Sendable {
  /// A stretch that does not count; without an end it goes on.
  public struct Pause: Hashable, Codable, Sendable {
    public var start: Timestamp
    public var end: Timestamp?

    public init(start: Timestamp, end: Timestamp? = nil) {
      self.start = start
      self.end = end
    }
  }

  public var start: Timestamp
  /// In open time of the calendar.
  public var target: Span
  public var calendar: WorkCalendar
  /// In any order; they may overlap and lie outside hours.
  public var pauses: [Pause]
  /// When what was promised was done.
  public var stop: Timestamp?

  public init(
    start: Timestamp, target: Span, calendar: WorkCalendar, pauses: [Pause] = [], stop: Timestamp? = nil
  ) {
    self.start = start
    self.target = target
    self.calendar = calendar
    self.pauses = pauses
    self.stop = stop
  }

  /// What the clock shows. A pause that starts later than this instant is not known to it.
  public func reading(at now: Timestamp) -> ClockReading {
    let isMet = stop.map { $0 <= now } ?? false
    let moment = max(start, isMet ? stop ?? now : now)
    let paused = pausedRanges(until: moment)
    let pausedOpen = paused.reduce(Span.zero) { $0 + calendar.openTime(from: $1.start, to: $1.end) }
    let elapsed = calendar.openTime(from: start, to: moment) - pausedOpen
    let remaining = target - elapsed
    let isPaused = !isMet && isPaused(at: moment)
    return ClockReading(
      state: isMet ? .met : remaining < .zero ? .breached : isPaused ? .paused : .running,
      isPaused: isPaused,
      dueAt: dueAt(paused),
      remaining: remaining,
      pausedOpenTime: pausedOpen,
      elapsed: elapsed,
      metAt: isMet ? stop : nil)
  }

  /// When so much will remain if nothing happens until then; nothing for a clock that stands still or has
  /// less already. `-1` second is the instant of the breach.
  public func instant(ofRemaining span: Span, after now: Timestamp) -> Timestamp? {
    let reading = reading(at: now)
    guard reading.metAt == nil, !reading.isPaused, reading.remaining > span else { return nil }
    return calendar.adding(reading.remaining - span, to: max(start, now))
  }
}

extension PausableClock {
  private func isPaused(at moment: Timestamp) -> Bool {
    pauses.contains { pause in pause.start <= moment && pause.end.map { moment < $0 } ?? true }
  }

  private func pausedRanges(until moment: Timestamp) -> [TimeRange] {
    if pauses.isEmpty { return [] }
    return pauses.filter { $0.start < moment }.map { pause in
      TimeRange(start: max(pause.start, start), end: min(pause.end ?? moment, moment))
    }.merged
  }

  /// Walks the stretches between the pauses until the target is used up; the last one has no end.
  private func dueAt(_ paused: [TimeRange]) -> Timestamp {
    var left = target
    var from = start
    for pause in paused {
      let open = calendar.openTime(from: from, to: pause.start)
      if left <= open { return calendar.adding(left, to: from) }
      left -= open
      from = pause.end
    }
    return calendar.adding(left, to: from)
  }
}
