/// A clock time in whole minutes since midnight, 00:00 to 24:00, the latter being the end of the day.
public struct TimeOfDay: Hashable, Comparable, Sendable {
  public let minutes: Int

  public static let midnight = TimeOfDay(clamping: 0)
  public static let endOfDay = TimeOfDay(clamping: 1_440)

  /// Nothing outside 0...1440.
  public init?(minutes: Int) {
    guard (0...1_440).contains(minutes) else { return nil }
    self.minutes = minutes
  }

  /// The nearest time of the day.
  public init(clamping minutes: Int) { self.minutes = min(max(minutes, 0), 1_440) }

  /// Nothing when there is no such clock time.
  public init?(hour: Int, minute: Int) {
    guard (0...24).contains(hour), (0...59).contains(minute) else { return nil }
    self.init(minutes: hour * 60 + minute)
  }

  /// Reads `07:00` or `7:00`, up to `24:00`.
  public init?(_ text: some StringProtocol) {
    var scan = TextScan(Array(text.utf8))
    guard let hour = scan.number(upTo: 2), scan.take(":"), let minute = scan.digits(2), scan.isAtEnd
    else { return nil }
    self.init(hour: hour, minute: minute)
  }

  public var hour: Int { minutes / 60 }
  public var minute: Int { minutes % 60 }
  public var text: String { padded(hour, 2) + ":" + padded(minute, 2) }

  public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.minutes < right.minutes }
}

extension TimeOfDay: CustomStringConvertible {
  public var description: String { text }
}

/// A clock time travels as one integer, its minutes.
extension TimeOfDay: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let time = TimeOfDay(minutes: try container.decode(Int.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no clock time")
    }
    self = time
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(minutes)
  }
}
