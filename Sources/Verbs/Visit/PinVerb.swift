public import Domain

/// `pin ORDER… time|technician|both|none`: what machines leave alone and people are asked about.
public struct PinVerb: Verb {
  public static let name = "work-order.pin"
  public static let words = ["pin"]
  public static let help = "Pin the time of a visit, its technician, both or none"
  public static let permission: Permission? = PinVisit.permission
  public static let parameters: [Parameter] = [.orders, .choice("pin", Pin.self, isRequired: true)]

  let orders: [OrderReference]
  let pin: Pin

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
    pin = try arguments.neededChoice("pin")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    try Self.onOrders(orders, in: context) { order throws(Refusal) in
      .pinVisit(order.id, PinVisit(pin, replacing: order.openVisit?.pin))
    }
  }
}
