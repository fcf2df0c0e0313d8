public import Domain

/// `messages [ORDER]`: what was written to whom, when, why and how it fared.
public struct MessagesVerb: Verb {
  public static let name = "message.list"
  public static let words = ["messages"]
  public static let help = "List what was sent to whom, when, by which rule, and how it fared"
  public static let parameters: [Parameter] = [
    .optional("order", .order, "one order's; all of today without")
  ]

  let order: OrderReference?

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    order = arguments.has("order") ? try arguments.order(in: context) : nil
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    guard let order else { return .ask(.messages(nil)) }
    return .ask(.messages(try context.order(order).id))
  }
}
