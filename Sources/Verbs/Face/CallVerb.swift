public import Domain

/// `call`: the helpdesk's calls, several at once, each kept at every field.
public struct CallVerb: Verb {
  public static let name = "desk.call"
  public static let words = ["call"]
  public static let help = "Take calls, several at once: what was begun, what is on record"
  public static let permission: Permission? = LogWorkOrder.permission
  public static let parameters: [Parameter] = []

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {}

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    if let person = context.person { try context.office.authorize(.logWork, on: nil, by: person) }
    return .chore(.call)
  }
}
