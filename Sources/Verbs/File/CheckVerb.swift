public import Domain

/// `check`: the whole chain, the rows against the fold, the file's own check.
public struct CheckVerb: Verb {
  public static let name = "file.check"
  public static let words = ["check"]
  public static let help = "Check the ledger, the rows and the file"
  public static let parameters: [Parameter] = []

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {}

  public func act(in context: VerbContext) throws(Refusal) -> Act { .chore(.check) }
}
