/// A file that belongs to a record, kept by its content's hash.
public struct Attachment: Codable, Hashable, Sendable {
  public let sha256: Digest
  public let name: String
  /// The media type, such as `image/jpeg`.
  public let type: String
  public let bytes: Int
  public let by: Person.ID
  public let at: Timestamp

  public init(sha256: Digest, name: String, type: String, bytes: Int, by: Person.ID, at: Timestamp) {
    self.sha256 = sha256
    self.name = name
    self.type = type
    self.bytes = bytes
    self.by = by
    self.at = at
  }
}

extension Attachment: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    sha256 = try fields.sha256
    name = try fields.name
    type = try fields.type
    bytes = try fields.bytes
    by = try fields.by
    at = try fields.at
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("sha256", sha256)
    fields.put("name", name)
    fields.put("type", type)
    fields.put("bytes", bytes)
    fields.put("by", by)
    fields.put("at", at)
  }
}
