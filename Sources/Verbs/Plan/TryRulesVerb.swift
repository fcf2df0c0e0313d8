public import Domain

/// `plan try FILE [--at TIME]`: what days of the past would have come to by other rules, beside those in force.
public struct TryRulesVerb: Verb {
  public static let name = "plan.try"
  public static let words = ["plan", "try"]
  public static let help = "Try planning rules on days of the past, beside those in force"
  public static let permission: Permission? = .seeAllWork
  public static let parameters: [Parameter] = [
    .needed("file", .file, "planning rules, as in callout.db.plan.toml"),
    .options("at", .shift, "a past time, such as yesterday 09:00; else now")
  ]

  let trial: RulesTrial

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    let file = try arguments.needed("file")
    var instants: [Timestamp] = []
    for word in arguments.all("at") { instants.append(try AtVerb.instant(word, in: context)) }
    trial = RulesTrial(file: file, instants: instants)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act { .chore(.tryRules(trial)) }
}
