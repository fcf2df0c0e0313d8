public import Domain

/// `alert give ALERT PERSON`: somebody else sees to it.
public struct AlertGiveVerb: Verb {
  public static let name = "alert.give"
  public static let words = ["alert", "give"]
  public static let help = "Give an alert to somebody"
  public static let permission: Permission? = ChangeAlert.permission
  public static let parameters: [Parameter] = [.alert, .needed("person", .person)]

  let words: [String]
  let person: Person.ID

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    words = try arguments.alerts()
    person = try context.person(try arguments.needed("person"))
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    try Self.onAlerts(words, .owned(person), in: context)
  }
}
