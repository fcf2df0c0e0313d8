public import Domain

/// `dispatch ORDER…`: tells the technician of a visit that was kept from him so far.
public struct Dispatch: Verb {
  public static let name = "work-order.dispatch"
  public static let words = ["dispatch"]
  public static let help = "Tell the technician now"
  public static let permission: Permission? = DispatchVisit.permission
  public static let parameters: [Parameter] = [.orders]

  let orders: [OrderReference]

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    try Self.onOrders(orders, in: context) { order throws(Refusal) in
      .dispatchVisit(order.id, DispatchVisit())
    }
  }
}
