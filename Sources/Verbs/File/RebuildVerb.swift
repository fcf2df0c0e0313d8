public import Domain

/// `rebuild`: the rows anew from the ledger.
public struct RebuildVerb: Verb {
  public static let name = "file.rebuild"
  public static let words = ["rebuild"]
  public static let help = "Make the rows anew from the ledger"
  public static let parameters: [Parameter] = []

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {}

  public func act(in context: VerbContext) throws(Refusal) -> Act { .chore(.rebuild) }
}
