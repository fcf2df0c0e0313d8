public import Domain

/// `breach ORDER… CAUSE`: why a promise was missed.
public struct BreachCauseVerb: Verb {
  public static let name = "work-order.breach-cause"
  public static let words = ["breach"]
  public static let help = "Say why a service-level clock was missed"
  public static let permission: Permission? = ExplainBreach.permission
  public static let parameters: [Parameter] = [
    .orders, .choice("cause", BreachCause.self, isRequired: true, help: "why"),
    .choice(
      "clock", ClockFace.Kind.self, .option, help: "which clock; the first unexplained one unless said"),
    .option("note", .text, "in words")
  ]

  let orders: [OrderReference]
  let cause: BreachCause
  let clock: ClockFace.Kind?
  let note: String?

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
    cause = try arguments.neededChoice("cause")
    clock = try arguments.choice("clock")
    note = arguments.text("note")
  }

  /// Of several orders those are left out, and said, that were not late.
  public func act(in context: VerbContext) throws(Refusal) -> Act {
    let orders = try context.orders(orders)
    var commands: [Command] = []
    var late: [Int] = []
    var others: [Int] = []
    for order in orders {
      let missed = context.office.clocks(of: order, at: context.now).filter(\.isMissed).map(\.kind)
      let open = missed.first { kind in !order.breaches.contains { $0.clock == kind } }
      guard let kind = clock ?? open ?? missed.first else {
        others.append(order.number)
        continue
      }
      let known = order.breaches.first { $0.clock == kind }?.cause
      commands.append(.explainBreach(order.id, ExplainBreach(kind, cause, note: note, replacing: known)))
      late.append(order.number)
    }
    if commands.isEmpty, let first = orders.first {
      throw .wrongState(first.number, first.status, wanted: .late)
    }
    let left = others.map { String($0) }.joined(separator: ", ")
    return Self.proposal(
      commands, orders: late, warnings: others.isEmpty ? [] : ["Left out, as no clock was missed: \(left)."])
  }
}
