public import Domain

/// `rules [RULE [on|off]]`: what the office does by itself, with its limits; or switches one.
public struct RulesVerb: Verb {
  public static let name = "office.rules"
  public static let words = ["rules"]
  public static let help = "Show what the office does by itself, or switch a rule on or off"
  public static let parameters: [Parameter] = [
    .choice("rule", AutomaticRule.self), .choice("switch", Switch.self)
  ]

  public enum Switch: String, CaseIterable, Sendable { case on, off }

  let rule: AutomaticRule?
  let wanted: Switch?

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    rule = try arguments.choice("rule")
    wanted = try arguments.choice("switch")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    guard let rule, let wanted else { return .ask(.list(.rules, filter: nil)) }
    var limits = context.office.limits
    limits.turn(rule, on: wanted == .on)
    return Self.proposal([.changeOffice(ChangeOffice(of: context.office, limits: limits))])
  }
}
