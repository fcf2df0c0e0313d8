public import Domain

/// `follow-ups`: what somebody wants to come back to, what is due first.
public struct FollowUpsVerb: Verb {
  public static let name = "work-order.follow-ups"
  public static let words = ["follow-ups"]
  public static let help = "List the orders flagged for follow-up, what is due first"
  public static let parameters: [Parameter] = []

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {}

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    context.isScript ? .ask(.list(.followUps, filter: nil)) : .show(.openFollowUps)
  }
}
