public import Domain

/// `travel ORDER…`: the technician sets off.
public struct TravelVerb: Verb {
  public static let name = "work-order.travel"
  public static let words = ["travel"]
  public static let help = "Set off to the site"
  public static let permission: Permission? = StartTravel.permission
  public static let parameters: [Parameter] = [.orders]

  let orders: [OrderReference]

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    try Self.onOrders(orders, in: context) { order throws(Refusal) in .startTravel(order.id, StartTravel()) }
  }
}
