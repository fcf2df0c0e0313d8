public import Domain

/// `chase ORDER… [WORDS] [from PHONE]`: somebody has called about an order again.
public struct ChaseVerb: Verb {
  public static let name = "work-order.chase"
  public static let words = ["chase"]
  public static let help = "Count another call about an order, with what was said"
  public static let permission: Permission? = ChaseWorkOrder.permission
  public static let parameters: [Parameter] = [
    .orders, .optional("text", .longText, "what the caller says"),
    .after("from", "phone", .text, "who called, by number"), .option("caller", .text, "who called, by name"),
    .choice("source", Source.self, .option, help: "how the call came; phone unless said")
  ]

  let orders: [OrderReference]
  let words: String
  let phone: String?
  let caller: String?
  let source: Source

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
    words = arguments.text("text") ?? ""
    phone = try arguments.callersNumber()
    caller = arguments.text("caller")
    source = try arguments.choice("source") ?? .phone
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    try Self.onOrders(orders, in: context) { order throws(Refusal) in
      .chaseWorkOrder(order.id, ChaseWorkOrder(request(in: context)))
    }
  }

  private func request(in context: VerbContext) -> WorkRequest {
    WorkRequest(
      id: context.newID(), words: words, urgency: nil, source: source, receivedAt: context.now,
      caller: context.personal(caller), phone: context.personal(phone))
  }
}
