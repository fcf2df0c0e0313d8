public import Domain

/// `absence TECHNICIAN FROM [TO] [REASON]`: when he is away although the week says otherwise.
public struct AbsenceVerb: Verb {
  public static let name = "technician.absence"
  public static let words = ["absence"]
  public static let help = "Note when a technician is away, or take it back"
  public static let permission: Permission? = AddAbsence.permission
  public static let parameters: [Parameter] = [
    .needed("technician", .technician), .needed("from", .instant, "a day begins at midnight"),
    .optional("to", .instant, "a day ends at midnight; else the end of that day"),
    .optional("reason", .longText), .flag("remove", "takes it back")
  ]

  let technician: Technician.ID
  let absence: Absence
  let isRemoved: Bool

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    technician = try context.technician(try arguments.needed("technician"))
    guard let from = try arguments.instant("from", in: context, dayMeans: .midnight) else {
      throw UsageFault("from is missing.", word: "from")
    }
    let zone = context.office.zone
    let to =
      try arguments.instant("to", in: context, dayMeans: .endOfDay)
      ?? zone.startOfDay(zone.date(at: from).adding(days: 1))
    absence = Absence(from: from, to: to, reason: arguments.text("reason") ?? "absent")
    isRemoved = arguments.has("remove")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    let known = context.office.technician(technician)?.absences ?? []
    let meant =
      isRemoved ? known.first { $0.from == absence.from && $0.to == absence.to } ?? absence : absence
    return Self.proposal([.addAbsence(technician, AddAbsence(meant, isRemoved: isRemoved))])
  }
}
