public import Domain

/// `show-phone TECHNICIAN`: his number, with a line in the record that it was shown.
public struct ShowPhoneVerb: Verb {
  public static let name = "technician.show-phone"
  public static let words = ["show-phone"]
  public static let help = "Show a technician's telephone number; that is recorded"
  public static let permission: Permission? = ShowPhone.permission
  public static let parameters: [Parameter] = [.needed("technician", .technician)]

  let technician: Technician.ID

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    technician = try context.technician(try arguments.needed("technician"))
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    guard let found = context.office.technician(technician) else {
      throw .notFound(.technician(technician.description))
    }
    if found.phone == nil { throw .missing(.technician(found.handle), fields: ["phone"]) }
    return Self.proposal([.showPhone(technician, ShowPhone())])
  }
}
