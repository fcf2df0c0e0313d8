extension WorkOrder {
  /// What the rules will do to this order if nothing happens to it before, done steps left out.
  ///
  /// Each rule is one function here; it says from which instant on it acts, for which cause, and by which
  /// commands. All of it is known as soon as the order is: time only makes a step due.
  func automaticSteps(_ clocks: [ServiceClock], _ limits: Limits) -> [AutomaticStep] {
    // A file of old work is no day gone wrong: what came with an import rests until somebody takes it up here.
    guard !isEnded, !needsNewerConsole, !restsAsImported else { return [] }
    let steps = priorityRises(clocks, limits) + criticalLift + [offerEnd(limits)].compactMap(\.self)
    return steps.filter { limits.isOn($0.automation.rule) && !has(done: $0.automation) }
  }

  /// Whether a rule has acted for this cause, undone or not.
  func has(done automation: Automation) -> Bool {
    ruleMarks.contains { $0.rule == automation.rule && $0.cause == automation.cause }
  }
}

extension WorkOrder {
  /// Waiting work rises by one class when a clock comes to be at risk, until it is missed; and by one when it
  /// has waited for long. Somebody who has set the priority since then knew it, and is not corrected.
  private func priorityRises(_ clocks: [ServiceClock], _ limits: Limits) -> [AutomaticStep] {
    guard hold == nil, priority > AutomaticRule.highest,
      let higher = Priority(rawValue: priority.rawValue - 1),
      status.category != .active, doneAt == nil
    else { return [] }
    var steps: [AutomaticStep] = []
    for clock in clocks {
      guard let turn = clock.riskAndBreach, turn.risk > prioritySetAt ?? .distantPast else { continue }
      steps.append(
        rise(
          .clockEscalation, cause: clock.kind.rawValue, to: higher, .clock(clock.kind, due: turn.due),
          at: turn.risk, until: turn.breach))
    }
    let old = receivedAt + limits.riseAfter
    if isUnassigned, old > prioritySetAt ?? .distantPast {
      steps.append(
        rise(.ageEscalation, cause: "age", to: higher, .age(since: receivedAt), at: old, until: nil))
    }
    return steps
  }

  /// What is critical for the customer's business is not left behind, unless somebody had a reason to.
  private var criticalLift: [AutomaticStep] {
    guard impact == .critical, priority > AutomaticRule.highest, priorityReason == nil, doneAt == nil else {
      return []
    }
    return [
      rise(
        .criticalLift, cause: Impact.critical.rawValue, to: AutomaticRule.highest, .impact(.critical),
        at: receivedAt, until: nil)
    ]
  }

  private func rise(
    _ rule: AutomaticRule, cause: String, to higher: Priority, _ basis: PriorityRise, at dueAt: Timestamp,
    until: Timestamp?
  ) -> AutomaticStep {
    AutomaticStep(
      Automation(rule, on: id, cause: cause),
      [.raisePriority(id, RaisePriority(to: higher, because: basis, replacing: priority))], dueAt: dueAt,
      until: until)
  }
}

extension ServiceClock {
  /// When it comes to be at risk, is due and is missed, while it runs; nil once it is met, stands, or is a P1's.
  var riskAndBreach: (risk: Timestamp, due: Timestamp, breach: Timestamp)? {
    let flips = flips
    guard flips.count == 2 else { return nil }
    return (flips[0], face(at: flips[0]).dueAt, flips[1])
  }
}
