public import Domain

extension Wording {
  /// `triaged: Electrical, P2 (was P3) · respond by 11:41`: what is settled by it, said in one line.
  func triaged(_ events: [WorkOrderEvent], _ order: WorkOrder) -> String {
    let was = events.lazy.compactMap { event in
      if case .priorityChanged(let from, let to, _) = event, from != to { " (was \(from.text))" } else { nil }
    }.first
    let trade = order.trade.map { "\(office.trades.spelled($0).clipped(24)), " } ?? ""
    return "triaged: \(trade)\(order.priority.text)\(was ?? "") · \(promise(order))"
  }

  /// Why words are no telephone number; nil where they can be dialled.
  public static func phoneFault(_ words: String) -> String? {
    switch TelephoneNumber.fault(words) {
    case nil: nil
    case .sign(let sign): "no telephone number: \"\(sign)\" cannot be dialled; 0151 496 0123 ext 4 can"
    case .tooShort: "no telephone number: it has under \(TelephoneNumber.fewestInside) figures"
    case .tooLong: "no telephone number: none has over \(TelephoneNumber.most) figures"
    }
  }

  /// The same as a sentence: which words are none, and why.
  public static func phoneRefusal(_ words: String) -> String? {
    phoneFault(words).map { "\"\(words.clipped(24))\" is \($0)." }
  }

  /// What is wrong with a number that is kept all the same; nil for nothing.
  public static func phoneDoubt(_ words: String) -> String? {
    if let fault = phoneFault(words) { return "\(fault); kept as it was said" }
    return TelephoneNumber.isInside(words)
      ? "an inside number: kept as it was said, nobody is known by under \(TelephoneNumber.fewest) figures"
      : nil
  }

  /// One step of a proposed priority: what was looked at, and what came of it.
  public static func step(_ step: PriorityProposal.Step) -> String {
    "\(rule(step.rule)) \(effect(step.effect))"
  }

  private static func rule(_ rule: PriorityProposal.Rule) -> String {
    switch rule {
    case .urgency(let urgency): urgency.map { "caller says \($0.rawValue):" } ?? "no urgency said:"
    case .service(let service): "\(service.rawValue) work:"
    case .tier(let tier): "\(tier.rawValue) customer:"
    case .criticality(let criticality, let equipment): "\(equipment.clipped(24)) is \(criticality.rawValue):"
    case .impact(let impact): "\(impact.rawValue) for the business:"
    case .alwaysP1(let word, let trade): "\"\(word.clipped(24))\" in \(trade.name.clipped(16)) work:"
    }
  }

  private static func effect(_ effect: PriorityProposal.Effect) -> String {
    switch effect {
    case .starts(let priority): "starts at \(priority.text)"
    case .raises(let classes): classes < 0 ? "\(-classes) lower" : "\(classes) higher"
    case .sets(let priority): "always \(priority.text)"
    case .leaves: "no change"
    }
  }

  /// A clock with its arithmetic: start, target, hours, pauses, what it comes to.
  public func clock(_ clock: ClockExplanation) -> String {
    let face = clock.face
    let kind = face.kind == .response ? "respond" : "fix"
    var parts = [
      "\(kind) by \(time(face.dueAt))",
      clock.isOfThen
        ? "as stamped when it was closed"
        : "\(time(clock.start)) + \(TimeWords.agreed(clock.target)) of \(hours(clock))"
    ]
    if face.paused > .zero { parts.append("+ \(TimeWords.clock(face.paused)) paused") }
    switch face.state {
    case .met where face.remaining < .zero:
      parts.append("missed by \(TimeWords.missed(face)), done \(face.metAt.map { time($0) } ?? "")")
    case .met: parts.append("met \(face.metAt.map { time($0) } ?? ""), \(TimeWords.left(face)) left")
    case .breached: parts.append("missed by \(TimeWords.missed(face))")
    case .paused: parts.append("paused, \(TimeWords.left(face)) left")
    case .running, .atRisk:
      parts.append("in \(TimeWords.left(face))\(face.state == .atRisk ? ", at risk" : "")")
    }
    if !clock.isOfThen { parts.append("contract \(clock.contract.clipped(20)) \(clock.priority.text)") }
    return parts.joined(separator: " · ")
  }

  private func hours(_ clock: ClockExplanation) -> String {
    clock.hours.isRoundTheClock ? "24x7" : "\(clock.hours.text.clipped(32)) (\(clock.zone))"
  }
}
