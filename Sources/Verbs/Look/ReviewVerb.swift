public import Domain

/// `review`: the done orders that nobody has closed or sent back.
public struct ReviewVerb: Verb {
  public static let name = "work-order.review"
  public static let words = ["review"]
  public static let help = "List done work that awaits review, done longest ago first"
  public static let parameters: [Parameter] = []

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {}

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    context.isScript ? .ask(.list(.review, filter: nil)) : .show(.openReview)
  }
}
