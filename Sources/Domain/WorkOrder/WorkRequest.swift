/// What somebody asked for, in his own words.
public struct WorkRequest: Codable, Hashable, Sendable, Identifiable {
  public typealias ID = Identifier<WorkRequest>

  public let id: ID
  public let words: String
  /// How urgent it is taken to be: what the caller says, and `soon` where nobody has said.
  public let urgency: Urgency
  /// Nil where somebody has said how urgent it is.
  public let isUrgencyUnsaid: Bool?
  public let source: Source
  public let receivedAt: Timestamp
  public let caller: PersonalText?
  public let phone: PersonalText?

  public init(
    id: ID, words: String, urgency: Urgency?, source: Source, receivedAt: Timestamp,
    caller: PersonalText? = nil,
    phone: PersonalText? = nil
  ) {
    self.id = id
    self.words = words
    self.urgency = urgency ?? .soon
    isUrgencyUnsaid = urgency == nil ? true : nil
    self.source = source
    self.receivedAt = receivedAt
    self.caller = caller
    self.phone = phone
  }

  /// What the caller has said of how urgent it is; nil where nobody has said.
  public var saidUrgency: Urgency? { isUrgencyUnsaid ?? false ? nil : urgency }
}

extension WorkRequest: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    id = try fields.id
    words = try fields.words
    urgency = try fields.urgency
    isUrgencyUnsaid = try fields.isUrgencyUnsaid
    source = try fields.source
    receivedAt = try fields.receivedAt
    caller = try fields.caller
    phone = try fields.phone
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("id", id)
    fields.put("words", words)
    fields.put("urgency", urgency)
    fields.put("isUrgencyUnsaid", isUrgencyUnsaid)
    fields.put("source", source)
    fields.put("receivedAt", receivedAt)
    fields.put("caller", caller)
    fields.put("phone", phone)
  }
}

/// The road by which a request came.
public enum Source: String, CompactCodable, Hashable, Sendable, CaseIterable {
  case phone, mail, portal, form, `internal`, sensor, recurring, `import`

  /// How somebody's call may come: everything but what another system had on record before.
  public static let ofCalls = allCases.filter { $0 != .import }
}

/// How urgent the caller finds it.
public enum Urgency: String, CompactCodable, Hashable, Sendable, CaseIterable {
  case now, today, soon, whenever
}

/// The dispatcher's priority, 1 the highest.
public enum Priority: Int, CompactCodable, Hashable, Sendable, CaseIterable, Comparable {
  case p1 = 1, p2, p3, p4

  /// Reads `P2`, `p2` or `2`.
  public init?(_ text: String) {
    let digits = text.first == "P" || text.first == "p" ? text.dropFirst() : Substring(text)
    guard let level = Int(digits), let priority = Priority(rawValue: level) else { return nil }
    self = priority
  }

  public var text: String { "P\(rawValue)" }

  public static func < (left: Priority, right: Priority) -> Bool { left.rawValue < right.rawValue }
}
