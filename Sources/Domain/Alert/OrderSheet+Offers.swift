/// What an order has to do with the technician who was told of it: when he should have seen or accepted it, or
/// that he has not taken it.
struct OfferSheet: Sendable {
  enum State: Sendable {
    /// Told on that road, until then to be seen.
    case told(TellingRoad)
    /// Seen, until then to be accepted.
    case seen
    /// Taken back by a rule.
    case ended
  }

  let state: State
  let technician: Technician.ID
  let since: Timestamp
  /// When it is an alert.
  let turnsAt: Timestamp

  init?(_ order: borrowing WorkOrder, in office: borrowing Office) {
    if order.isEnded || order.hold != nil { return nil }
    let found: (State, Technician.ID, Timestamp, Timestamp)
    if let active = order.openVisit?.activeAssignment {
      switch active.status {
      case .dispatched:
        guard let told = active.dispatchedAt else { return nil }
        found = (
          .told(active.toldBy ?? .phone), active.technician, told,
          told + office.limits.seenWithin(order.priority)
        )
      case .seen:
        guard let seen = active.seenAt else { return nil }
        found = (.seen, active.technician, seen, seen + office.limits.acceptWithin(order.priority))
      case .tentative, .scheduled, .accepted, .travelling, .onSite, .done, .notDone, .declined: return nil
      }
    } else if let ended = order.endedOffer {
      found = (.ended, ended.technician, ended.at, ended.at)
    } else {
      return nil
    }
    (state, technician, since, turnsAt) = found
  }
}

extension OrderSheet {
  func alert(of offer: OfferSheet, at now: Timestamp) -> Alert? {
    guard offer.turnsAt <= now else { return nil }
    let kind: Alert.Kind
    let evidence: Alert.Evidence
    let remedy: Alert.Remedy
    switch offer.state {
    case .told(let road):
      // Who was phoned has heard of it: what is missing is his answer, which whoever called him puts on record.
      (kind, remedy) = (.notSeen, road == .phone ? .accept : .message)
      evidence = .unseen(since: offer.since, by: road)
    case .seen:
      (kind, remedy) = (.notAccepted, .message)
      evidence = .unanswered(since: offer.since)
    case .ended:
      (kind, remedy) = (.offerEnded, .assign)
      evidence = .offerEnded
    }
    return Alert(
      id: Alert.ID(kind, order: number, cause: offer.turnsAt),
      severity: priority == .p1 ? .high : .medium,
      since: max(offer.turnsAt, facts.goesOnSince ?? offer.turnsAt), orderID: id,
      technicianID: offer.technician, evidence: evidence, remedy: remedy)
  }
}
