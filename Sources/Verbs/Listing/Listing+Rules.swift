public import Domain

extension Listing {
  /// What the office does by itself: each rule, whether it acts, its limits, and what it does.
  public static func rules(in office: Office) -> Listing {
    let settings = Dictionary(
      OfficeFields.values(of: office).map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    return Listing(
      columns: [
        Column("rule", "Rule"), Column("state", ""), Column("limits", "Limits"),
        Column("does", "What it does")
      ],
      rows: AutomaticRule.allCases.map { rule in
        let state = office.limits.isOn(rule) ? "on" : "off"
        let limits = rule.limits.map { "\($0)=\(settings[$0] ?? "")" }
        var object = JSONObject()
        object.add("rule", rule.rawValue)
        object.add("isOn", office.limits.isOn(rule))
        object.add("limits", .object(rule.limits.map { JSONValue.Member($0, .string(settings[$0] ?? "")) }))
        object.add("does", Wording.rule(rule))
        return Row([rule.rawValue, state, limits.joined(separator: " "), Wording.rule(rule)], object.value)
      })
  }
}

extension AutomaticRule {
  /// The settings of the office that say when it acts: `office set NAME=VALUE` changes them.
  var limits: [String] {
    switch self {
    case .clockEscalation: ["atRisk"]
    case .ageEscalation: ["riseAfter"]
    case .criticalLift: []
    case .alertEscalation:
      [
        "escalateAfter", "escalateAfterP1", "ownFor", "unassignedAfter", "checkInWithin", "stalledAfter",
        "longHold"
      ]
    case .unansweredOffer, .unseenOffer: ["offerWithin", "offerWithinP1"]
    }
  }
}

extension Wording {
  /// What a rule does, in a line.
  public static func rule(_ rule: AutomaticRule) -> String {
    switch rule {
    case .clockEscalation: "raises waiting work by one class, up to P2, when a clock is at risk"
    case .ageEscalation: "raises work that waits too long for somebody by one class, up to P2"
    case .criticalLift: "raises work that is critical for the customer's business to P2"
    case .alertEscalation: "passes an alert on that nobody sees to: supervisor, then owner"
    case .unansweredOffer: "takes back a visit that was seen and not accepted in time"
    case .unseenOffer: "takes back a visit that was told and not even seen in time"
    }
  }

  /// What a rule did, with its name and the way back: `20412 priority P2 (was P3) · rule clock-escalation`.
  public func acted(_ automation: Automation, events: [Event], before: Office) -> String {
    let proposal = Proposal(verb: "office.tick", commands: [])
    let kept = events.filter { if case .workOrder(_, .ruleApplied) = $0 { false } else { true } }
    let number = office.order(automation.order)?.number ?? 0
    return "\(done(proposal, events: kept, before: before)) · rule \(automation.rule.rawValue)"
      + " · \(call(Undo.name)) \(number) takes it back"
  }
}
