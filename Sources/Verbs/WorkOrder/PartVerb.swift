public import Domain

/// `part ORDER PART [--count 2]`: a part that was used.
public struct PartVerb: Verb {
  public static let name = "work-order.part"
  public static let words = ["part"]
  public static let help = "Report a part that was used, and how many or how much of it"
  public static let permission: Permission? = UsePart.permission
  public static let parameters: [Parameter] = [
    .orders, .needed("part", .longText, "what it is called"),
    .option("count", .text, "1 unless said; 2, or 1.5 m")
  ]

  let orders: [OrderReference]
  let part: String
  let count: String

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
    let said = try arguments.needed("part")
    let used = arguments.has("count") ? nil : PartWords(said)
    part = used?.name ?? said
    count = arguments.text("count") ?? used?.amount ?? "1"
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    try Self.onOrders(orders, in: context) { order throws(Refusal) in
      .usePart(order.id, UsePart(part, count))
    }
  }
}
