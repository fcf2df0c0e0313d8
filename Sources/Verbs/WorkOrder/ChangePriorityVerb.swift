public import Domain

/// `priority ORDER P2`: how soon an order must be dealt with.
public struct ChangePriorityVerb: Verb {
  public static let name = "work-order.set-priority"
  public static let words = ["priority"]
  public static let help = "Set the priority; against the proposal only with a reason"
  public static let permission: Permission? = SetPriority.permission
  public static let parameters: [Parameter] = [
    .orders, .needed("priority", .priority), .option("reason", .text, "why it is not the proposed one")
  ]

  let orders: [OrderReference]
  let priority: Priority
  let reason: String?

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
    guard let priority = try arguments.priority() else {
      throw UsageFault("A priority is missing.", word: "priority")
    }
    self.priority = priority
    reason = arguments.text("reason")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    try Self.onOrders(orders, in: context) { order throws(Refusal) in
      .setPriority(order.id, SetPriority(priority, reason: reason, replacing: order.priority))
    }
  }
}
