public import Domain

/// `on-site ORDER…`: the technician has arrived.
public struct OnSiteVerb: Verb {
  public static let name = "work-order.on-site"
  public static let words = ["on-site"]
  public static let help = "Arrive on site"
  public static let permission: Permission? = ArriveOnSite.permission
  public static let parameters: [Parameter] = [.orders]

  let orders: [OrderReference]

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    try Self.onOrders(orders, in: context) { order throws(Refusal) in .arriveOnSite(order.id, ArriveOnSite())
    }
  }
}
