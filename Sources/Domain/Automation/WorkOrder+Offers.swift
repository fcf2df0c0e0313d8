/// What becomes of an offer that a technician does not answer.
extension WorkOrder {
  /// The visit goes back to the queue some time after he has seen it: who has just looked has the whole time to
  /// answer. By a rule of its own the same goes for one that was told by message and not even seen, counted from
  /// then. Who is called on the phone answers there, and nothing is taken from him because nobody has reported it.
  func offerEnd(_ limits: Limits) -> AutomaticStep? {
    guard hold == nil, !effectivePin.holdsTechnician, let assignment = openVisit?.activeAssignment,
      let told = assignment.dispatchedAt
    else { return nil }
    let rule: AutomaticRule
    let since: Timestamp
    switch assignment.status {
    case .seen: (rule, since) = (.unansweredOffer, max(told, assignment.seenAt ?? told))
    case .dispatched:
      guard assignment.toldBy == .message else { return nil }
      (rule, since) = (.unseenOffer, told)
    case .tentative, .scheduled, .accepted, .travelling, .onSite, .done, .notDone, .declined: return nil
    }
    return AutomaticStep(
      Automation(rule, on: id, cause: OfferCause(assignment.technician, told: told).text),
      [.unassignVisit(id, UnassignVisit(replacing: assignment.technician))],
      dueAt: since + limits.offerWithin(priority))
  }

  /// The offer that a rule took back, as long as nobody was given the order since.
  var endedOffer: (technician: Technician.ID, at: Timestamp)? {
    guard isUnassigned, let mark = ruleMarks.last(where: { $0.rule.endsOffers }),
      let cause = OfferCause(mark.cause)
    else { return nil }
    let since = visits.flatMap(\.assignments).map(\.assignedAt).max()
    return since.map { $0 > mark.at } ?? false ? nil : (cause.technician, mark.at)
  }
}

/// Which offer a rule ended: to whom, and when he was told.
private struct OfferCause {
  let technician: Technician.ID
  let told: Timestamp

  init(_ technician: Technician.ID, told: Timestamp) {
    self.technician = technician
    self.told = told
  }

  init?(_ text: String) {
    let parts = text.split(separator: "@")
    guard parts.count == 2, let id = Technician.ID(parts[0]), let seconds = Int64(parts[1]) else {
      return nil
    }
    self.init(id, told: Timestamp(seconds: seconds))
  }

  var text: String { "\(technician)@\(told.seconds)" }
}

extension AutomaticRule {
  fileprivate var endsOffers: Bool {
    switch self {
    case .unansweredOffer, .unseenOffer: true
    case .clockEscalation, .ageEscalation, .criticalLift, .alertEscalation, .sendingRule: false
    }
  }
}

extension Limits {
  public func seenWithin(_ priority: Priority) -> Span { priority == .p1 ? seenWithinP1 : seenWithin }
  public func acceptWithin(_ priority: Priority) -> Span { priority == .p1 ? acceptWithinP1 : acceptWithin }
  public func offerWithin(_ priority: Priority) -> Span { priority == .p1 ? offerWithinP1 : offerWithin }
}
