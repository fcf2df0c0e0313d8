public import Domain

/// `alerts`: everything that somebody must look at, the next step first.
public struct AlertsVerb: Verb {
  public static let name = "alert.list"
  public static let words = ["alerts"]
  public static let help = "List what somebody must look at, the next step first"
  public static let parameters: [Parameter] = []

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {}

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    context.isScript ? .ask(.list(.alerts, filter: nil)) : .show(.focus(.alerts))
  }
}
