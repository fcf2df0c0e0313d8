extension WorkOrder {
  /// Folds what has happened into the order. Total: what has happened, happened.
  mutating func apply(_ event: WorkOrderEvent, _ stamp: Stamp) {
    noteWorked(event, stamp)
    switch event {
    case .logged, .imported: break
    case .importUpdated(let work): update(from: work, stamp)
    case .edited(let changes): apply(changes)
    case .triaged: triagedAt = stamp.at
    case .untriaged: triagedAt = nil
    case .priorityChanged(let from, let to, let reason):
      setPriority(to, reason, isConfirmed: true, agreed: to == from ? agreedPriority : nil, stamp)
    case .priorityRestored(_, let to, let reason, let isConfirmed, let agreed):
      setPriority(to, reason, isConfirmed: isConfirmed, agreed: agreed, stamp)
    case .priorityRaised(let from, let to, _, _):
      agreedPriority = agreedPriority ?? from
      priority = to
    case .alertChanged(let alert, let change): alertLives.apply(change, to: alert, stamp)
    case .breachExplained(let clock, let cause, let note): explain(clock, cause, note, stamp)
    case .accessMissed(let visit, let evidence, let charges): missAccess(visit, evidence, charges, stamp)
    case .ruleApplied(let rule, let cause): ruleMarks.append(RuleMark(rule, cause: cause, at: stamp.at))
    case .flagged(let until, let known):
      flag = known ?? FollowUp(until: until, by: stamp.by, at: stamp.at)
    case .unflagged: flag = nil
    case .claimed: claim = Claim(by: stamp.by, at: stamp.at)
    case .claimReleased: claim = nil
    case .calledAgain(let request): requests.append(request)
    case .partUsed(let name, let quantity):
      usedParts.append(UsedPart(name, quantity, by: stamp.by, at: stamp.at))
    case .noted(let words): notes.append(Note(words: words, by: stamp.by, at: stamp.at))
    case .attached(let sha256, let name, let type, let bytes):
      attachments.append(
        Attachment(sha256: sha256, name: name, type: type, bytes: bytes, by: stamp.by, at: stamp.at))
    case .anomalyFound(let kind, let detail, let facts):
      anomalies.append(Anomaly(kind, detail: detail, facts: facts, at: stamp.at))
    case .message(let id, let event): apply(event, to: id, stamp)
    case .thread(let event): thread.apply(event, stamp)
    case .signOffSealed(let seal): signOffSeals.append(seal)
    case .postponed(let day): postponedTo = day
    case .putOnHold(let hold): self.hold = hold
    case .released: release(stamp)
    case .holdRestored(let hold): restore(hold)
    case .closed(let record): end(.closed(record), stamp)
    case .cancelled(let reason, let words, let fee): end(.cancelled(reason, words: words, fee: fee), stamp)
    case .markedDuplicate(let id, let number): end(.duplicate(of: id, number: number), stamp)
    case .reopened: reopen(stamp)
    case .endingRestored(_, let before): restore(before, stamp)
    case .returnedForRework(let visit, let reason?):
      reworks.append(Rework(visit: visit, reason: reason, by: stamp.by, at: stamp.at))
    case .returnedForRework(let visit, nil): reworks.removeAll { $0.visit == visit }
    case .visitPlanned(let id, let start, let estimate): plan(id, start, estimate)
    case .furtherVisitPlanned(let id, let start, let estimate):
      plan(id, start, estimate)
      change(id) { $0.isFurther = true }
    case .visitDropped(let id): drop(id)
    case .visitMoved(let id, let start, let estimate):
      change(id) { ($0.start, $0.estimate) = (start, estimate) }
    case .visitPinned(let id, let pin): change(id) { $0.pin = pin }
    case .visitCrewed(let id, let helpers, let roles): crew(id, with: helpers, as: roles)
    case .toldBy(let id, let road): changeLast(of: id) { $0.toldBy = road }
    case .assigned(let id, _, _, let known?): give(id, as: known)
    case .assigned(let id, let technician, let told, nil):
      firstAssignedAt = firstAssignedAt ?? stamp.at
      give(id, to: technician, told ? .dispatched : .scheduled, stamp)
    case .pencilledIn(let id, let technician): give(id, to: technician, .tentative, stamp)
    case .unassigned(let id, let technician): take(id, from: technician)
    case .dispatched(let id): step(id, .dispatched) { $0.dispatchedAt = stamp.at }
    case .seen(let id): step(id, .seen) { $0.seenAt = stamp.at }
    case .accepted(let id): step(id, .accepted) { $0.acceptedAt = stamp.at }
    case .declined(let id, let reason):
      step(id, .declined) { ($0.reason, $0.endedAt) = (reason, stamp.at) }
    case .travelStarted(let id): step(id, .travelling) { $0.travellingAt = stamp.at }
    case .arrived(let id):
      firstOnSiteAt = firstOnSiteAt ?? stamp.at
      step(id, .onSite) { $0.onSiteAt = stamp.at }
    case .stepTakenBack(let id, let step): takeBack(step, of: id)
    case .visitDone(let id, let report):
      step(id, .done) { ($0.report, $0.endedAt) = (report, stamp.at) }
    case .visitNotDone(let id, let reason, let nextStep):
      step(id, .notDone) { ($0.reason, $0.nextStep, $0.endedAt) = (reason, nextStep, stamp.at) }
    }
  }
}

