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

/// Something that was accepted as a fact although it does not fit what was known.
public struct Anomaly: Codable, Hashable, Sendable {
  public enum Kind: String, CompactCodable, Hashable, Sendable, CaseIterable {
    /// A step was reported before the steps that lead to it.
    case skippedStep
    /// A step was reported on a visit that was somebody else's by then.
    case notTheirs
    /// The times of an import contradict each other.
    case contradictoryTimes
    /// A fact came in after the order had ended.
    case afterTheEnd
    /// It came after what follows it.
    case outOfOrder
    /// Somebody turned up whom nobody had sent.
    case unannounced
    /// Somebody was sent who is on another order.
    case elsewhere
    /// The number that was told was somebody else's by then.
    case otherNumber
  }

  public let kind: Kind
  public let detail: String
  public let at: Timestamp

  public init(_ kind: Kind, detail: String, at: Timestamp) {
    self.kind = kind
    self.detail = detail
    self.at = at
  }
}

extension Anomaly: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    kind = try fields.kind
    detail = try fields.detail
    at = try fields.at
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("kind", kind)
    fields.put("detail", detail)
    fields.put("at", at)
  }
}
