public import Domain

/// `assign ORDER… TECHNICIAN|@best [TIME]`: gives work to somebody.
public struct Assign: Verb {
  public static let name = "work-order.assign"
  public static let words = ["assign"]
  public static let help = "Give work to a technician, or to the best who can"
  public static let permission: Permission? = AssignVisit.permission
  public static let parameters: [Parameter] = [
    .orders, .needed("technician", .assignee, "a handle, a name, or @best"),
    .optional("time", .instant, "when; else as soon as he can be there"), .option("length", .length)
  ]

  let orders: [OrderReference]
  /// Nil for the best one of each order.
  let technician: Technician.ID?
  let start: Timestamp?
  let length: Span?

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = try arguments.orders(in: context)
    let word = try arguments.needed("technician")
    technician = word == "@best" ? nil : try context.technician(word)
    start = try arguments.instant("time", in: context)
    length = try arguments.length("length")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    // Each order of a group is placed after the ones before it, so that two do not want the same hour.
    let orders = try context.orders(orders)
    var planned = context.office
    var commands: [Command] = []
    for order in orders {
      let choice = try Placement.choose(order, technician, start, length, planned, at: context.now)
      let command = Command.assignVisit(
        order.id,
        AssignVisit(
          visit: context.newID(), technician: choice.technician, start: choice.start, length: length,
          replacing: order.technician))
      commands.append(command)
      if orders.count > 1 { planned = Placement.assuming(command, in: planned, context) }
    }
    return Self.proposal(commands, orders: orders.map(\.number))
  }
}
