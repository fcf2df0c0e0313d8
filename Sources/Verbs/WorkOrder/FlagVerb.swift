public import Domain

/// `flag ORDER… [--until DAY] [--off]`: a mark to come back to an order.
public struct FlagVerb: Verb {
  public static let name = "work-order.flag"
  public static let words = ["flag"]
  public static let help = "Flag for follow-up, on a day or whenever"
  public static let permission: Permission? = FlagWorkOrder.permission
  public static let parameters: [Parameter] = [
    .orders, .option("until", .day, "when to come back to it"), .flag("off", "takes the flag off")
  ]

  let orders: [OrderReference]
  let until: CivilDate?
  let isOff: Bool

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
    until = try arguments.day("until", in: context)
    isOff = arguments.has("off")
    if let until, until < context.today {
      let word = arguments.text("until") ?? ""
      throw UsageFault(
        "\"\(word.clipped(24))\" is over: a flag is for today or a day to come.", word: word)
    }
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    try Self.onOrders(orders, in: context) { order throws(Refusal) in
      .flagWorkOrder(order.id, FlagWorkOrder(!isOff, until: isOff ? nil : until))
    }
  }
}
