/// A customer's complaint: open until somebody says how it was settled.
public struct Complaint: Codable, Hashable, Sendable, Identifiable {
  public typealias ID = Identifier<Complaint>

  public let id: ID
  public let words: String
  /// The number of the order it is about, if it is about one.
  public let order: Int?
  public let at: Timestamp
  public let by: Person.ID
  public var resolution: AlertResolution?

  public init(id: ID, words: String, order: Int?, at: Timestamp, by: Person.ID) {
    self.id = id
    self.words = words
    self.order = order
    self.at = at
    self.by = by
  }
}

extension Complaint: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    id = try fields.id
    words = try fields.words
    order = try fields.order
    at = try fields.at
    by = try fields.by
    resolution = try fields.resolution
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("id", id)
    fields.put("words", words)
    fields.put("order", order)
    fields.put("at", at)
    fields.put("by", by)
    fields.put("resolution", resolution)
  }
}
