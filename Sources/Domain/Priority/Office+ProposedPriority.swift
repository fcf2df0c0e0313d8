/// The rules that propose a priority, one step each, so that the proposal explains itself:
///
///     urgency now P2 · today, soon, not said P3 · whenever P4
///     service other than reactive        one lower, not below P4
///     tier gold                          one higher, not above P2: money alone makes no P1
///     equipment important                one higher, not above P2
///     equipment critical                 one higher
///     critical for the business          one higher, not above P2
///     cosmetic                           one lower, not below P4
///     a word that is always P1           P1, unless it is denied: "nobody inside"
extension Office {
  public func proposedPriority(of order: WorkOrder) -> PriorityProposal {
    var reckoning = Reckoning(order.saidUrgency)
    reckoning.take(.service(order.service), lowers: order.service != .reactive)
    if let customer = customer(of: order) {
      reckoning.take(.tier(customer.tier), raisesTo: customer.tier == .gold ? .p2 : nil)
    }
    if let equipment = equipment(order.equipment) {
      reckoning.take(
        .criticality(equipment.criticality, equipment: equipment.name),
        raisesTo: equipment.criticality.highest)
    }
    switch order.impact {
    case .critical: reckoning.take(.impact(.critical), raisesTo: .p2)
    case .cosmetic: reckoning.take(.impact(.cosmetic), lowers: true)
    case .normal, nil: break
    }
    if let (word, trade) = alwaysP1Word(in: order) { reckoning.take(.alwaysP1(word: word, trade: trade)) }
    return PriorityProposal(priority: reckoning.priority, steps: reckoning.steps)
  }

  /// The same for a call that is still being logged.
  public func proposedPriority(of work: LoggedWork) -> PriorityProposal {
    proposedPriority(of: WorkOrder(work, at: work.receivedAt))
  }

  /// The trade's own words that make it P1; without a trade, or with one that nobody knows, those of the trade that its
  /// words point to.
  private func alwaysP1Word(in order: WorkOrder) -> (word: String, trade: Trade)? {
    let texts =
      [order.summary, order.description, order.category].compactMap(\.self) + order.requests.map(\.words)
    let text = texts.joined(separator: "\n").lowercased()
    guard let entry = trades[order.trade] ?? trades[trades.match(text)], !entry.alwaysP1.isEmpty else {
      return nil
    }
    let words = SpokenWords(text)
    return entry.alwaysP1.first { words.affirm($0) }.map { ($0, entry.trade) }
  }
}

/// The priority so far and how it came about.
private struct Reckoning {
  var priority: Priority
  var steps: [PriorityProposal.Step]

  init(_ urgency: Urgency?) {
    switch urgency {
    case .now: priority = .p2
    case .today, .soon, nil: priority = .p3
    case .whenever: priority = .p4
    }
    steps = [PriorityProposal.Step(.urgency(urgency), .starts(priority))]
  }

  mutating func take(_ rule: PriorityProposal.Rule, lowers: Bool) {
    guard lowers, let lower = Priority(rawValue: priority.rawValue + 1) else { return note(rule, .leaves) }
    priority = lower
    note(rule, .raises(-1))
  }

  /// One higher, where the rule goes that far.
  mutating func take(_ rule: PriorityProposal.Rule, raisesTo highest: Priority?) {
    guard let highest, highest < priority, let higher = Priority(rawValue: priority.rawValue - 1) else {
      return note(rule, .leaves)
    }
    priority = higher
    note(rule, .raises(1))
  }

  mutating func take(_ rule: PriorityProposal.Rule) {
    let was = priority
    priority = .p1
    note(rule, was == .p1 ? .leaves : .sets(.p1))
  }

  private mutating func note(_ rule: PriorityProposal.Rule, _ effect: PriorityProposal.Effect) {
    steps.append(PriorityProposal.Step(rule, effect))
  }
}

extension Criticality {
  /// The highest priority to which a thing's importance alone may raise.
  fileprivate var highest: Priority? {
    switch self {
    case .normal: nil
    case .important: .p2
    case .critical: .p1
    }
  }
}
