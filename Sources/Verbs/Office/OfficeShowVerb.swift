public import Domain

/// `office show`: profile, limits, fees, rules, trades, contracts, who is on call.
public struct OfficeShowVerb: Verb {
  public static let name = "office.show"
  public static let words = ["office", "show"]
  public static let help = "Show the office's settings"
  public static let parameters: [Parameter] = []

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {}

  public func act(in context: VerbContext) throws(Refusal) -> Act { .ask(.office) }
}
