public import Domain

/// `counters`: the figures of the running shift.
public struct CountersVerb: Verb {
  public static let name = "office.counters"
  public static let words = ["counters"]
  public static let help = "Show the shift's figures, each with its definition and arithmetic"
  public static let permission: Permission? = .seeAllWork
  public static let parameters: [Parameter] = []

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {}

  public func act(in context: VerbContext) throws(Refusal) -> Act { .ask(.counters) }
}
