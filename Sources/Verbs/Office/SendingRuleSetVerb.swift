public import Domain

/// `sending-rule set NAME --type chiller --only ana,jo`: who is sent to certain work.
public struct SendingRuleSetVerb: Verb {
  public static let name = "sending-rule.set"
  public static let words = ["sending-rule", "set"]
  public static let help = "Say who is sent to certain work, and whether it is given without asking"
  public static let permission: Permission? = SetSendingRule.permission
  public static let parameters: [Parameter] = [
    .needed("name", .text, "what people call it; a name that is known changes that rule"),
    .option("customer", .customer, "work for it and those that belong to it"),
    .option("site", .site, "work there"), .option("equipment", .equipment, "work on it"),
    .option("type", .text, "work on equipment of this type"), .option("trade", .trade),
    .choice("service", ServiceType.self, .option),
    .option("only", .text, "nobody else is sent: ana,jo"),
    .options("skill", .skill, "what whoever is sent must hold that day"),
    .flag("gives", "gives such work, once triaged, to whoever is there first today")
  ]

  let rule: SendingRule
  let replacing: SendingRule?

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    let name = try arguments.needed("name").trimmed
    replacing = context.office.sendingRule(name)
    var scope = SendingRule.Scope()
    if let word = arguments.text("customer") { scope.customer = try context.customer(word) }
    if let word = arguments.text("site") { scope.site = try context.site(word) }
    if let word = arguments.text("equipment") {
      scope.equipment = try context.equipment(word, at: scope.site)
    }
    scope.type = arguments.text("type")?.trimmed
    if let word = arguments.text("trade") { scope.trade = try context.trade(word) }
    scope.service = try arguments.choice("service")
    var rule = SendingRule(name, for: scope)
    if let words = arguments.text("only") { rule.only = try CustomerEditVerb.technicians(words, in: context) }
    rule.skills = try arguments.skills(in: context).map { SkillRequirement(trade: $0.trade, level: $0.level) }
    rule.gives = arguments.has("gives")
    self.rule = rule
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    Self.proposal([.setSendingRule(SetSendingRule(rule, replacing: replacing))])
  }
}
