public import Domain

/// `status TECHNICIAN available|break|off|unavailable`: what a technician is set to.
public struct Status: Verb {
  public static let name = "technician.set-presence"
  public static let words = ["status"]
  public static let help = "Set a technician available, on break, off or unavailable"
  public static let permission: Permission? = SetPresence.permission
  public static let parameters: [Parameter] = [
    .needed("technician", .technician), .choice("presence", Presence.self, isRequired: true)
  ]

  let technician: Technician.ID
  let presence: Presence

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    technician = try context.technician(try arguments.needed("technician"))
    presence = try arguments.neededChoice("presence")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    let seen = context.office.technician(technician)?.presence
    return Self.proposal([.setPresence(technician, SetPresence(presence, replacing: seen))])
  }
}
