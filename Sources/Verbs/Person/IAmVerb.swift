public import Domain

/// `i-am H`: who acts from now on at this console.
public struct IAmVerb: Verb {
  public static let name = "person.i-am"
  public static let words = ["i-am"]
  public static let help = "Act as this person from now on"
  public static let parameters: [Parameter] = [.needed("person", .person)]

  let person: Person.ID

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    person = try context.person(try arguments.needed("person"))
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    try context.office.acting(person)
    return .chore(.actAs(person))
  }
}
