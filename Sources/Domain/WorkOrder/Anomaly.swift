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
    /// It was told as of an instant at which it cannot have been.
    case otherTime
  }

  public let kind: Kind
  /// What a source or a recorded day says of it in its own words; empty where `facts` tell it.
  public let detail: String
  /// Who and what it is about; nil where only words tell it.
  public let facts: Facts?
  public let at: Timestamp

  public init(_ kind: Kind, detail: String = "", facts: Facts? = nil, at: Timestamp) {
    self.kind = kind
    self.detail = detail
    self.facts = facts
    self.at = at
  }
}

extension WorkOrder {
  /// Under which other numbers it was told.
  public var toldNumbers: [Int] {
    anomalies.filter { $0.kind == .otherNumber }.compactMap { $0.facts?.number }
  }
}

extension Anomaly: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    kind = try fields.kind
    detail = try fields.detail
    facts = try fields.facts
    at = try fields.at
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("kind", kind)
    fields.put("detail", detail)
    fields.put("facts", facts)
    fields.put("at", at)
  }
}
