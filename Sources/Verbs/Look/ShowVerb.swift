public import Domain

/// `show ORDER`: all that is known of an order.
public struct ShowVerb: Verb {
  public static let name = "work-order.show"
  public static let words = ["show"]
  public static let help = "Show all that is known of an order"
  public static let parameters: [Parameter] = [.order]

  let order: OrderReference

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    order = try arguments.order(in: context)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    let id = try context.order(order).id
    return context.isScript ? .ask(.show(id)) : .show(.open(id))
  }
}
