public import Domain

/// `history ORDER`: who changed what, when, from where, before and after.
public struct HistoryVerb: Verb {
  public static let name = "work-order.history"
  public static let words = ["history"]
  public static let help = "Show who changed what, when and from where"
  public static let parameters: [Parameter] = [.order]

  let order: OrderReference

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    order = try arguments.order(in: context)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    let id = try context.order(order).id
    return context.isScript ? .ask(.history(id)) : .show(.openHistory(id))
  }
}
