public import Domain

/// `seen ORDER…`: the technician has seen it, and not answered yet.
public struct SeenVerb: Verb {
  public static let name = "work-order.seen"
  public static let words = ["seen"]
  public static let help = "Report that the technician has seen it; accepting is another step"
  public static let permission: Permission? = SeeVisit.permission
  public static let parameters: [Parameter] = [.orders]

  let orders: [OrderReference]

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    try Self.onOrders(orders, in: context) { order throws(Refusal) in .seeVisit(order.id, SeeVisit()) }
  }
}
