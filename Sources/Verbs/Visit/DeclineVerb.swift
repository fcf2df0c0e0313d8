public import Domain

/// `decline ORDER… REASON`: the technician says no.
public struct DeclineVerb: Verb {
  public static let name = "work-order.decline"
  public static let words = ["decline"]
  public static let help = "Say no to a visit, with the reason"
  public static let permission: Permission? = DeclineVisit.permission
  public static let parameters: [Parameter] = [.orders, .needed("reason", .longText)]

  let orders: [OrderReference]
  let reason: String

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
    reason = try arguments.needed("reason")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    try Self.onOrders(orders, in: context) { order throws(Refusal) in
      .declineVisit(order.id, DeclineVisit(reason: reason))
    }
  }
}
