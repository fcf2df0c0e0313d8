public import Domain

/// `release ORDER…`: lets held work go on; that it is held is told to nobody who has not heard it yet, and a customer
/// who waits to hear a time hears that of the visit planned meanwhile.
public struct ReleaseVerb: Verb {
  public static let name = "work-order.release"
  public static let words = ["release"]
  public static let help = "Let held work go on"
  public static let permission: Permission? = ReleaseWorkOrder.permission
  public static let parameters: [Parameter] = [.orders]

  let orders: [OrderReference]

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    let orders = try context.orders(orders)
    var commands: [Command] = []
    for order in orders {
      commands.append(.releaseWorkOrder(order.id, ReleaseWorkOrder(visit: context.newID())))
      let unheard = order.messages.filter { $0.state == .waiting && $0.cause == .with(HoldVerb.name) }
      if unheard.isEmpty {
        commands += [Telling.owedTime(of: order, with: Self.name, in: context)].compactMap(\.self)
      }
      for message in unheard {
        let again = SendMessage(
          id: message.id, to: .customer, .words(message.words.words), cause: message.cause)
        commands.append(.recallMessage(order.id, RecallMessage(message.id, restoring: again)))
      }
    }
    return Self.proposal(commands, orders: orders.map(\.number))
  }
}
