public import Domain

/// `person erase HANDLE`: what is kept of somebody who has left goes for good.
public struct PersonEraseVerb: Verb {
  public static let name = "person.erase"
  public static let words = ["person", "erase"]
  public static let help = "Erase the name and number of somebody who has left, everywhere"
  public static let permission: Permission? = .managePeople
  public static let parameters: [Parameter] = [
    .needed("person", .person), .flag("for-good", "erases them; without it they are counted")
  ]

  let person: Person.ID
  let isForGood: Bool

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    person = try context.person(try arguments.needed("person"))
    isForGood = arguments.has("for-good")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    .chore(.erase(.person(person), isForGood: isForGood))
  }
}
