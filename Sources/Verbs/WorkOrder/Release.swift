public import Domain

/// `release ORDER…`: lets held work go on.
public struct Release: Verb {
  public static let name = "work-order.release"
  public static let words = ["release"]
  public static let help = "Let held work go on"
  public static let permission: Permission? = ReleaseWorkOrder.permission
  public static let parameters: [Parameter] = [.orders]

  let orders: [OrderReference]

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    try Self.onOrders(orders, in: context) { order throws(Refusal) in
      .releaseWorkOrder(order.id, ReleaseWorkOrder(visit: context.newID()))
    }
  }
}
