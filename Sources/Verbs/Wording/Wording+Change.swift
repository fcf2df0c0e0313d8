import Domain

extension Wording {
  /// What an event turned into what, as history shows it; nil where there was or is nothing. `status` is the
  /// order's before and after the entry that the event came in.
  func change(
    _ event: WorkOrderEvent, from before: WorkOrder?, to after: WorkOrder?,
    status: (WorkOrderStatus?, WorkOrderStatus?)
  ) -> (String?, String?) {
    switch event {
    case .logged, .imported: return (nil, status.1.map(Wording.status))
    case .edited(let changes):
      return (
        fields(changes.map { ($0.field.rawValue, $0.from?.words) }),
        fields(changes.map { ($0.field.rawValue, $0.to?.words) })
      )
    case .priorityChanged(let from, let to, _), .priorityRestored(let from, let to, _, _, _),
      .priorityRaised(let from, let to, _, _):
      return (from.text, to.text)
    case .assigned, .pencilledIn, .unassigned, .visitMoved, .visitPlanned, .furtherVisitPlanned,
      .visitDropped:
      let (was, became) = (plan(before), plan(after))
      return was == became ? (nil, nil) : (was, became)
    case .visitPinned(let id, _): return (pin(id, before), pin(id, after))
    case .visitCrewed(let id, _, _): return (along(id, before), along(id, after))
    case .flagged, .unflagged: return (flag(before), flag(after))
    case .claimed, .claimReleased:
      return (before?.claim.map { person($0.by) } ?? "nobody", after?.claim.map { person($0.by) } ?? "nobody")
    case .partUsed(let name, let quantity): return (nil, "\(name) x \(quantity)")
    case .calledAgain(let request): return (nil, request.words)
    case .noted(let words), .thread(.said(_, let words)): return (nil, words)
    case .thread(.read), .thread(.readAlone), .thread(.heard), .signOffSealed:
      return (nil, self.event(event))
    case .attached(_, let name, _, _): return (nil, name)
    case .anomalyFound(let kind, let detail, let facts): return (nil, odd(kind, detail, facts))
    case .postponed: return (before?.postponedTo.map { day($0) }, after?.postponedTo.map { day($0) })
    // What was written, sent or taken back is said by the event itself.
    case .message: return (nil, nil)
    case .ruleApplied(let rule, _): return (nil, rule.rawValue)
    case .alertChanged, .breachExplained, .accessMissed: return (nil, self.event(event))
    case .importUpdated, .triaged, .untriaged, .dispatched, .toldBy, .seen, .accepted, .declined,
      .travelStarted,
      .arrived, .stepTakenBack,
      .putOnHold, .released, .holdRestored, .visitDone, .visitNotDone, .closed, .cancelled, .markedDuplicate,
      .reopened, .endingRestored, .returnedForRework:
      return (status.0.map(Wording.status), status.1.map(Wording.status))
    }
  }

  private func fields(_ values: [(String, String?)]) -> String {
    values.map { "\($0.0)=\($0.1 ?? "")" }.joined(separator: " ")
  }

  /// Who has it and when: `Ruiz, Ana 11:00`, `nobody`.
  private func plan(_ order: WorkOrder?) -> String {
    guard let order else { return "nobody" }
    let who = order.technician.map { office.technician($0)?.name.words ?? $0.description } ?? "nobody"
    return order.openVisit?.start.map { "\(who) \(time($0))" } ?? who
  }

  private func pin(_ visit: Visit.ID, _ order: WorkOrder?) -> String? {
    order?.visits.first { $0.id == visit }?.pin.map(Wording.pin)
  }

  private func along(_ visit: Visit.ID, _ order: WorkOrder?) -> String? {
    order?.visits.first { $0.id == visit }.flatMap { visit in
      visit.helpers.map { "with \(names($0, visit.roles))" }
    }
  }

  private func flag(_ order: WorkOrder?) -> String {
    guard let flag = order?.flag else { return "no flag" }
    return flag.until.map { "flagged until \($0.iso)" } ?? "flagged"
  }
}
