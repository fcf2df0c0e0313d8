/// Sets a rule of the office's own on who is sent to certain work, or takes one away.
public struct SetSendingRule: CommandRule {
  public static let permission = Permission.manageOffice
  public static let kind = CommandKind.claim

  public var sendingRule: SendingRule
  public var isRemoved: Bool
  /// The rule of that name as it was seen; nil for none.
  public var replacing: SendingRule?

  public init(_ rule: SendingRule, isRemoved: Bool = false, replacing: SendingRule?) {
    self.sendingRule = rule
    self.isRemoved = isRemoved
    self.replacing = replacing
  }

  public func decide(in moment: Moment) throws(Refusal) -> [Event] {
    let now = moment.office.sendingRule(sendingRule.name)
    let wanted = isRemoved ? nil : sendingRule
    if now == wanted { return [] }
    if now != replacing {
      throw .changedSince(
        .office(moment.office.profile.name), field: "sending rule \(sendingRule.name)", now: nil)
    }
    guard let wanted else { return now.map { [.office(.sendingRuleRemoved($0))] } ?? [] }
    try check(wanted, in: moment.office)
    return [.office(.sendingRuleSet(wanted))]
  }

  public func inverse(in moment: Moment) -> [Command] {
    let now = isRemoved ? nil : sendingRule
    guard let before = moment.office.sendingRule(sendingRule.name) else {
      return [.setSendingRule(SetSendingRule(sendingRule, isRemoved: true, replacing: now))]
    }
    return [.setSendingRule(SetSendingRule(before, replacing: now))]
  }

  private func check(_ rule: SendingRule, in office: Office) throws(Refusal) {
    func fault(_ field: String, _ word: String, _ expected: String) -> Refusal {
      .fault(FieldFault(field: field, word: word, expected: expected))
    }
    if rule.name.trimmed.isEmpty || rule.name.count > SendingRule.longestName {
      throw fault("name", String(rule.name.prefix(12)), "one to \(SendingRule.longestName) characters")
    }
    if rule.scope.isEverything {
      throw fault("work", rule.name, "a customer, site, piece of equipment, type, trade or service")
    }
    if rule.only.isEmpty, rule.skills.isEmpty, !rule.gives {
      throw fault("rule", rule.name, "technicians, a skill, or to give the work")
    }
    if let id = rule.scope.customer, office.customer(id) == nil { throw .notFound(.customer(id.description)) }
    if let id = rule.scope.site, office.site(id) == nil { throw .notFound(.site(id.description)) }
    if let id = rule.scope.equipment, office.equipment(id) == nil {
      throw .notFound(.equipment(id.description))
    }
    for id in rule.only where office.technician(id) == nil { throw .notFound(.technician(id.description)) }
  }
}
