public import Domain

/// `duplicate ORDER of ORDER`: ends an order because another is about the same thing.
public struct DuplicateVerb: Verb {
  public static let name = "work-order.duplicate"
  public static let words = ["duplicate"]
  public static let help = "End an order as a duplicate of another"
  public static let permission: Permission? = MarkDuplicate.permission
  public static let parameters: [Parameter] = [
    .orders, .after("of", "original", .order, isRequired: true, "the order that goes on")
  ]

  let orders: [OrderReference]
  let original: OrderReference

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
    original = try arguments.order("original", in: context)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    let original = try context.order(original)
    return try Self.onOrders(orders, in: context) { order throws(Refusal) in
      .markDuplicate(order.id, MarkDuplicate(of: original.id, heard: context.heard(order)))
    }
  }
}
