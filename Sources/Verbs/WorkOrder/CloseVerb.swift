public import Domain

/// `close ORDER… [RESOLUTION]`: the work is right, the order ends and its clocks are stamped.
public struct CloseVerb: Verb {
  public static let name = "work-order.close"
  public static let words = ["close"]
  public static let help = "Close done work and stamp its clocks"
  public static let permission: Permission? = CloseWorkOrder.permission
  public static let parameters: [Parameter] = [
    .orders, .optional("resolution", .longText, "how it was resolved; needed where no visit was done")
  ]

  let orders: [OrderReference]
  let resolution: String?

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
    resolution = arguments.text("resolution")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    try Self.onOrders(orders, in: context) { order throws(Refusal) in
      .closeWorkOrder(order.id, CloseWorkOrder(resolution: resolution, heard: context.heard(order)))
    }
  }
}
