public import Domain

extension Listing {
  /// What the office does by itself: each rule, whether it acts, its limits, and what it does.
  public static func rules(in office: Office) -> Listing {
    let settings = Dictionary(
      OfficeFields.values(of: office).map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    return Listing(
      columns: [
        "Rule", "", "Limits", "What it does"
      ],
      keys: "rule isOn" + AutomaticRule.allLimits.map { " limits.\($0)" }.joined() + " does",
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
  /// Those of all rules, each once.
  static let allLimits = allCases.flatMap(\.limits).reduce(into: [String]()) { all, limit in
    if !all.contains(limit) { all.append(limit) }
  }

  /// The settings of the office that say when it acts: `office set NAME=VALUE` changes them.
  var limits: [String] {
    switch self {
    case .clockEscalation: ["atRisk"]
    case .ageEscalation: ["riseAfter"]
    case .criticalLift, .sendingRule: []
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
    case .sendingRule: "gives work without asking where a sending rule of the office says so"
    case .alertEscalation: "passes an alert on that nobody sees to: supervisor, then owner"
    case .unansweredOffer: "takes back a visit that was seen and not accepted in time"
    case .unseenOffer: "takes back a visit that was told by message and not even seen in time"
    }
  }

  /// What a rule did in an entry, with its name and the way back:
  /// `20412 priority P2 (was P3) · rule clock-escalation · undo 20412 takes it back`.
  public func acted(_ automation: Automation, entry: Int, events: [Event], before: Office) -> String {
    let proposal = Proposal(verb: TickVerb.name, commands: [])
    let kept = events.filter { if case .workOrder(_, .ruleApplied) = $0 { false } else { true } }
    let way = automation.number(in: office).map(String.init) ?? "--entry \(entry)"
    return "\(done(proposal, events: kept, before: before)) · rule \(automation.name)"
      + " · \(call(UndoVerb.name)) \(way) takes it back"
  }

  /// That the office's day ended, whose end was due then: `The day that was due to end at Thu 06:00 ended`.
  public func dayEnded(_ due: Timestamp) -> String { "The day that was due to end at \(time(due)) ended" }

  public func dayWouldEnd(_ due: Timestamp) -> String { "end the day that was due to end at \(time(due))" }

  /// What a rule would do: `rule alert-escalation on Fox & Sons, due 11:40`.
  public func wouldAct(_ step: AutomaticStep) -> String {
    let about: String
    switch step.automation.subject {
    case .workOrder: about = step.automation.number(in: office).map(String.init) ?? ""
    case .customer(let id): about = office.customer(id)?.name ?? ""
    case .conflict(let id): about = "conflict \(id.description.prefix(8))"
    }
    return "rule \(step.automation.name) on \(about), due \(time(step.dueAt))"
  }
}

extension Automation {
  /// What people call the rule: the office's own by the name it gave.
  fileprivate var name: String { rule == .sendingRule ? cause.clipped(32) : rule.rawValue }

  /// Of the order that a rule acted on; nil when it was something else.
  public func number(in office: Office) -> Int? {
    switch subject {
    case .workOrder(let id): office.order(id)?.number
    case .customer, .conflict: nil
    }
  }
}
