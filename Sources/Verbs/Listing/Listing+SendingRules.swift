public import Domain

extension Listing {
  /// The office's own rules on who is sent, by name.
  public static func sendingRules(in office: Office) -> Listing {
    let wording = Wording(office: office, now: .epoch)
    return Listing(
      columns: [
        "Rule", "Work", "Who is sent", "Gives"
      ],
      keys: "name customer site equipment type trade service only skills gives",
      rows: office.sendingRules.map { rule in
        Row(
          [
            rule.name, wording.work(of: rule.scope), wording.sent(by: rule),
            rule.gives ? "without asking" : ""
          ],
          Objects.sendingRule(rule, in: office))
      })
  }
}

extension Wording {
  /// A rule on who is sent, in a line: `work on chiller: ana, jo; hvac III`.
  func sendingRule(_ rule: SendingRule) -> String {
    "\(work(of: rule.scope)): \(sent(by: rule))\(rule.gives ? ", given without asking" : "")"
  }

  /// The work that a rule is about.
  func work(of scope: SendingRule.Scope) -> String {
    let parts = [
      scope.customer.map { "for \(office.customer($0)?.name.clipped(24) ?? "")" },
      scope.site.map { "at \(office.site($0)?.name.clipped(24) ?? "")" },
      scope.equipment.map { "on \(office.equipment($0)?.name.clipped(24) ?? "")" },
      scope.type.map { "on any \($0.clipped(24))" }, scope.trade?.name.clipped(16), scope.service?.rawValue
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }

  /// Whom a rule sends.
  func sent(by rule: SendingRule) -> String {
    let people = rule.only.map { technician($0) }.joined(separator: ", ")
    let skills = rule.skills.map { "\($0.trade.name) \(Wording.roman($0.level))" }.joined(separator: ", ")
    let who = people.isEmpty ? "anybody" : "only \(people)"
    return skills.isEmpty ? who : "\(who) with \(skills)"
  }
}

extension Objects {
  static func sendingRule(_ rule: SendingRule, in office: Office) -> JSONValue {
    var object = JSONObject()
    object.add("name", rule.name)
    object.add("customer", office.customer(rule.scope.customer)?.name)
    object.add("site", office.site(rule.scope.site)?.name)
    object.add("equipment", office.equipment(rule.scope.equipment)?.name)
    object.add("type", rule.scope.type)
    object.add("trade", rule.scope.trade?.name)
    object.add("service", rule.scope.service?.rawValue)
    object.add("only", rule.only.compactMap { office.technician($0)?.handle }.map { JSONValue.string($0) })
    object.add("skills", rule.skills.map { JSONValue.string("\($0.trade.name):\($0.level)") })
    object.add("gives", rule.gives)
    return object.value
  }
}
