public import Domain

/// `technician show H`: the whole record.
public struct TechnicianShowVerb: Verb {
  public static let name = "technician.show"
  public static let words = ["technician", "show"]
  public static let help = "Show how to reach a technician, what he is on, and his record"
  public static let parameters: [Parameter] = [.needed("technician", .technician)]

  let technician: Technician.ID

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    technician = try context.technician(try arguments.needed("technician"), inactiveToo: true)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    context.isScript ? .ask(.technician(technician)) : .show(.openTechnician(technician))
  }
}
