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
