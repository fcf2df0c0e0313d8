public import Domain

/// `accept ORDER…`: the technician says yes.
public struct AcceptVerb: Verb {
  public static let name = "work-order.accept"
  public static let words = ["accept"]
  public static let help = "Say yes to a visit"
  public static let permission: Permission? = AcceptVisit.permission
  public static let parameters: [Parameter] = [.orders]

  let orders: [OrderReference]

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    try Self.onOrders(orders, in: context) { order throws(Refusal) in .acceptVisit(order.id, AcceptVisit()) }
  }
}
