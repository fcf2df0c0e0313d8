import DayPlan
public import Domain

/// `fill TECHNICIAN [TIME] [--take N --seen PLAN]`: the waiting work that fits best into somebody's free time.
public struct FillVerb: Verb {
  public static let name = "technician.fill"
  public static let words = ["fill"]
  public static let help = "Find waiting work for a technician's free time; shown first"
  public static let permission: Permission? = AssignVisit.permission
  public static let parameters: [Parameter] = [
    .needed("technician", .technician), .optional("time", .instant, "the gap around then; else any of today"),
    .take, .drop, .give, .seen
  ]

  let technician: Technician.ID
  let instant: Timestamp?
  let taking: PlanTaking

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    technician = try context.technician(try arguments.needed("technician"))
    instant = try arguments.instant("time", in: context)
    taking = try PlanTaking(arguments, in: context)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    try taking.act(.fill(technician, at: instant), in: context)
  }
}
