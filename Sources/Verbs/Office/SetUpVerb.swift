public import Domain

/// `setup`: the guide of the first start, again.
public struct SetUpVerb: Verb {
  public static let name = "office.set-up"
  public static let words = ["setup"]
  public static let help = "Guide through a new office, step by step"
  public static let parameters: [Parameter] = []
  public static let needsOffice = false

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {}

  public func act(in context: VerbContext) throws(Refusal) -> Act { .chore(.setUp) }
}
