/// Opening hours in a zone: turns instants into open time and back, across zone changes and holidays.
///
/// Open is what the wall clock says: an hour that clocks skip is not open time, one they show twice is twice.
/// Searches end ten years on. A calendar is one reference, since every clock of every order has one.
public struct WorkCalendar: Sendable {
  private let rules: Rules

  private final class Rules: Sendable {
    let hours: OpeningHours
    let zone: ZoneRules
    let local: LocalHours

    init(_ hours: OpeningHours, _ zone: ZoneRules) {
      self.hours = hours
      self.zone = zone
      local = LocalHours(hours)
    }
  }

  public init(hours: OpeningHours, zone: ZoneRules) { rules = Rules(hours, zone) }

  public var hours: OpeningHours { rules.hours }
  public var zone: ZoneRules { rules.zone }
  private var local: LocalHours { rules.local }

  /// Open time of a day on which anything opens, the mean over the week; 24 hours round the clock.
  public var workday: Span { hours.isRoundTheClock ? .days(1) : local.workday }

  public static let roundTheClock = WorkCalendar(hours: .always, zone: .utc)

  /// How far a search looks ahead.
  public static let horizon = Span.days(3_653)

  public func isOpen(at instant: Timestamp) -> Bool {
    if hours.isRoundTheClock { return true }
    let civil = zone.civil(at: instant)
    return local.ranges(on: civil.date.daysSinceEpoch).contains { $0.contains(civil.secondOfDay) }
  }

  /// Open time between two instants; negative when the second is the earlier one.
  public func openTime(from start: Timestamp, to end: Timestamp) -> Span {
    if hours.isRoundTheClock { return end - start }
    if end < start { return -openTime(from: end, to: start) }
    var open: Int64 = 0
    for stretch in stretches(from: start, to: end) {
      open += local.openSeconds(until: stretch.upperBound) - local.openSeconds(until: stretch.lowerBound)
    }
    return .seconds(open)
  }

  /// The first instant at which so much open time has passed; the start itself for none at all.
  public func adding(_ open: Span, to start: Timestamp) -> Timestamp {
    guard open > .zero else { return start }
    if hours.isRoundTheClock { return start + open }
    let limit = start + WorkCalendar.horizon
    var left = open.seconds
    var instant = start
    for stretch in stretches(from: start, to: limit) {
      let here = local.openSeconds(until: stretch.upperBound) - local.openSeconds(until: stretch.lowerBound)
      if left <= here {
        let point = local.point(after: stretch.lowerBound, open: left, before: stretch.upperBound)
        return instant + .seconds(point - stretch.lowerBound)
      }
      left -= here
      instant += .seconds(stretch.upperBound - stretch.lowerBound)
    }
    return limit
  }

  /// The first open instant at or after this one.
  public func nextOpen(after instant: Timestamp) -> Timestamp? {
    if isOpen(at: instant) { return instant }
    let second = adding(.seconds(1), to: instant)
    let opening = second - .seconds(1)
    return isOpen(at: opening) ? opening : nil
  }

  /// Cuts the time between two instants where the zone's offset changes; each part is on the local line.
  private func stretches(from start: Timestamp, to end: Timestamp) -> Stretches {
    let first = WorkCalendar.firstInstant
    let last = WorkCalendar.lastInstant
    return Stretches(
      zone: zone, instant: min(max(start.seconds, first), last), stop: min(max(end.seconds, first), last))
  }

  /// One part after the other, worked out as far as somebody looks.
  private struct Stretches: Sequence, IteratorProtocol {
    let zone: ZoneRules
    var instant: Int64
    let stop: Int64

    mutating func next() -> Range<Int64>? {
      guard instant < stop else { return nil }
      let segment = zone.segment(at: Timestamp(seconds: instant))
      let from = instant
      instant = segment.end < stop ? segment.end : stop
      return from + Int64(segment.offset)..<instant + Int64(segment.offset)
    }
  }

  /// The years 0000 to 9999, less a week so that no offset leads outside.
  private static let firstInstant = (Int64(CivilDate.firstDay) + 7) * 86_400
  private static let lastInstant = (Int64(CivilDate.lastDay) - 7) * 86_400
}

extension WorkCalendar: Hashable {
  public static func == (left: WorkCalendar, right: WorkCalendar) -> Bool {
    left.rules === right.rules || left.hours == right.hours && left.zone == right.zone
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(hours)
    hasher.combine(zone)
  }
}

extension WorkCalendar: Codable {
  private enum CodingKeys: String, CodingKey { case hours, zone }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      hours: try container.decode(OpeningHours.self, forKey: .hours),
      zone: try container.decode(ZoneRules.self, forKey: .zone))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(hours, forKey: .hours)
    try container.encode(zone, forKey: .zone)
  }
}
