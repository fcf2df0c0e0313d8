public import Domain

/// `message recall ID`: takes back what has not left yet.
public struct MessageRecallVerb: Verb {
  public static let name = "message.recall"
  public static let words = ["message", "recall"]
  public static let help = "Take a message back that has not left"
  public static let permission: Permission? = RecallMessage.permission
  public static let parameters: [Parameter] = [.message]

  let found: OutboxItem

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    found = try arguments.message(in: context)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    Self.proposal([.recallMessage(found.order, RecallMessage(found.message.id))], found, context)
  }
}
