public import Domain

/// `unassign ORDER…`: takes work back from its technician.
public struct UnassignVerb: Verb {
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
      told(order, in: context) + [.unassignVisit(order.id, UnassignVisit(replacing: order.technician))]
    }
    let wording = Wording(office: context.office, now: context.now)
    return Self.proposal(
      commands, orders: orders.map(\.number), warnings: orders.compactMap(wording.countsOnItStill))
  }

  /// What waits about the visit is taken back, and its technician hears that it is gone.
  private func told(_ order: WorkOrder, in context: VerbContext) -> [Command] {
    guard order.technician != nil else { return [] }
    let waiting = order.messages.filter { $0.state == .waiting }
    return Telling.visitRecalls(of: order, with: Self.name)
      + [Telling.gone(order, without: waiting, with: Self.name, in: context)].compactMap(\.self)
  }
}
