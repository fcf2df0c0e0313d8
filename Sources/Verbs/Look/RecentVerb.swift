public import Domain

/// `recent`: the orders that whoever acts has looked at, the last one first.
public struct RecentVerb: Verb {
  public static let name = "work-order.recent"
  public static let words = ["recent"]
  public static let help = "List the orders you looked at, the last one first"
  public static let parameters: [Parameter] = []

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {}

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    context.isScript ? .ask(.recent) : .show(.openRecent)
  }
}
