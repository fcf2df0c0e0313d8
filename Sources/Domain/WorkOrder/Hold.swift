/// A pause in work that cannot go on for now, with what it takes to go on.
public struct Hold: Codable, Hashable, Sendable {
  public let reason: HoldReason
  /// What was found, or why it is blocked.
  public let note: String
  public let nextStep: String?
  public let options: String?
  public let owner: Person.ID
  public let since: Timestamp
  /// When somebody looks at it again.
  public let reviewAt: Timestamp
  /// When the part is expected that it waits for.
  public let partDue: Timestamp?

  public init(
    reason: HoldReason, note: String, nextStep: String?, options: String?, owner: Person.ID, since: Timestamp,
    reviewAt: Timestamp, partDue: Timestamp? = nil
  ) {
    self.reason = reason
    self.note = note
    self.nextStep = nextStep
    self.options = options
    self.owner = owner
    self.since = since
    self.reviewAt = reviewAt
    self.partDue = partDue
  }

  /// Whether two holds are the same but for the instant that they began at: one that was taken off and put back
  /// began anew.
  func saysTheSame(as other: Hold) -> Bool {
    reason == other.reason && note == other.note && nextStep == other.nextStep && options == other.options
      && owner == other.owner && reviewAt == other.reviewAt && partDue == other.partDue
  }
}

extension Hold: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    reason = try fields.reason
    note = try fields.note
    nextStep = try fields.nextStep
    options = try fields.options
    owner = try fields.owner
    since = try fields.since
    reviewAt = try fields.reviewAt
    partDue = try fields.partDue
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("reason", reason)
    fields.put("note", note)
    fields.put("nextStep", nextStep)
    fields.put("options", options)
    fields.put("owner", owner)
    fields.put("since", since)
    fields.put("reviewAt", reviewAt)
    fields.put("partDue", partDue)
  }
}

/// A hold that was released.
public struct PastHold: Codable, Hashable, Sendable {
  public let hold: Hold
  public let releasedAt: Timestamp
  public let releasedBy: Person.ID

  public init(hold: Hold, releasedAt: Timestamp, releasedBy: Person.ID) {
    self.hold = hold
    self.releasedAt = releasedAt
    self.releasedBy = releasedBy
  }
}

extension PastHold: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    hold = try fields.hold
    releasedAt = try fields.releasedAt
    releasedBy = try fields.releasedBy
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("hold", hold)
    fields.put("releasedAt", releasedAt)
    fields.put("releasedBy", releasedBy)
  }
}

/// Why work waits; the contract says which clocks wait with it.
public enum HoldReason: String, CompactCodable, Hashable, Sendable, CaseIterable,
  CodingKeyRepresentable
{
  case parts, customer, approval, access, escalated, weather, vendor
}
