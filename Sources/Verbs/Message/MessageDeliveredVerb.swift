public import Domain

/// `message delivered ID`: a gateway says that it arrived.
public struct MessageDeliveredVerb: Verb {
  public static let name = "message.delivered"
  public static let words = ["message", "delivered"]
  public static let help = "Report that a message arrived; for gateways"
  public static let permission: Permission? = ReportMessage.permission
  public static let parameters: [Parameter] = [.message]

  let found: OutboxItem

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    found = try arguments.message(in: context)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    Self.proposal([.reportMessage(found.order, ReportMessage(found.message.id, .delivered))], found, context)
  }
}
