public import Domain

/// `alert own ALERT… [--off]`: it is yours for a while and is not passed on.
public struct AlertOwnVerb: Verb {
  public static let name = "alert.own"
  public static let words = ["alert", "own"]
  public static let help = "Take alerts, so that they are not passed on; --off gives them back"
  public static let permission: Permission? = ChangeAlert.permission
  public static let parameters: [Parameter] = [.alert, .flag("off", "gives it back")]

  let words: [String]
  let isOff: Bool

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    words = try arguments.alerts()
    isOff = arguments.has("off")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    try Self.onAlerts(words, .owned(isOff ? nil : context.person), in: context)
  }
}
