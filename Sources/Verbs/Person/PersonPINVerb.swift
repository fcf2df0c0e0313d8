public import Domain

/// `person pin H [--off]`: sets the PIN that guards the desk. It is asked for and never said in words.
public struct PersonPINVerb: Verb {
  public static let name = "person.pin"
  public static let words = ["person", "pin"]
  public static let help = "Set the PIN that guards the desk; it is asked for, unseen"
  public static let parameters: [Parameter] = [
    .needed("person", .person), .flag("off", "take the PIN away")
  ]

  let person: Person.ID
  let isOff: Bool

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    person = try context.person(try arguments.needed("person"))
    isOff = arguments.has("off")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    if let actor = context.person {
      try context.office.authorize(.setPIN(person, SetPIN(nil)), by: actor)
    }
    return .chore(.setPIN(person, isOff: isOff))
  }
}
