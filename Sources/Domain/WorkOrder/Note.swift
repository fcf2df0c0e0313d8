/// Something somebody wrote down about an order.
public struct Note: Codable, Hashable, Sendable {
  public let words: String
  public let by: Person.ID
  public let at: Timestamp

  public init(words: String, by: Person.ID, at: Timestamp) {
    self.words = words
    self.by = by
    self.at = at
  }
}

extension Note: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    words = try fields.words
    by = try fields.by
    at = try fields.at
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("words", words)
    fields.put("by", by)
    fields.put("at", at)
  }
}
