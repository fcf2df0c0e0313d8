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
