public import Domain

/// `technician add NAME --handle H --skill HVAC:3`: takes a technician on.
public struct TechnicianAddVerb: Verb {
  public static let name = "technician.add"
  public static let words = ["technician", "add"]
  public static let help = "Take a technician on"
  public static let permission: Permission? = AddTechnician.permission
  public static let parameters: [Parameter] = [
    .needed("name", .longText, "as people call him"),
    Parameter("handle", .text, .option, isRequired: true, help: "one word, unique"),
    .options("skill", .skill, "HVAC:3, with an end lift:2@2027-01-31"), .option("zone", .zone),
    .option("team", .text), .option("home", .coordinates, "LAT,LON"), .option("phone", .text),
    .option("shift", .hours, "\"Mon-Fri 07:00-15:30\""), .option("breaks", .text, "12:00-12:30")
  ]

  let technician: Technician
  let person: Person.ID

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    let name = try arguments.needed("name")
    var made = Technician(
      id: context.newID(), handle: try arguments.needed("handle"),
      name: PersonalText(id: context.newID(), words: name), skills: try arguments.skills(in: context),
      hours: try arguments.hours("shift"), zone: arguments.text("zone"), team: arguments.text("team"),
      home: try arguments.coordinates("home"))
    made.phone = context.personal(arguments.text("phone"))
    if let breaks = arguments.text("breaks") {
      do { try made.set(.breaks, to: breaks) } catch {
        throw UsageFault("\"\(breaks.clipped(24))\" are no breaks. 12:00-12:30 is one.", word: breaks)
      }
    }
    technician = made
    person = context.newID()
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    Self.proposal([.addTechnician(AddTechnician(technician, person: person))])
  }
}
