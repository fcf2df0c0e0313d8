public import Domain

/// `consoles`: who is at which console on this file, since when, and when he last touched it.
public struct ConsolesVerb: Verb {
  public static let name = "desk.consoles"
  public static let words = ["consoles"]
  public static let help = "List who is at which console, since when, and when last seen"
  public static let parameters: [Parameter] = []

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {}

  public func act(in context: VerbContext) throws(Refusal) -> Act { .ask(.list(.consoles, filter: nil)) }
}
