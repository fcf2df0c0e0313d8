/// Why a promise was missed, by the office's short list; the digit of each is its place.
public enum BreachCause: String, CompactCodable, Hashable, Sendable, CaseIterable {
  case nobodyFree = "nobody-free"
  case overrun, travel, parts, access, customer
  case wrongPriority = "wrong-priority"
  case vendor, other
}

/// Why one of an order's clocks was missed, as somebody has said.
public struct BreachExplanation: Codable, Hashable, Sendable {
  public let clock: ClockFace.Kind
  public let cause: BreachCause
  public let note: String?
  public let by: Person.ID
  public let at: Timestamp

  public init(_ clock: ClockFace.Kind, _ cause: BreachCause, note: String?, by: Person.ID, at: Timestamp) {
    self.clock = clock
    self.cause = cause
    self.note = note
    self.by = by
    self.at = at
  }
}

extension BreachExplanation: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    clock = try fields.clock
    cause = try fields.cause
    note = try fields.note
    by = try fields.by
    at = try fields.at
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("clock", clock)
    fields.put("cause", cause)
    fields.put("note", note)
    fields.put("by", by)
    fields.put("at", at)
  }
}

extension ClockFace {
  /// Whether its promise was broken, be it still open or kept too late.
  public var isMissed: Bool { remaining < .zero }
}
