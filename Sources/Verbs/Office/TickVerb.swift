public import Domain

/// `tick`: does what the rules have to do now, for a file that no console has open.
public struct TickVerb: Verb {
  public static let name = "office.tick"
  public static let words = ["tick"]
  public static let help = "Do what the office's rules have to do now, as every open console does"
  public static let parameters: [Parameter] = []

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {}

  public func act(in context: VerbContext) throws(Refusal) -> Act { .chore(.tick) }
}