extension WorkOrder {
  /// What somebody did here; an import only tells what is so elsewhere.
  private mutating func noteWorked(_ event: WorkOrderEvent, _ stamp: Stamp) {
    guard event.nature.isPersons else { return }
    lastChangedAt = max(lastChangedAt, stamp.at)
    if case .importUpdated = event {} else { isWorkedOnHere = true }
  }

  private mutating func setPriority(
    _ priority: Priority, _ reason: String?, isConfirmed: Bool, agreed: Priority?, _ stamp: Stamp
  ) {
    self.priority = priority
    agreedPriority = agreed
    priorityReason = reason
    priorityIsConfirmed = isConfirmed
    prioritySetAt = stamp.at
  }

  private mutating func explain(
    _ clock: ClockFace.Kind, _ cause: BreachCause?, _ note: String?, _ stamp: Stamp
  ) {
    breaches.removeAll { $0.clock == clock }
    guard let cause else { return }
    breaches.append(BreachExplanation(clock, cause, note: note, by: stamp.by, at: stamp.at))
  }

  private mutating func missAccess(_ visit: Visit.ID, _ evidence: String, _ charges: Bool, _ stamp: Stamp) {
    missedAccesses.append(
      MissedAccess(
        visit: visit, technician: visits.last { $0.id == visit }?.assignment?.technician, evidence: evidence,
        charges: charges, at: stamp.at))
  }

  private mutating func apply(_ event: MessageEvent, to id: OutgoingMessage.ID, _ stamp: Stamp) {
    if case .written(let message) = event {
      messages.append(message)
    } else if let index = messages.lastIndex(where: { $0.id == id }) {
      messages[index].apply(event, at: stamp.at)
    }
  }

  private mutating func release(_ stamp: Stamp) {
    guard let hold else { return }
    pastHolds.append(PastHold(hold: hold, releasedAt: stamp.at, releasedBy: stamp.by))
    self.hold = nil
  }

  /// What an undo brings back was never interrupted: the pause goes on, or has never been.
  private mutating func restore(_ hold: Hold?) {
    if let hold, pastHolds.last?.hold == hold { pastHolds.removeLast() }
    self.hold = hold
  }

  /// An ended order is not on hold and nobody works on it: the pause ends with the order.
  private mutating func end(_ kind: Ending.Kind, _ stamp: Stamp) {
    release(stamp)
    claim = nil
    flag = nil
    ending = Ending(kind, at: stamp.at, by: stamp.by)
  }

  private mutating func reopen(_ stamp: Stamp) {
    if let ending { pastEndings.append(ending.takenBack(at: stamp.at)) }
    ending = nil
  }

  /// It has not ended anew: what the ending took away is gone as before, and its instant stands.
  private mutating func restore(_ ending: Ending?, _ stamp: Stamp) {
    if let ending {
      if hold != nil { release(stamp) }
      (claim, flag) = (nil, nil)
      if pastEndings.last?.isSame(as: ending) ?? false { pastEndings.removeLast() }
    }
    self.ending = ending
  }
}

extension WorkOrderEvent {
  /// The order that this one became or was a duplicate of, which gets or loses what its callers said.
  public var original: WorkOrder.ID? {
    if case .markedDuplicate(let original, _) = self { return original }
    guard case .endingRestored(let from, let to) = self else { return nil }
    for case .duplicate(let original, _)? in [from?.kind, to?.kind] { return original }
    return nil
  }
}
