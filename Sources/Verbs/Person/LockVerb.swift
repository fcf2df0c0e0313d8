public import Domain

/// `lock`: leaves the desk to whoever knows a PIN.
public struct LockVerb: Verb {
  public static let name = "desk.lock"
  public static let words = ["lock"]
  public static let help = "Lock the desk: a PIN opens it again"
  public static let parameters: [Parameter] = []

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {}

  public func act(in context: VerbContext) throws(Refusal) -> Act { .show(.lock) }
}
