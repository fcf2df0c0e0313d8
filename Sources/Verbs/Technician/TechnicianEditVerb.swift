public import Domain

/// `technician edit H FIELD=VALUE… [--skill HVAC:3] [--shift HOURS]`: changes a technician's record.
public struct TechnicianEditVerb: Verb {
  public static let name = "technician.edit"
  public static let words = ["technician", "edit"]
  public static let help = "Change a technician's record; skills given replace those held"
  public static let permission: Permission? = EditTechnician.permission
  public static let parameters: [Parameter] = [
    .needed("technician", .technician), .fields(Technician.Field.self, isRequired: false),
    .options("skill", .skill, "all of them: they replace those held; none takes them away"),
    .option("shift", .hours, "the working week"), .flag("reactivate", "takes one back who had left")
  ]

  let technician: Technician.ID
  let command: EditTechnician

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    let id = try context.technician(try arguments.needed("technician"), inactiveToo: true)
    guard let record = context.office.technician(id) else { throw UsageFault("No technician has this id.") }
    technician = id
    let isNone = arguments.all("skill").map(\.folded) == ["none"]
    let skills = arguments.has("skill") ? (isNone ? [] : try arguments.skills(in: context)) : nil
    command = EditTechnician(
      try Editing.changes(of: record, arguments.all("field"), in: context),
      skills: skills, replacingSkills: skills.map { _ in record.skills },
      hours: try arguments.hours("shift"),
      replacingHours: arguments.has("shift") ? record.hours ?? .never : nil,
      isActive: arguments.has("reactivate") ? true : nil)
    if arguments.words.count == 1 { throw UsageFault("What is to change? \(Usage.brief(of: Self.self))") }
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    Self.proposal([.editTechnician(technician, command)], warnings: Editing.doubts(command.changes))
  }
}
