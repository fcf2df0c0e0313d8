/// A part that was used on an order: what it is called, and how many or how much of it.
public struct UsedPart: Codable, Hashable, Sendable {
  public let name: String
  /// As it was said: `2`, `1.5 m`.
  public let quantity: String
  public let by: Person.ID
  public let at: Timestamp

  public init(_ name: String, _ quantity: String, by: Person.ID, at: Timestamp) {
    (self.name, self.quantity, self.by, self.at) = (name, quantity, by, at)
  }

  /// `BLT-22 x 2`.
  public var text: String { "\(name) x \(quantity)" }
}

extension UsedPart: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    name = try fields.name
    quantity = try fields.quantity
    by = try fields.by
    at = try fields.at
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("name", name)
    fields.put("quantity", quantity)
    fields.put("by", by)
    fields.put("at", at)
  }
}
