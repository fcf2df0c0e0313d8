import DayPlan
public import Domain

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
