/// That done work was sent back: why, by whom, and the visit that was planned to put it right.
public struct Rework: Codable, Hashable, Sendable {
  public let visit: Visit.ID
  public let reason: String
  public let by: Person.ID
  public let at: Timestamp

  public init(visit: Visit.ID, reason: String, by: Person.ID, at: Timestamp) {
    self.visit = visit
    self.reason = reason
    self.by = by
    self.at = at
  }
}

extension Rework: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    visit = try fields.visit
    reason = try fields.reason
    by = try fields.by
    at = try fields.at
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("visit", visit)
    fields.put("reason", reason)
    fields.put("by", by)
    fields.put("at", at)
  }
}

extension WorkOrder {
  /// Whether somebody was there for it before and it is not done: it was left undone, or was not right.
  public var comesBack: Bool { !isEnded && doneAt == nil && (status == .notDone || !reworks.isEmpty) }
}
