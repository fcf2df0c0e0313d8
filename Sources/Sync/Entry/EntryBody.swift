public import Domain

/// What an entry says beyond its head: one compact message, so that ids and words are written once in it.
public struct EntryBody: Encodable {
  let events: [Event]
  let commands: [Command]
  let inverse: [Command]
  let override: String?
  let reversal: Reversal?
  let automation: Automation?
  let told: Timestamp?

  /// `told` is when its console said that it was, where the head says otherwise.
  public init(_ submission: Submission, _ decision: Decision, told: Timestamp? = nil) {
    self.init(
      events: decision.events, commands: submission.commands, inverse: decision.inverse,
      override: submission.override, reversal: submission.reversal, automation: submission.automation,
      told: told)
  }

  /// What the office says by itself about a submission that it did not accept.
  public init(answering events: [Event], told: Timestamp? = nil) {
    self.init(
      events: events, commands: [], inverse: [], override: nil, reversal: nil, automation: nil, told: told)
  }

  private init(
    events: [Event], commands: [Command], inverse: [Command], override: String?, reversal: Reversal?,
    automation: Automation?, told: Timestamp?
  ) {
    self.events = events
    self.commands = commands
    self.inverse = inverse
    self.override = override
    self.reversal = reversal
    self.automation = automation
    self.told = told
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: EntryKeys.self)
    try container.encode(events, forKey: .events)
    let kept = Command.kept(commands, besides: events)
    if !kept.isEmpty { try container.encode(kept, forKey: .commands) }
    if !inverse.isEmpty { try container.encode(inverse, forKey: .inverse) }
    try container.encodeIfPresent(override, forKey: .override)
    try container.encodeIfPresent(automation, forKey: .automation)
    try container.encodeIfPresent(told, forKey: .told)
    switch reversal {
    case .undoes(let entry): try container.encode(entry, forKey: .undoes)
    case .redoes(let entry): try container.encode(entry, forKey: .redoes)
    case nil: break
    }
  }
}

enum EntryKeys: String, CodingKey {
  case events, commands, inverse, override, undoes, redoes, automation, told
}

/// A body as this version can read it; what a newer one wrote stays in the bytes.
public struct KeptBody: Decodable {
  public let events: [KeptEvent]
  public let commands: [Command]
  public let inverse: [Command]
  public let override: String?
  public let reversal: Reversal?
  public let automation: Automation?
  /// When its console said that it was; nil where that counts.
  public let told: Timestamp?

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: EntryKeys.self)
    events = try container.decode([KeptEvent].self, forKey: .events)
    commands =
      try container.decodeIfPresent([Kept<Command>].self, forKey: .commands)?.compactMap(\.value) ?? []
    inverse = try container.decodeIfPresent([Kept<Command>].self, forKey: .inverse)?.compactMap(\.value) ?? []
    override = try container.decodeIfPresent(String.self, forKey: .override)
    automation = try container.decodeIfPresent(Kept<Automation>.self, forKey: .automation)?.value
    told = try container.decodeIfPresent(Timestamp.self, forKey: .told)
    let undone = try container.decodeIfPresent(Submission.ID.self, forKey: .undoes)
    let redone = try container.decodeIfPresent(Submission.ID.self, forKey: .redoes)
    reversal = undone.map { .undoes($0) } ?? redone.map { .redoes($0) }
  }
}

/// Only a body's events: what a fold needs, at half the cost.
public struct KeptEvents: CompactOnly {
  public let events: [KeptEvent]

  public init(_ node: CompactNode) throws(CompactCodingError) { events = try node.fields().events }
}

/// An event, or the fact that a newer version wrote one here, with the order it is about if it is about one.
public enum KeptEvent: CompactOnly, Sendable {
  case known(Event)
  case unknown(WorkOrder.ID?)

  public init(_ node: CompactNode) throws(CompactCodingError) {
    do throws(CompactCodingError) {
      self = .known(try Event(node))
    } catch {
      self = .unknown(KeptEvent.order(node))
    }
  }

  /// Every event about an order begins with whose it is, whatever happened to it.
  private static func order(_ node: CompactNode) -> WorkOrder.ID? {
    do throws(CompactCodingError) { return try node.fields().node("workOrder")?.fields()._0 } catch {
      return nil
    }
  }

  public var known: Event? {
    switch self {
    case .known(let event): event
    case .unknown: nil
    }
  }

  public var order: WorkOrder.ID? {
    switch self {
    case .known(let event): event.order
    case .unknown(let order): order
    }
  }

  /// The orders that it changes.
  public var subjects: [WorkOrder.ID] {
    guard case .known(.workOrder(let id, let event)) = self, let original = event.original else {
      return order.map { [$0] } ?? []
    }
    return [id, original]
  }

  /// The order that begins with it.
  public var madeOrder: WorkOrder.ID? {
    if case .known(.workOrder(let id, .logged)) = self { return id }
    if case .known(.workOrder(let id, .imported)) = self { return id }
    return nil
  }
}

/// A value, or nothing where this version cannot read what stands there.
struct Kept<Value: Decodable>: Decodable {
  let value: Value?

  init(from decoder: any Decoder) throws {
    do { value = try Value(from: decoder) } catch { value = nil }
  }
}
