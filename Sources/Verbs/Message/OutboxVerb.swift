public import Domain

/// `outbox`: hands over now what is due, for a machine on which no console is open.
public struct OutboxVerb: Verb {
  public static let name = "message.outbox"
  public static let words = ["outbox"]
  public static let help = "Hand over the messages that are due; open consoles do it by themselves"
  public static let permission: Permission? = ReportMessage.permission
  public static let parameters: [Parameter] = []

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {}

  public func act(in context: VerbContext) throws(Refusal) -> Act { .chore(.outbox) }
}
