/// The hour that clocks show twice, where they go back: which of the two is meant.
extension ZoneRules {
  /// A clock time as people read it, with the shorthand of its offset where clocks show that time twice on the day:
  /// `11:20`, `01:15 GMT`.
  public func clock(at instant: Timestamp, hasSeconds: Bool = false) -> String {
    let civil = civil(at: instant)
    let text = civil.time.text + (hasSeconds ? ":\(padded(civil.second, 2))" : "")
    return isShownTwice(instant) ? "\(text) \(shorthand(at: instant))" : text
  }

  /// Whether clocks show the time of an instant a second time, before or after it.
  public func isShownTwice(_ instant: Timestamp) -> Bool {
    let local = civil(at: instant).secondsSinceEpoch
    let here = segment(at: instant)
    if here.start > .min {
      let before = segment(at: Timestamp(seconds: here.start - 1))
      if local - Int64(before.offset) < here.start { return true }
    }
    guard here.end < .max else { return false }
    let after = segment(at: Timestamp(seconds: here.end))
    return local - Int64(after.offset) >= here.end
  }

  /// `GMT`, `BST`; `UTC+2` where the zone has no shorthand for its offset.
  public func shorthand(at instant: Timestamp) -> String {
    let offset = offset(at: instant)
    if let known = shorthands.last(where: { $0.offset == offset }) { return known.name }
    let (sign, minutes) = (offset < 0 ? "-" : "+", abs(offset) / 60)
    return "UTC\(sign)\(minutes / 60)" + (minutes % 60 == 0 ? "" : ":\(padded(minutes % 60, 2))")
  }

  /// The instant at which a clock that goes by a shorthand of the zone, or by UTC, shows this; nil for another name.
  public func timestamp(of civil: CivilTime, by name: String) -> Timestamp? {
    let name = name.uppercased()
    let known = shorthands.last { $0.name.uppercased() == name }?.offset ?? (name == "UTC" ? 0 : nil)
    return known.map { Timestamp(seconds: saturatingSum(civil.secondsSinceEpoch, -Int64($0))) }
  }

  /// Each shorthand with its offset, those in use today last.
  private var shorthands: [(name: String, offset: Int)] {
    let listed = transitions.compactMap { one in one.abbreviation.map { ($0, one.offsetSeconds) } }
      .filter { $0.0.first?.isLetter ?? false }
    return listed + (footer?.shorthands ?? [])
  }
}
