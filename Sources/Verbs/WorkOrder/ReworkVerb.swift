public import Domain

/// `rework ORDER… REASON`: done work is not right, somebody goes again.
public struct ReworkVerb: Verb {
  public static let name = "work-order.rework"
  public static let words = ["rework"]
  public static let help = "Send done work back, with the reason: it waits in the queue again"
  public static let permission: Permission? = ReturnForRework.permission
  public static let parameters: [Parameter] = [.orders, .needed("reason", .longText, "what is not right")]

  let orders: [OrderReference]
  let reason: String

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
    reason = try arguments.needed("reason")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    try Self.onOrders(orders, in: context) { order throws(Refusal) in
      .returnForRework(order.id, ReturnForRework(reason: reason, visit: context.newID()))
    }
  }
}
