public import Domain

/// `consoles revoke ID`: a console may not take part any more.
public struct ConsoleRevokeVerb: Verb {
  public static let name = "office.revoke"
  public static let words = ["consoles", "revoke"]
  public static let help = "End a joined console's part in this office"
  public static let permission: Permission? = .managePeople
  public static let parameters: [Parameter] = [.needed("console", .text, "its id or the beginning of it")]

  let console: String

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    console = try arguments.needed("console")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act { .chore(.revoke(console: console)) }
}
