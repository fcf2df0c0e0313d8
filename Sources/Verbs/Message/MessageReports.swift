public import Domain

/// `messages [ORDER]`: what was written to whom, when, why and how it fared.
public struct MessagesVerb: Verb {
  public static let name = "message.list"
  public static let words = ["messages"]
  public static let help = "List what was sent to whom, when, by which rule, and how it fared"
  public static let parameters: [Parameter] = [
    .optional("order", .order, "one order's; all of today without")
  ]

  let order: OrderReference?

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    order = arguments.has("order") ? try arguments.order(in: context) : nil
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    guard let order else { return .ask(.messages(nil)) }
    return .ask(.messages(try context.order(order).id))
  }
}

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

extension Parameter {
  static let message = Parameter(
    "message", .message, isRequired: true, help: "its id or the beginning of it, as messages lists it")
}

extension Verb {
  fileprivate static func proposal(_ commands: [Command], _ found: OutboxItem, _ context: VerbContext) -> Act
  {
    proposal(commands, orders: [context.office.order(found.order)?.number].compactMap(\.self))
  }
}

extension Arguments {
  /// The message of an id, or of a beginning of at least four digits that only one has.
  func message(in context: VerbContext) throws(UsageFault) -> OutboxItem {
    let word = try needed("message").lowercased()
    var found: [OutboxItem] = []
    context.office.orders.forEach { order in
      for message in order.messages where message.id.description.hasPrefix(word) {
        found.append(OutboxItem(order: order.id, message: message))
      }
    }
    guard word.count >= 4, let first = found.first else {
      throw UsageFault("No message of today has the id \"\(word.clipped(32))\".", word: word)
    }
    guard found.count == 1 else {
      let ids = found.map { String($0.message.id.description.prefix(12)) }.sorted()
      throw UsageFault("\"\(word)\" could be several messages.", word: word, nearest: Array(ids.prefix(5)))
    }
    return first
  }
}
