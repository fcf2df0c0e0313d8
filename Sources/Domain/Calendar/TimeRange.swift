/// A stretch of time, `start ..< end`; never backwards, possibly empty.
public struct TimeRange: Hashable, Codable, Sendable {
  public let start: Timestamp
  public let end: Timestamp

  /// An end before the start makes an empty range at the start.
  public init(start: Timestamp, end: Timestamp) {
    self.start = start
    self.end = max(start, end)
  }

  public init(start: Timestamp, length: Span) { self.init(start: start, end: start + length) }

  public var length: Span { end - start }
  public var isEmpty: Bool { start == end }

  public func contains(_ instant: Timestamp) -> Bool { start <= instant && instant < end }

  /// Whether all of the other range lies in this one.
  public func contains(_ other: TimeRange) -> Bool { start <= other.start && other.end <= end }

  /// Ranges that only touch do not overlap.
  public func overlaps(_ other: TimeRange) -> Bool { start < other.end && other.start < end }

  /// What both have in common, if it has any length.
  public func overlap(_ other: TimeRange) -> TimeRange? {
    guard overlaps(other) else { return nil }
    let common = TimeRange(start: max(start, other.start), end: min(end, other.end))
    return common.isEmpty ? nil : common
  }

  public func moved(by span: Span) -> TimeRange { TimeRange(start: start + span, end: end + span) }
}

extension TimeRange: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    self.init(start: try fields.start, end: try fields.end)
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("start", start)
    fields.put("end", end)
  }
}

extension [TimeRange] {
  /// The same time as few ranges in order, without overlaps, neighbours joined.
  public var merged: [TimeRange] {
    var merged: [TimeRange] = []
    for range in sorted(by: { $0.start < $1.start }) where !range.isEmpty {
      if let last = merged.last, range.start <= last.end {
        merged[merged.count - 1] = TimeRange(start: last.start, end: Swift.max(last.end, range.end))
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}
