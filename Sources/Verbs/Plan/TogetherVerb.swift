import DayPlan
public import Domain

/// `together ORDER [DAY] [--take N --seen PLAN]`: an order with what else waits near it, to one technician.
public struct TogetherVerb: Verb {
  public static let name = "work-order.together"
  public static let words = ["together"]
  public static let help = "Give an order and the waiting work near it to one technician"
  public static let permission: Permission? = AssignVisit.permission
  public static let parameters: [Parameter] = [
    .order, .optional("day", .day, "else the first on which it may be done"), .take, .drop, .give, .seen
  ]

  let order: OrderReference
  let day: CivilDate?
  let taking: PlanTaking

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    order = try arguments.order(in: context)
    day = try arguments.dayToPlan("day", in: context)
    taking = try PlanTaking(arguments, in: context)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    let order = try context.orders([order])[0]
    if order.isEnded { throw .workEnded(order.number, order.status) }
    return try taking.act(.together(order.id, on: day), in: context)
  }
}
