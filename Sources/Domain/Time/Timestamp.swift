/// An instant: whole seconds since 1970 in UTC. Its arithmetic stops at the ends instead of trapping.
public struct Timestamp: Hashable, Comparable, Sendable {
  public let seconds: Int64

  public init(seconds: Int64) { self.seconds = seconds }

  public static let epoch = Timestamp(seconds: 0)

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

/// An instant travels as one integer, its seconds.
extension Timestamp: CompactCodable {
  public init(_ node: CompactNode) throws(CompactCodingError) { self.init(seconds: try node.integer()) }

  public init(from decoder: any Decoder) throws {
    self.init(seconds: try decoder.singleValueContainer().decode(Int64.self))
  }

  public func write(to slot: CompactSlot) { seconds.write(to: slot) }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(seconds)
  }
}
