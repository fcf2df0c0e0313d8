public import Domain

/// `open ORDER`, and a bare number: the order's window.
public struct OpenVerb: Verb {
  public static let name = "work-order.open"
  public static let words = ["open"]
  public static let help = "Open an order; a bare number goes to it"
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
