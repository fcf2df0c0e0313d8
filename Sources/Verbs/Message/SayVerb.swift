public import Domain

/// `say ORDER… TEXT`: words in an order's thread, from the desk to its technician or the other way.
public struct SayVerb: Verb {
  public static let name = "work-order.say"
  public static let words = ["say"]
  public static let help = "Say something inside about an order, desk to technician or back"
  public static let permission: Permission? = UseThread.permission
  public static let parameters: [Parameter] = [.orders, .needed("text", .longText)]

  let orders: [OrderReference]
  let text: String

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
    text = try arguments.needed("text")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    let orders = try context.orders(orders)
    // Whoever answers has read what he answers to.
    let commands = orders.flatMap { order in
      [context.reading(order)].compactMap(\.self) + [.useThread(order.id, UseThread(.say(text)))]
    }
    return Self.proposal(commands, orders: orders.map(\.number))
  }
}

extension VerbContext {
  /// The side that whoever acts speaks for.
  public var side: ThreadSide { office.person(person)?.side ?? .desk }

  /// That all the other side has said about an order is read; nil where nothing is unread.
  public func reading(_ order: WorkOrder) -> Command? {
    guard !order.thread.unread(by: side, person).isEmpty else { return nil }
    return .useThread(order.id, UseThread(.read(order.thread.said(by: side.other))))
  }

  /// How many words of its technicians whoever ends the work is told of; nil where the desk has read all.
  func heard(_ order: WorkOrder) -> Int? {
    order.thread.unread(by: .desk).isEmpty ? nil : order.thread.said(by: .technician)
  }

  /// A fresh code to sign with, where a text tells one.
  func code(for content: SendMessage.Content, of order: WorkOrder) -> PersonalText? {
    let text: String? =
      switch content {
      case .words(let words): words
      case .template(let name): office.template(name, for: order)?.text
      }
    guard let text, MergeText(text).fields.contains(.code) else { return nil }
    let digits = String(identifiers.next().low % 1_000_000)
    let code = String(repeating: "0", count: SignOffSeal.digits - digits.count) + digits
    return PersonalText(id: newID(), words: code)
  }

  /// A message with all that its text needs: a code where it tells one.
  public func message(
    to party: MessageParty, person: Person.ID? = nil, _ content: SendMessage.Content, of order: WorkOrder,
    cause: MessageCause = .byHand
  ) -> SendMessage {
    SendMessage(
      id: newID(), to: party, person: person, content, cause: cause, code: code(for: content, of: order))
  }
}

extension Wording {
  /// How it is known that it was the customer who signed, behind his name; nothing where nobody has looked.
  public static func proof(_ proof: SignOffProof?) -> String {
    switch proof {
    case .code: ", with the customer's code"
    case .wrongCode: ", with a code that the customer was never told"
    case .without(let why): ", without a code: \(why)"
    case nil: ""
    }
  }
}
