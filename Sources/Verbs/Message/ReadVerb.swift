public import Domain

/// `read ORDER…`: what the other side has said about an order is read.
public struct ReadVerb: Verb {
  public static let name = "work-order.read"
  public static let words = ["read"]
  public static let help = "Mark what the other side has said about an order as read"
  public static let permission: Permission? = UseThread.permission
  public static let parameters: [Parameter] = [.orders]

  let orders: [OrderReference]

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    let orders = try context.orders(orders)
    let commands = orders.map { order in
      context.reading(order) ?? .useThread(order.id, UseThread(.read(0)))
    }
    return Self.proposal(commands, orders: orders.map(\.number))
  }
}
