/// An instant: whole seconds since 1970 in UTC. Its arithmetic stops at the ends instead of trapping.
public struct Timestamp: Hashable, Comparable, Sendable {
  public let seconds: Int64

  public init(seconds: Int64) { self.seconds = seconds }

  public static let epoch = Timestamp(seconds: 0)
  /// What work can have to do with: from 1900 to 2199.
  static let possible = TimeRange(
    start: Timestamp(seconds: -2_208_988_800), end: Timestamp(seconds: 7_258_118_400))

  public static func < (left: Timestamp, right: Timestamp) -> Bool { left.seconds < right.seconds }

  public static func + (instant: Timestamp, span: Span) -> Timestamp {
    Timestamp(seconds: saturatingSum(instant.seconds, span.seconds))
  }

  public static func - (instant: Timestamp, span: Span) -> Timestamp {
    Timestamp(seconds: saturatingDifference(instant.seconds, span.seconds))
  }

  public static func - (later: Timestamp, earlier: Timestamp) -> Span {
    Span(seconds: saturatingDifference(later.seconds, earlier.seconds))
  }

  public static func += (instant: inout Timestamp, span: Span) { instant = instant + span }
  public static func -= (instant: inout Timestamp, span: Span) { instant = instant - span }
}

/// An instant travels as one integer, its seconds: none outside the years 0 to 9999, whoever says so, so that whatever is
/// reckoned with it stays a number.
extension Timestamp: CompactCodable {
  static let travelling =
    (Int64(CivilDate.firstDay) * 86_400)...(Int64(CivilDate.lastDay) * 86_400 + 86_399)

  private init(travelled seconds: Int64) {
    self.init(seconds: min(max(seconds, Self.travelling.lowerBound), Self.travelling.upperBound))
  }

  public init(_ node: CompactNode) throws(CompactCodingError) {
    self.init(travelled: try node.integer())
  }

  public init(from decoder: any Decoder) throws {
    self.init(travelled: try decoder.singleValueContainer().decode(Int64.self))
  }

  public func write(to slot: CompactSlot) { Timestamp(travelled: seconds).seconds.write(to: slot) }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(Timestamp(travelled: seconds).seconds)
  }
}
