import DayPlan
public import Domain

/// `plan day [ORDER…] [--take N --seen PLAN]`: who takes the work that nobody has.
public struct PlanDay: Verb {
  public static let name = "day.plan"
  public static let words = ["plan", "day"]
  public static let help = "Plan the work that nobody has; shown first"
  public static let permission: Permission? = AssignVisit.permission
  public static let parameters: [Parameter] = [
    Parameter("order", .orders, isRepeated: true, help: "else all that waits"), .take, .drop, .give, .seen
  ]

  let orders: [OrderReference]
  let taking: PlanTaking

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = arguments.has("order") ? try arguments.orders(in: context) : []
    taking = try PlanTaking(arguments, in: context)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    let orders = try context.orders(orders)
    return try taking.act(.waiting(orders.map(\.id)), in: context)
  }
}

/// `optimise TECHNICIAN [--with TECHNICIAN…] [--take N --seen PLAN]`: his own visits in a better order, or those of
/// several shared anew.
public struct Optimise: Verb {
  public static let name = "technician.optimise"
  public static let words = ["optimise"]
  public static let help =
    "Find a better order for a technician's visits; shown first"
  public static let permission: Permission? = MoveVisit.permission
  public static let parameters: [Parameter] = [
    .needed("technician", .technician),
    .options("with", .technician, "shares their visits and his anew among them"), .take, .drop, .give, .seen
  ]

  let technicians: [Technician.ID]
  let taking: PlanTaking

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    var technicians = [try context.technician(try arguments.needed("technician"))]
    for word in arguments.all("with") {
      let one = try context.technician(word)
      if !technicians.contains(one) { technicians.append(one) }
    }
    self.technicians = technicians
    taking = try PlanTaking(arguments, in: context)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    let question: PlanQuestion = technicians.count == 1 ? .route(technicians[0]) : .among(technicians)
    return try taking.act(question, in: context)
  }
}
