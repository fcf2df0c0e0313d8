/// Why a promise was missed, by the office's short list; the digit of each is its place.
public enum BreachCause: String, CompactCodable, Hashable, Sendable, CaseIterable {
  case nobodyFree = "nobody-free"
  case overrun, travel, parts, access, customer
  case wrongPriority = "wrong-priority"
  case vendor, other
}

/// Why one of an order's clocks was missed, as somebody has said.
public struct BreachExplanation: Codable, Hashable, Sendable {
  public let clock: ClockFace.Kind
  public let cause: BreachCause
  public let note: String?
  public let by: Person.ID
  public let at: Timestamp

  public init(_ clock: ClockFace.Kind, _ cause: BreachCause, note: String?, by: Person.ID, at: Timestamp) {
    self.clock = clock
    self.cause = cause
    self.note = note
    self.by = by
    self.at = at
  }
}

extension BreachExplanation: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    clock = try fields.clock
    cause = try fields.cause
    note = try fields.note
    by = try fields.by
    at = try fields.at
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("clock", clock)
    fields.put("cause", cause)
    fields.put("note", note)
    fields.put("by", by)
    fields.put("at", at)
  }
}

/// Says why a clock was missed, on ended work too; nil for the cause takes it back.
public struct ExplainBreach: WorkOrderCommand {
  public static let permission = Permission.dispatchWork
  public static let kind = CommandKind.claim
  public static let heedsClaims = false

  public var clock: ClockFace.Kind
  public var cause: BreachCause?
  public var note: String?
  /// The cause on record; nil for none.
  public var replacing: BreachCause?

  public init(
    _ clock: ClockFace.Kind, _ cause: BreachCause?, note: String? = nil, replacing: BreachCause?
  ) {
    self.clock = clock
    self.cause = cause
    self.note = note
    self.replacing = replacing
  }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    let known = order.breaches.first { $0.clock == clock }
    if known?.cause == cause, known?.note == note { return [] }
    if known?.cause != replacing {
      throw .changedSince(.order(order.number), field: "cause", now: known?.cause.rawValue)
    }
    guard let cause else { return [.breachExplained(clock, nil, note: nil)] }
    guard moment.office.clocks(of: order, at: moment.now).contains(where: { $0.kind == clock && $0.isMissed })
    else { throw .wrongState(order.number, order.status, wanted: .late) }
    return [.breachExplained(clock, cause, note: note)]
  }

  public func inverse(on order: WorkOrder, in moment: Moment) -> [Command] {
    let known = order.breaches.first { $0.clock == clock }
    return [
      .explainBreach(order.id, ExplainBreach(clock, known?.cause, note: known?.note, replacing: cause))
    ]
  }
}

extension ClockFace {
  /// Whether its promise was broken, be it still open or kept too late.
  public var isMissed: Bool { remaining < .zero }
}
