public import Domain

/// `message failed ID WHY`: a gateway says that it did not arrive.
public struct MessageFailedVerb: Verb {
  public static let name = "message.failed"
  public static let words = ["message", "failed"]
  public static let help = "Report that a message did not arrive and why; for gateways"
  public static let permission: Permission? = ReportMessage.permission
  public static let parameters: [Parameter] = [.message, .needed("reason", .longText)]

  let found: OutboxItem
  let why: String

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    found = try arguments.message(in: context)
    why = try arguments.needed("reason")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    Self.proposal(
      [.reportMessage(found.order, ReportMessage(found.message.id, .failed(why)))], found, context)
  }
}
