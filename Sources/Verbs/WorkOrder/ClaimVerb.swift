public import Domain

/// `claim ORDER… [--off]`: says who works on an order; again by the same person gives it free.
public struct ClaimVerb: Verb {
  public static let name = "work-order.claim"
  public static let words = ["claim"]
  public static let help = "Say that you work on an order; --off gives it free"
  public static let permission: Permission? = ClaimWorkOrder.permission
  public static let parameters: [Parameter] = [
    .orders, .flag("off", "gives it free"), .flag("take", "takes it from whoever has claimed it")
  ]

  let orders: [OrderReference]
  let isOff: Bool
  let takesOver: Bool

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
    isOff = arguments.has("off")
    takesOver = arguments.has("take")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    try Self.onOrders(orders, in: context) { order throws(Refusal) in
      let holder = order.claim?.by
      let replacing = isOff ? context.person : takesOver ? holder : nil
      return .claimWorkOrder(order.id, ClaimWorkOrder(!isOff, replacing: holder == nil ? nil : replacing))
    }
  }
}
