public import Domain

/// `unassign ORDER…`: takes work back from its technician.
public struct Unassign: Verb {
  public static let name = "work-order.unassign"
  public static let words = ["unassign"]
  public static let help = "Take work back into the queue"
  public static let permission: Permission? = UnassignVisit.permission
  public static let parameters: [Parameter] = [.orders]

  let orders: [OrderReference]

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    let orders = try context.orders(orders)
    let commands = orders.flatMap { order in
      (order.technician == nil ? [] : Telling.visitRecalls(of: order, with: Self.name))
        + [.unassignVisit(order.id, UnassignVisit(replacing: order.technician))]
    }
    return Self.proposal(commands, orders: orders.map(\.number))
  }
}
