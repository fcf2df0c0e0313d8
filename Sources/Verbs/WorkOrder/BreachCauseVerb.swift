public import Domain

/// `breach ORDER CAUSE`: why a promise was missed.
public struct BreachCauseVerb: Verb {
  public static let name = "work-order.breach-cause"
  public static let words = ["breach"]
  public static let help = "Say why a service-level clock was missed"
  public static let permission: Permission? = ExplainBreach.permission
  public static let parameters: [Parameter] = [
    .order, .choice("cause", BreachCause.self, isRequired: true, help: "why"),
    .choice(
      "clock", ClockFace.Kind.self, .option, help: "which clock; the first unexplained one unless said"),
    .option("note", .text, "in words")
  ]

  let order: OrderReference
  let cause: BreachCause
  let clock: ClockFace.Kind?
  let note: String?

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    order = try arguments.order(in: context)
    cause = try arguments.neededChoice("cause")
    clock = try arguments.choice("clock")
    note = arguments.text("note")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    try Self.onOrder(order, in: context) { order throws(Refusal) in
      let missed = context.office.clocks(of: order, at: context.now).filter(\.isMissed).map(\.kind)
      let open = missed.first { kind in !order.breaches.contains { $0.clock == kind } }
      guard let kind = clock ?? open ?? missed.first else {
        throw .wrongState(order.number, order.status, wanted: .late)
      }
      let known = order.breaches.first { $0.clock == kind }?.cause
      return .explainBreach(order.id, ExplainBreach(kind, cause, note: note, replacing: known))
    }
  }
}
