public import Domain

/// `approve ORDER…`: done work is right; it is closed as it was reported.
public struct ApproveVerb: Verb {
  public static let name = "work-order.approve"
  public static let words = ["approve"]
  public static let help = "Find done work right: it is closed as it was reported"
  public static let permission: Permission? = CloseWorkOrder.permission
  public static let parameters: [Parameter] = [.orders]

  let orders: [OrderReference]

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    try Self.onOrders(orders, in: context) { order throws(Refusal) in
      guard order.status == .review else {
        throw .wrongState(order.number, order.status, wanted: .done)
      }
      return .closeWorkOrder(order.id, CloseWorkOrder(approves: true, heard: context.heard(order)))
    }
  }
}
