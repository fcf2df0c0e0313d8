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
    let times = arguments.has("count") ? nil : Self.times(said)
    part = times?.part ?? said
    count = arguments.text("count") ?? times?.count ?? "1"
  }

  /// `BLT-22 x 2`, `Cable x 1.5 m` as a report says it: the part, and how many or how much of it; nil for a mere name.
  private static func times(_ said: String) -> (part: String, count: String)? {
    let words = said.split(separator: " ")
    guard let times = words.lastIndex(where: { $0.lowercased() == "x" }), times > 0,
      let number = words.dropFirst(times + 1).first,
      number.drop(while: { $0 == "-" }).first?.isNumber ?? false
    else { return nil }
    return (
      words.prefix(times).joined(separator: " "), words.dropFirst(times + 1).joined(separator: " ")
    )
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    try Self.onOrders(orders, in: context) { order throws(Refusal) in
      .usePart(order.id, UsePart(part, count))
    }
  }
}
