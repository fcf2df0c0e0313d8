/// "Being worked on by": keeps two dispatchers from the same order without knowing.
public struct Claim: Codable, Hashable, Sendable {
  public let by: Person.ID
  public let at: Timestamp

  public init(by: Person.ID, at: Timestamp) {
    self.by = by
    self.at = at
  }
}

extension Claim: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    by = try fields.by
    at = try fields.at
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("by", by)
    fields.put("at", at)
  }
}
