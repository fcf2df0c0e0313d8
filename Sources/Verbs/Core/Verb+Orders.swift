import Domain

extension Verb {
  /// One command for each of the orders that are meant, as one group.
  static func onOrders(
    _ references: [OrderReference], in context: VerbContext, _ make: (WorkOrder) throws(Refusal) -> Command
  ) throws(Refusal) -> Act {
    let orders = try context.orders(references)
    var commands: [Command] = []
    for order in orders { commands.append(try make(order)) }
    return proposal(commands, orders: orders.map(\.number))
  }

  /// One command on the one order that is meant.
  static func onOrder(
    _ reference: OrderReference, in context: VerbContext, _ make: (WorkOrder) throws(Refusal) -> Command
  ) throws(Refusal) -> Act {
    try onOrders([reference], in: context, make)
  }
}
