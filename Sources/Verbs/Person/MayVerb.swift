public import Domain

/// `may H VERB [ORDER]`: whether a person may do something, and why not.
public struct MayVerb: Verb {
  public static let name = "person.may"
  public static let words = ["may"]
  public static let help = "Ask whether a person may do something"
  public static let parameters: [Parameter] = [
    .needed("person", .person), .needed("verb", .verb, "one word, or two in quotes"),
    .optional("order", .order)
  ]

  let person: Person.ID
  let verb: String
  let order: OrderReference?

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    person = try context.person(try arguments.needed("person"))
    let word = try arguments.needed("verb")
    verb = try Verbs.find(words: word.split(separator: " ").map { Word(String($0)) }).verb.name
    order = arguments.has("order") ? try arguments.order(in: context) : nil
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    var id: WorkOrder.ID?
    if let order { id = try context.order(order).id }
    return .ask(.may(person, verb: verb, order: id))
  }
}
