public import Domain

/// `config`: settings with their sources.
public struct ConfigVerb: Verb {
  public static let name = "config.show"
  public static let words = ["config"]
  public static let help = "Print the settings in force and where each came from"
  public static let parameters: [Parameter] = []
  public static let needsOffice = false

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {}

  public func act(in context: VerbContext) throws(Refusal) -> Act { .ask(.config) }
}
