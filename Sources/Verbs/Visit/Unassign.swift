public import Domain

/// `unassign ORDER…`: takes work back from its technician.
public struct Unassign: Verb {
  public static let name = "work-order.unassign"
  public static let words = ["unassign"]
  public static let help = "Take work back into the queue"
  public static let permission: Permission? = UnassignVisit.permission
  public static let parameters: [Parameter] = [.orders]

  let orders: [OrderReference]

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    try Self.onOrders(orders, in: context) { order throws(Refusal) in
      .unassignVisit(order.id, UnassignVisit(replacing: order.technician))
    }
  }
}
