public import Domain

/// `office start`: consoles on other machines may join this office.
public struct OfficeStartVerb: Verb {
  public static let name = "office.start"
  public static let words = ["office", "start"]
  public static let help = "Let consoles on other machines join this office"
  public static let permission: Permission? = .manageOffice
  public static let parameters: [Parameter] = []

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {}

  public func act(in context: VerbContext) throws(Refusal) -> Act { .chore(.startOffice) }
}
