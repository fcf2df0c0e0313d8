public import Domain

/// `person edit H FIELD=VALUE…`: changes a person's record.
public struct PersonEditVerb: Verb {
  public static let name = "person.edit"
  public static let words = ["person", "edit"]
  public static let help = "Change a person's handle, name, role, team, phone or status"
  public static let permission: Permission? = EditPerson.permission
  public static let parameters: [Parameter] = [.needed("person", .person), .fields(Person.Field.self)]

  let person: Person.ID
  let command: EditPerson

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    let id = try context.person(try arguments.needed("person"))
    guard let record = context.office.person(id) else { throw UsageFault("No person has this id.") }
    person = id
    command = EditPerson(try Editing.changes(of: record, arguments.all("field"), in: context))
    let becomes = command.changes.contains { $0.field == .role && $0.to?.words == Role.technician.rawValue }
    if becomes, record.technician == nil { throw Self.noTechnician(record.handle) }
  }

  /// His work, his hours and his screen hang on the record of a technician, which nobody gets by a role.
  static func noTechnician(_ handle: String) -> UsageFault {
    UsageFault(
      "\(handle.clipped(24)) has no record of a technician: technician add NAME --handle HANDLE makes one, with an account of its own.",
      word: handle)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    return Self.proposal(takingOff(in: context) + [.editPerson(person, command)])
  }

  /// Who leaves and is a technician is taken off the board with it; while work is his that is refused, and so is
  /// leaving.
  private func takingOff(in context: VerbContext) -> [Command] {
    let leaves = command.changes.contains {
      $0.field == .status && $0.to?.words == Person.Standing.left.rawValue
    }
    guard leaves, let technician = context.office.technician(context.office.person(person)?.technician),
      technician.isActive
    else { return [] }
    return [.editTechnician(technician.id, EditTechnician(isActive: false))]
  }
}
