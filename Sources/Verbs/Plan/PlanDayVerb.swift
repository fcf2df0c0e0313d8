import DayPlan
public import Domain

/// `plan day [ORDER…] [DAY] [--take N --seen PLAN]`: who takes the work that nobody has, today or on another day.
public struct PlanDayVerb: Verb {
  public static let name = "day.plan"
  public static let words = ["plan", "day"]
  public static let help = "Plan the work that nobody has; shown first"
  public static let permission: Permission? = AssignVisit.permission
  public static let parameters: [Parameter] = [
    Parameter("order", .orders, isRepeated: true, help: "else all that waits"),
    .optional("day", .day, "else today, or the next day on which somebody works"), .take, .drop, .give, .seen
  ]

  let orders: [OrderReference]
  let day: CivilDate?
  let taking: PlanTaking

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    orders = arguments.has("order") ? try arguments.orders(in: context) : []
    day = try arguments.dayToPlan("day", in: context)
    taking = try PlanTaking(arguments, in: context)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    let orders = try context.orders(orders)
    return try taking.act(.waiting(orders.map(\.id), on: day), in: context)
  }
}

/// `optimise TECHNICIAN [DAY] [--with TECHNICIAN…] [--take N --seen PLAN]`: his own visits in a better order, or those of
/// several shared anew.
public struct OptimiseVerb: Verb {
  public static let name = "technician.optimise"
  public static let words = ["optimise"]
  public static let help =
    "Find a better order for a technician's visits; shown first"
  public static let permission: Permission? = MoveVisit.permission
  public static let parameters: [Parameter] = [
    .needed("technician", .technician), .optional("day", .day, "else today"),
    .options("with", .technician, "shares their visits and his anew among them"), .take, .drop, .give, .seen
  ]

  let technicians: [Technician.ID]
  let day: CivilDate?
  let taking: PlanTaking

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    var technicians = [try context.technician(try arguments.needed("technician"))]
    for word in arguments.all("with") {
      let one = try context.technician(word)
      if !technicians.contains(one) { technicians.append(one) }
    }
    self.technicians = technicians
    day = try arguments.dayToPlan("day", in: context)
    taking = try PlanTaking(arguments, in: context)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    let question: PlanQuestion =
      technicians.count == 1 ? .route(technicians[0], on: day) : .among(technicians, on: day)
    return try taking.act(question, in: context)
  }
}

extension Arguments {
  /// The day that is to be planned; nil where it is today or was not said. What is over nobody plans.
  func dayToPlan(_ name: String, in context: VerbContext) throws(UsageFault) -> CivilDate? {
    guard let day = try day(name, in: context) else { return nil }
    if day < context.today {
      throw UsageFault(
        "\(text(name) ?? "") is over: today and any later day can be planned.", word: text(name) ?? "")
    }
    return day == context.today ? nil : day
  }
}
