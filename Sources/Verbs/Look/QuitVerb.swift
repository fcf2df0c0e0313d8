public import Domain

/// `quit`: leaves the console.
public struct QuitVerb: Verb {
  public static let name = "quit"
  public static let words = ["quit"]
  public static let help = "Leave the console"
  public static let parameters: [Parameter] = []
  public static let needsOffice = false

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {}

  public func act(in context: VerbContext) throws(Refusal) -> Act { .show(.quit) }
}
