public import Domain

extension Wording {
  /// What happened, as a history line says it: the words after the verb.
  public func event(_ event: WorkOrderEvent) -> String {
    switch event {
    case .logged(let work):
      "logged by \(work.request.source.rawValue): \(work.summary)"
        + (work.unasked.isEmpty ? "" : " · not asked: \(Self.unasked(work.unasked))")
    case .imported(let work): "imported: \(work.logged.summary)"
    case .importUpdated(let work): "updated by an import: \(work.logged.summary)"
    case .edited(let changes):
      changes.map { "\($0.field.rawValue) \(value($0.from, $0.field)) → \(value($0.to, $0.field))" }.joined(
        separator: ", ")
    case .triaged: "triaged"
    case .priorityChanged(let from, let to, let reason) where from == to:
      "priority stays \(from.text)\(reason.map { ": \($0)" } ?? "")"
    case .priorityChanged(let from, let to, let reason):
      "priority \(from.text) → \(to.text)\(reason.map { ": \($0)" } ?? "")"
    case .priorityRestored(let from, let to, _, _, _): "priority \(from.text) → \(to.text), put back"
    case .priorityRaised(let from, let to, let basis, let over):
      "priority \(from.text) → \(to.text), \(rise(basis))\(over.map { "; it was set: \($0)" } ?? "")"
    case .alertChanged(let alert, let change): self.change(change, of: alert)
    case .breachExplained(let clock, let cause?, let note):
      "\(clock.rawValue) missed because of \(cause.rawValue.replacing("-", with: " "))\(note.map { ": \($0)" } ?? "")"
    case .breachExplained(let clock, nil, _): "cause of the missed \(clock.rawValue) taken back"
    case .accessMissed(_, let evidence, let charges):
      "no access: \(evidence)\(charges ? ", the return visit is charged" : "")"
    case .ruleApplied(let rule, let cause):
      "rule \(rule.rawValue)\(self.cause(cause, of: rule).map { " (\($0))" } ?? "") will not act on this again"
    case .untriaged: "triage taken back"
    case .flagged(let until, _): until.map { "flagged until \(day($0))" } ?? "flagged"
    case .unflagged: "flag taken off"
    case .claimed: "claimed"
    case .claimReleased: "claim given free"
    case .visitPlanned(_, let start, let estimate):
      "visit planned\(start.map { " for \(time($0))" } ?? ""), \(TimeWords.length(estimate))"
    case .furtherVisitPlanned(_, let start, let estimate):
      "further visit planned\(start.map { " for \(time($0))" } ?? ""), \(TimeWords.length(estimate))"
    case .visitDropped: "visit dropped"
    case .visitMoved(_, let start, let estimate):
      "visit moved\(start.map { " to \(time($0))" } ?? ""), \(TimeWords.length(estimate))"
    case .visitPinned(_, let pin): pin.map { "pin: \(Wording.pin($0))" } ?? "pin forgotten"
    case .visitCrewed(_, let helpers, let roles):
      helpers.isEmpty ? "nobody comes along" : "\(names(helpers, roles)) along"
    case .assigned(_, let technician, _, _?): "given back to \(self.technician(technician)), as he had it"
    case .assigned(_, let technician, let told, nil):
      "given to \(self.technician(technician))\(!told ? "" : hasNoNumber(technician) ? ", who has no number" : ", who was told")"
    case .pencilledIn(_, let technician): "pencilled in for \(self.technician(technician))"
    case .unassigned(_, let technician): "taken back from \(self.technician(technician))"
    case .dispatched: "technician told"
    case .toldBy(_, let road): "told by \(road.rawValue)"
    case .seen: "seen by the technician"
    case .accepted: "accepted"
    case .declined(_, let reason): "declined: \(reason)"
    case .travelStarted: "travelling"
    case .arrived: "on site"
    case .stepTakenBack(_, let step): "\(Self.status(step)) taken back, it was a slip"
    case .putOnHold(let hold): "held for \(hold.reason.rawValue): \(hold.note)"
    case .released: "released"
    case .holdRestored(let hold):
      hold.map { "held for \($0.reason.rawValue) as before" } ?? "hold taken back"
    case .visitDone(_, let report): done(report)
    case .visitNotDone(_, let reason, let nextStep) where reason.hasPrefix("held: "):
      "visit ended, \(reason)\(nextStep.map { ", next \($0)" } ?? "")"
    case .visitNotDone(_, let reason, let nextStep):
      "not done: \(reason)\(nextStep.map { ", next \($0)" } ?? "")"
    case .closed: "closed"
    case .cancelled(let reason, let words, let fee):
      "cancelled (\(reason.spoken))\(words.isEmpty ? "" : ": \(words)")\(fee.map { ", fee \($0.text)" } ?? "")"
    case .markedDuplicate(_, let number): "duplicate of \(number)"
    case .reopened(let reason): "reopened: \(reason)"
    case .endingRestored(_, let ending): ending == nil ? "its end taken back" : "ended as before"
    case .returnedForRework(_, let reason):
      reason.map { "sent back: \($0)" } ?? "sending back taken back"
    case .partUsed(let name, let quantity): "used \(name) x \(quantity)"
    case .calledAgain(let request):
      "called again\(request.words.trimmed.isEmpty ? "" : ": \"\(request.words)\"")"
    case .noted(let words): "\"\(words)\""
    case .thread(.said(.desk, let words)): "to the technician: \"\(words)\""
    case .thread(.said(.technician, let words)): "to dispatch: \"\(words)\""
    case .thread(.read(.desk, _)): "read by dispatch"
    case .thread(.read(.technician, _)), .thread(.readAlone): "read by the technician"
    case .thread(.heard): "ended by somebody who had the technician's words before him"
    case .signOffSealed: "the customer was told a code to sign with"
    case .attached(_, let name, _, let bytes): "attached \(name), \(bytes) bytes"
    case .anomalyFound(let kind, let detail, let facts): "unexpected: \(odd(kind, detail, facts))"
    case .postponed(let to): to.map { "put off to \(day($0))" } ?? "taken into the queue again"
    case .message(let id, let event): self.event(event, of: id)
    }
  }

  /// Why a rule raised a priority.
  private func rise(_ basis: PriorityRise) -> String {
    switch basis {
    case .clock(.response, let due): "SLA escalation: response due \(time(due))"
    case .clock(.fix, let due): "SLA escalation: fix due \(time(due))"
    case .impact(let impact): "\(impact.rawValue) for the customer's business"
    case .age(let since): "SLA escalation: waiting since \(time(since))"
    }
  }

  /// A field's value as people read it: names for ids, clock times for instants.
  private func value(_ text: FieldText?, _ field: WorkOrder.Field) -> String {
    guard let words = text?.words else { return "nothing" }
    switch field {
    case .customer: return Customer.ID(words).flatMap { office.customer($0)?.name } ?? words
    case .site: return Site.ID(words).flatMap { office.site($0)?.name } ?? words
    case .equipment: return Equipment.ID(words).flatMap { office.equipment($0)?.name } ?? words
    case .window: return AppointmentWindow(text: words).map { window($0) } ?? words
    case .summary, .description, .category, .trade, .service, .urgency, .skills, .estimate, .nte, .reference,
      .impact, .rating:
      return words
    }
  }
}

extension Wording {
  /// What set a rule off, in words: an alert by its kind, an offer by its technician.
  func cause(_ cause: String, of rule: AutomaticRule) -> String? {
    switch rule {
    case .clockEscalation: return "the \(cause) clock"
    case .ageEscalation: return "waited for long"
    case .criticalLift: return nil
    case .sendingRule: return cause
    case .alertEscalation:
      let kind = cause.split(separator: "-").first.flatMap { Alert.Kind(rawValue: String($0)) }
      let level = cause.split(separator: " ").last.flatMap { AlertLevel(rawValue: String($0)) }
      guard let kind, let level else { return nil }
      return "\(Wording.kind(kind)), to \(level.rawValue)"
    case .unansweredOffer, .unseenOffer:
      return cause.split(separator: "@").first.flatMap { Technician.ID(String($0)) }.map {
        "offered to \(technician($0))"
      }
    }
  }
}
