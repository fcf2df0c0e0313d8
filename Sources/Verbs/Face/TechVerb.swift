public import Domain

/// `tech`: a technician's own work, one key for each step.
public struct TechVerb: Verb {
  public static let name = "desk.tech"
  public static let words = ["tech"]
  public static let help = "Show a technician his own work, one key for each step, also on a phone"
  public static let permission: Permission? = .reportWork
  public static let parameters: [Parameter] = []

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {}

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    if let person = context.person { try context.office.acting(person) }
    return .chore(.tech)
  }
}
