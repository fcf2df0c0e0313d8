public import Domain

/// `redo`: does again what was undone last.
public struct RedoVerb: Verb {
  public static let name = "ledger.redo"
  public static let words = ["redo"]
  public static let help = "Do again what you undid last, unless you have acted since"
  public static let parameters: [Parameter] = []

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {}

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    .submit(Proposal(verb: Self.name, takingBack: .undone))
  }
}
