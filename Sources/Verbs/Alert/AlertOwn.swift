public import Domain

/// `alert own ALERT [--off]`: it is yours for a while and is not passed on.
public struct AlertOwn: Verb {
  public static let name = "alert.own"
  public static let words = ["alert", "own"]
  public static let help = "Take an alert, so that it is not passed on; --off gives it back"
  public static let permission: Permission? = ChangeAlert.permission
  public static let parameters: [Parameter] = [.alert, .flag("off", "gives it back")]

  let word: String
  let isOff: Bool

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    word = try arguments.needed("alert")
    isOff = arguments.has("off")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    Self.onAlert(try context.alert(word), .owned(isOff ? nil : context.person))
  }
}
