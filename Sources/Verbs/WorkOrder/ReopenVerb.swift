public import Domain

/// `reopen ORDER… REASON`: the work is not over.
public struct ReopenVerb: Verb {
  public static let name = "work-order.reopen"
  public static let words = ["reopen"]
  public static let help = "Take an ending back, with the reason"
  public static let permission: Permission? = ReopenWorkOrder.permission
  public static let parameters: [Parameter] = [.orders, .needed("reason", .longText, "why it is not over")]

  let orders: [OrderReference]
  let reason: String

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
    reason = try arguments.needed("reason")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    try Self.onOrders(orders, in: context) { order throws(Refusal) in
      .reopenWorkOrder(order.id, ReopenWorkOrder(reason: reason, visit: context.newID()))
    }
  }
}
