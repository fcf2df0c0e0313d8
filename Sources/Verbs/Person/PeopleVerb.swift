public import Domain

/// `people`: who is in the office, with role and status; who has left stays on the list.
public struct PeopleVerb: Verb {
  public static let name = "person.list"
  public static let words = ["people"]
  public static let help = "List who may act here, with role, technician, status and PIN"
  public static let parameters: [Parameter] = [.option("filter", .text, "words that must be there")]

  let filter: String?

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    filter = arguments.text("filter")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act { .ask(.list(.people, filter: filter)) }
}
