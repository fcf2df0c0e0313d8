public import Domain

/// `technician deactivate H`: he has left; what was done stays on record.
public struct TechnicianDeactivateVerb: Verb {
  public static let name = "technician.deactivate"
  public static let words = ["technician", "deactivate"]
  public static let help = "Take a technician off the board; what he did stays"
  public static let permission: Permission? = EditTechnician.permission
  public static let parameters: [Parameter] = [.needed("technician", .technician)]

  let technician: Technician.ID

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    technician = try context.technician(try arguments.needed("technician"), inactiveToo: true)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    Self.proposal([.editTechnician(technician, EditTechnician(isActive: false))])
  }
}
