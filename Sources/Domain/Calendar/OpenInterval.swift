/// Open from one clock time to another; a close at or before the opening is on the next day.
public struct OpenInterval: Hashable, Comparable, Codable, Sendable {
  public let opens: TimeOfDay
  public let closes: TimeOfDay

  /// Nothing when both are the same time, which could mean nothing or a whole day: write `00:00-24:00`.
  public init?(opens: TimeOfDay, closes: TimeOfDay) {
    guard opens != closes, opens != .endOfDay, !(opens > closes && closes == .midnight) else { return nil }
    self.opens = opens
    self.closes = closes
  }

  /// Reads `08:00-18:00`; `22:00-06:00` crosses midnight, `22:00-00:00` ends there.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let opens = TimeOfDay(parts[0]), let closes = TimeOfDay(parts[1]) else {
      return nil
    }
    self.init(opens: opens, closes: closes == .midnight ? .endOfDay : closes)
  }

  public var crossesMidnight: Bool { closes < opens }
  public var text: String { opens.text + "-" + closes.text }

  /// Seconds from the midnight of the day on which it opens, up to two days on.
  var localSeconds: Range<Int> {
    let end = closes.minutes * 60 + (crossesMidnight ? 86_400 : 0)
    return opens.minutes * 60..<end
  }

  public static func < (left: OpenInterval, right: OpenInterval) -> Bool {
    (left.opens, left.closes) < (right.opens, right.closes)
  }
}

extension [OpenInterval] {
  /// The first of them, in order, that begins before the one ahead of it has ended.
  var firstOverlap: OpenInterval? {
    zip(self, dropFirst()).first { $0.localSeconds.upperBound > $1.localSeconds.lowerBound }?.1
  }
}

extension OpenInterval {
  private enum CodingKeys: String, CodingKey { case opens, closes }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let opens = try container.decode(TimeOfDay.self, forKey: .opens)
    let closes = try container.decode(TimeOfDay.self, forKey: .closes)
    guard let interval = OpenInterval(opens: opens, closes: closes) else {
      throw DecodingError.dataCorruptedError(
        forKey: .closes, in: container, debugDescription: "opens and closes at the same time")
    }
    self = interval
  }
}

extension OpenInterval {
  /// The interval as instants when it opens on a day.
  func range(on day: CivilDate, _ zone: ZoneRules) -> TimeRange {
    let local = localSeconds
    return TimeRange(
      start: zone.timestamp(of: CivilTime(date: day, secondOfDay: local.lowerBound)),
      end: zone.timestamp(of: CivilTime(date: day, secondOfDay: local.upperBound)))
  }
}
