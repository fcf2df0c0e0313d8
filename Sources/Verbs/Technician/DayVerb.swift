public import Domain

/// `day TECHNICIAN [DAY]`: the day sheet.
public struct DayVerb: Verb {
  public static let name = "technician.day"
  public static let words = ["day"]
  public static let help = "Show a technician's day sheet"
  public static let parameters: [Parameter] = [.needed("technician", .technician), .optional("day", .day)]

  let technician: Technician.ID
  let day: CivilDate

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    technician = try context.technician(try arguments.needed("technician"), inactiveToo: true)
    day = try arguments.day("day", in: context) ?? context.today
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    context.isScript ? .ask(.day(technician, day)) : .show(.openDay(technician, day))
  }
}
