public import Domain

/// `help [VERB]`: how it is said.
public struct HelpVerb: Verb {
  public static let name = "help"
  public static let words = ["help"]
  public static let help = "Say how, of one verb or of all"
  public static let needsOffice = false
  public static let parameters: [Parameter] = [.optional("verb", .longText)]

  let topic: String?

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    topic = arguments.text("verb")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    context.isScript ? .ask(.help(topic)) : .show(.help(topic))
  }
}
