/// The rules of one time zone as a value, so that every console computes the same due time.
///
/// Up to its last transition a zone is a table; after it, the footer's rule goes on for ever.
///
///     initialOffset │ transitions[0] │ transitions[1] │ … │ transitions[last] → footer
///
/// A single instant is found in O(log n).
public struct ZoneRules: Hashable, Sendable {
  /// One change of the offset; from `at` on the offset holds.
  public struct Transition: Hashable, Sendable {
    public let at: Timestamp
    /// Seconds east of UTC.
    public let offsetSeconds: Int
    /// `GMT`, `EST`; the zone's own shorthand, if it has one.
    public let abbreviation: String?

    public init(at: Timestamp, offsetSeconds: Int, abbreviation: String? = nil) {
      self.at = at
      self.offsetSeconds = offsetSeconds
      self.abbreviation = abbreviation
    }
  }

  /// Such as `Europe/London`.
  public let name: String
  /// Seconds east of UTC before the first transition.
  public let initialOffsetSeconds: Int
  public let transitions: [Transition]
  /// The rule after the last transition; without one the last offset stays.
  public let footer: ZoneFooter?

  public static let utc = ZoneRules(fixed: 0, name: "UTC")

  /// A zone whose clocks never change.
  public init(fixed offsetSeconds: Int, name: String) {
    self.name = name
    initialOffsetSeconds = min(max(offsetSeconds, -ZoneRules.widestOffset), ZoneRules.widestOffset)
    transitions = []
    footer = nil
  }

  init(name: String, initialOffsetSeconds: Int, transitions: [Transition], footer: ZoneFooter?) {
    self.name = name
    self.initialOffsetSeconds = initialOffsetSeconds
    self.transitions = transitions
    self.footer = footer
  }

  /// No zone is farther from UTC than this, in seconds.
  static let widestOffset = 26 * 3_600

  /// Seconds east of UTC.
  public func offset(at instant: Timestamp) -> Int { segment(at: instant).offset }

  /// What the wall clock shows.
  public func civil(at instant: Timestamp) -> CivilTime {
    CivilTime(secondsSinceEpoch: saturatingSum(instant.seconds, Int64(offset(at: instant))))
  }

  public func date(at instant: Timestamp) -> CivilDate { civil(at: instant).date }

  /// The instant at which the wall clock shows this. Where clocks go forward and skip it, the time is moved
  /// forward by the gap; where they go back and show it twice, it is the earlier one.
  public func timestamp(of civil: CivilTime) -> Timestamp {
    let local = civil.secondsSinceEpoch
    var current = segment(at: Timestamp(seconds: local - Int64(ZoneRules.widestOffset)))
    while true {
      let candidate = local - Int64(current.offset)
      if candidate < current.end { return Timestamp(seconds: candidate) }
      let following = segment(at: Timestamp(seconds: current.end))
      if local - Int64(following.offset) < following.start { return Timestamp(seconds: candidate) }
      current = following
    }
  }

  public func timestamp(_ date: CivilDate, _ time: TimeOfDay) -> Timestamp {
    timestamp(of: CivilTime(date: date, time: time))
  }

  /// The first instant of the day: midnight, or later where clocks skip it.
  public func startOfDay(_ date: CivilDate) -> Timestamp {
    timestamp(of: CivilTime(date: date, secondOfDay: 0))
  }
}

extension ZoneRules {
  /// A stretch of time with one offset; `start ..< end`, in seconds since 1970.
  struct Segment: Equatable {
    var start: Int64
    var end: Int64
    var offset: Int
  }

  func segment(at instant: Timestamp) -> Segment {
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle].at <= instant { low = middle + 1 } else { high = middle }
    }
    let start = low == 0 ? Int64.min : transitions[low - 1].at.seconds
    let offset = low == 0 ? initialOffsetSeconds : transitions[low - 1].offsetSeconds
    if low < transitions.count {
      return Segment(start: start, end: transitions[low].at.seconds, offset: offset)
    }
    guard let footer else { return Segment(start: start, end: .max, offset: offset) }
    return footer.segment(at: instant, notBefore: start)
  }
}
