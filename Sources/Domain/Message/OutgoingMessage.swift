/// Words that leave the office, about one order: to whom, by which road, why, and how far they have come.
public struct OutgoingMessage: Codable, Hashable, Sendable, Identifiable {
  public typealias ID = Identifier<OutgoingMessage>

  public let id: ID
  public let to: Recipient
  public let channel: MessageChannel
  /// The number or mail address at the time of writing.
  public internal(set) var address: PersonalText
  /// The whole text; erased together with the contact it is for.
  public let words: PersonalText
  /// The template it was made from; nil for free words.
  public let template: String?
  public let cause: MessageCause
  public let by: Person.ID
  public let at: Timestamp
  /// The start of the visit that it tells; nil when it tells none.
  public let tells: Timestamp?
  public var state = MessageState.waiting
  public var changedAt: Timestamp
  /// Until when an undo catches it.
  public var waitsUntil: Timestamp
  public var sentAt: Timestamp?
  /// Why it could not be sent or did not arrive.
  public var why: String?
  /// How often sending it was tried in vain.
  public var attempts = 0

  public init(
    id: ID, to: Recipient, channel: MessageChannel, address: PersonalText, words: PersonalText,
    template: String?, cause: MessageCause, tells: Timestamp?, _ stamp: Stamp, waitsUntil: Timestamp
  ) {
    self.id = id
    self.to = to
    self.channel = channel
    self.address = address
    self.words = words
    self.template = template
    self.cause = cause
    by = stamp.by
    at = stamp.at
    self.tells = tells
    changedAt = stamp.at
    self.waitsUntil = waitsUntil
  }

  /// Whether it has left the office: an undo finds it gone.
  public var hasLeft: Bool { sentAt != nil }
}

extension OutgoingMessage: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    id = try fields.id
    to = try fields.to
    channel = try fields.channel
    address = try fields.address
    words = try fields.words
    template = try fields.template
    cause = try fields.cause
    by = try fields.by
    at = try fields.at
    tells = try fields.tells
    state = try fields.state
    changedAt = try fields.changedAt
    waitsUntil = try fields.waitsUntil
    sentAt = try fields.sentAt
    why = try fields.why
    attempts = try fields.attempts
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("id", id)
    fields.put("to", to)
    fields.put("channel", channel)
    fields.put("address", address)
    fields.put("words", words)
    fields.put("template", template)
    fields.put("cause", cause)
    fields.put("by", by)
    fields.put("at", at)
    fields.put("tells", tells)
    fields.put("state", state)
    fields.put("changedAt", changedAt)
    fields.put("waitsUntil", waitsUntil)
    fields.put("sentAt", sentAt)
    fields.put("why", why)
    fields.put("attempts", attempts)
  }
}

/// Whom a message is for.
public enum Recipient: CompactCodable, Hashable, Sendable {
  case customer(Customer.ID)
  /// A site of which nobody knows the customer yet.
  case site(Site.ID)
  /// Who called about an order that has no site here.
  case caller
  case technician(Technician.ID)
  case person(Person.ID)

  /// Whether they are customers' words: a whole sentence, never the office's own terms.
  public var isOutside: Bool {
    switch self {
    case .customer, .site, .caller: true
    case .technician, .person: false
    }
  }
}

/// The road of a message.
public enum MessageChannel: String, CompactCodable, Hashable, Sendable, CaseIterable {
  case text, mail

  /// An address with an @ is mail, anything else a number.
  public init(address: String) { self = address.contains("@") ? .mail : .text }
}

/// How far a message has come.
public enum MessageState: String, CompactCodable, Hashable, Sendable, CaseIterable {
  /// Undo still catches it.
  case waiting
  /// Due, and not yet handed over.
  case queued
  /// Handed over for sending.
  case sent
  case delivered
  /// Could not be handed over, or did not arrive.
  case failed
  /// Taken back before it left.
  case recalled
}

/// Why a message was written.
public enum MessageCause: CompactCodable, Hashable, Sendable {
  case byHand
  /// In one step with an action, such as `work-order.move`.
  case with(String)
  case rule(String)
}

extension OutgoingMessage {
  /// Folds what has happened to it.
  mutating func apply(_ event: MessageEvent, at now: Timestamp) {
    changedAt = max(changedAt, now)
    switch event {
    case .written: break
    case .recalled: state = .recalled
    case .waitsAgain(let until):
      state = .waiting
      waitsUntil = until
    case .queued: state = .queued
    case .sent:
      state = .sent
      sentAt = sentAt ?? now
      why = nil
    case .delivered:
      state = .delivered
      sentAt = sentAt ?? now
      why = nil
    case .failed(let why):
      state = .failed
      self.why = why
      attempts += 1
    }
  }
}

extension WorkOrder {
  public func message(_ id: OutgoingMessage.ID) -> OutgoingMessage? { messages.last { $0.id == id } }
}
