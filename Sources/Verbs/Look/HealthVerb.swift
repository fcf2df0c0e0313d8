public import Domain

/// `health`: what to look at first when something is slow or odd.
public struct HealthVerb: Verb {
  public static let name = "health.show"
  public static let words = ["health"]
  public static let help = "Show how the file is: size, entries, last backup"
  public static let parameters: [Parameter] = []

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {}

  public func act(in context: VerbContext) throws(Refusal) -> Act { .ask(.health) }
}
