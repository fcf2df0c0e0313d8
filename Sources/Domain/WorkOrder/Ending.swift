/// How a work order came to its end.
public struct Ending: Codable, Hashable, Sendable {
  public enum Kind: CompactCodable, Hashable, Sendable {
    case closed(ServiceLevelRecord)
    case cancelled(CancelReason, words: String, fee: Money?)
    case duplicate(of: WorkOrder.ID, number: Int)
  }

  public let kind: Kind
  public let at: Timestamp
  public let by: Person.ID
  /// When the work was taken up again; nil while it has ended so.
  public let takenBackAt: Timestamp?

  public init(_ kind: Kind, at: Timestamp, by: Person.ID, takenBackAt: Timestamp? = nil) {
    self.kind = kind
    self.at = at
    self.by = by
    self.takenBackAt = takenBackAt
  }

  func takenBack(at instant: Timestamp) -> Ending { Ending(kind, at: at, by: by, takenBackAt: instant) }

  /// Whether it is that very ending, taken back or not.
  func isSame(as other: Ending) -> Bool { kind == other.kind && at == other.at && by == other.by }
}

extension Ending.Kind {
  public func write(to slot: CompactSlot) {
    switch self {
    case .closed(let record): slot.put("closed") { $0.put("_0", record) }
    case .cancelled(let reason, let words, let fee):
      slot.put("cancelled") { fields in
        fields.put("_0", reason)
        fields.put("words", words)
        fields.put("fee", fee)
      }
    case .duplicate(let original, let number):
      slot.put("duplicate") { fields in
        fields.put("of", original)
        fields.put("number", number)
      }
    }
  }
}

extension Ending: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    kind = try fields.kind
    at = try fields.at
    by = try fields.by
    takenBackAt = try fields.takenBackAt
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("kind", kind)
    fields.put("at", at)
    fields.put("by", by)
    fields.put("takenBackAt", takenBackAt)
  }
}

/// Why work is called off; some reasons cost the customer a fee.
public enum CancelReason: String, CompactCodable, Hashable, Sendable, CaseIterable {
  case customer, duplicate, weather, noAccess, notNeeded, other
  /// Nobody has to come: it was settled on the phone, it is somebody else's, or the call was a mistake.
  case advice, notOurs, wrongNumber

  /// Why a call ends without a visit.
  public static let ofCalls: [CancelReason] = [.advice, .notOurs, .wrongNumber]
}

/// Both clocks as they stood when the order was closed, stamped with the closing.
public struct ServiceLevelRecord: Codable, Hashable, Sendable {
  public struct Outcome: Codable, Hashable, Sendable {
    public let dueAt: Timestamp
    public let metAt: Timestamp?
    public let remaining: Span
    public let paused: Span

    public init(dueAt: Timestamp, metAt: Timestamp?, remaining: Span, paused: Span) {
      self.dueAt = dueAt
      self.metAt = metAt
      self.remaining = remaining
      self.paused = paused
    }
  }

  /// Nil when the contract promised nothing for this work.
  public let response: Outcome?
  public let fix: Outcome?
  /// The check that the work is right, in the closer's words.
  public let resolution: String?

  public init(response: Outcome?, fix: Outcome?, resolution: String? = nil) {
    self.response = response
    self.fix = fix
    self.resolution = resolution
  }
}

extension ServiceLevelRecord.Outcome: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    dueAt = try fields.dueAt
    metAt = try fields.metAt
    remaining = try fields.remaining
    paused = try fields.paused
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("dueAt", dueAt)
    fields.put("metAt", metAt)
    fields.put("remaining", remaining)
    fields.put("paused", paused)
  }
}

extension ServiceLevelRecord: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    response = try fields.response
    fix = try fields.fix
    resolution = try fields.resolution
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("response", response)
    fields.put("fix", fix)
    fields.put("resolution", resolution)
  }
}
