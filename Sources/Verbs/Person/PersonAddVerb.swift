public import Domain

/// `person add NAME --handle H --role R`: lets somebody act in the office.
public struct PersonAddVerb: Verb {
  public static let name = "person.add"
  public static let words = ["person", "add"]
  public static let help = "Let somebody act in the office"
  public static let permission: Permission? = AddPerson.permission
  public static let parameters: [Parameter] = [
    .needed("name", .longText),
    Parameter("handle", .text, .option, isRequired: true, help: "one word, unique"),
    .choice("role", Role.self, .option, isRequired: true), .option("phone", .text),
    .option("technician", .technician, "the technician this person is"),
    .option("team", .text, "with whom somebody works, such as a shift or a desk")
  ]

  let person: Person

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    var technician: Technician.ID?
    if let word = arguments.text("technician") { technician = try context.technician(word) }
    var made = Person(
      id: context.newID(), handle: try arguments.needed("handle"),
      name: PersonalText(id: context.newID(), words: try arguments.needed("name")),
      role: try arguments.neededChoice("role"), technician: technician)
    if made.role == .technician, technician == nil { throw PersonEditVerb.noTechnician(made.handle) }
    made.team = arguments.text("team") ?? context.office.technician(technician)?.team
    made.phone = context.personal(arguments.text("phone"))
    person = made
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    Self.proposal([.addPerson(AddPerson(person))])
  }
}
