/// A flag to come back to an order, on a day or whenever.
public struct FollowUp: Codable, Hashable, Sendable {
  public let until: CivilDate?
  public let by: Person.ID
  public let at: Timestamp

  public init(until: CivilDate?, by: Person.ID, at: Timestamp) {
    self.until = until
    self.by = by
    self.at = at
  }
}

extension FollowUp: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    until = try fields.until
    by = try fields.by
    at = try fields.at
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("until", until)
    fields.put("by", by)
    fields.put("at", at)
  }
}
