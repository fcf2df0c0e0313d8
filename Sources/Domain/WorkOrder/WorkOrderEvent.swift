/// What happens to a work order, its visits and assignments.
public enum WorkOrderEvent: Codable, Hashable, Sendable {
  case logged(LoggedWork)
  case imported(ImportedWork)
  case importUpdated(ImportedWork)
  case edited([FieldChange<WorkOrder.Field>])
  case triaged
  case priorityChanged(from: Priority, to: Priority, reason: String?)
  /// A change of priority was taken back: the reason and whether it was confirmed are as before.
  /// `agreed` is the one that the clocks go by, where a rule had raised it.
  case priorityRestored(
    from: Priority, to: Priority, reason: String?, isConfirmed: Bool, agreed: Priority?)
  /// A rule raised it; `over` is what somebody had said for the priority that it was.
  case priorityRaised(from: Priority, to: Priority, because: PriorityRise, over: String?)
  /// A rule has acted, for this cause: it will not act for it again.
  case ruleApplied(AutomaticRule, cause: String)
  case alertChanged(Alert.ID, AlertChange)
  /// Why a clock was missed; nil for the cause when it was taken back.
  case breachExplained(ClockFace.Kind, BreachCause?, note: String?)
  /// A visit ended before a closed door, or nobody was there.
  case accessMissed(Visit.ID, evidence: String, charges: Bool)
  case untriaged
  /// `restoring` is the flag as it stood, where an undo puts it back: whose it was and since when.
  case flagged(until: CivilDate?, restoring: FollowUp? = nil)
  case unflagged
  case claimed
  case claimReleased
  case visitPlanned(Visit.ID, start: Timestamp?, estimate: Span)
  /// Planned beside a visit that is open; it waits until that one is over.
  case furtherVisitPlanned(Visit.ID, start: Timestamp?, estimate: Span)
  /// Planned by an assignment that was taken back.
  case visitDropped(Visit.ID)
  case visitMoved(Visit.ID, start: Timestamp?, estimate: Span)
  case visitPinned(Visit.ID, Pin?)
  /// Who comes along to a visit beside its technician; nobody where the list is empty.
  case visitCrewed(Visit.ID, [Technician.ID], roles: [CrewRole]? = nil)
  /// `restoring` is the assignment as it stood, where an undo gives the visit back: he was told when he was told.
  case assigned(Visit.ID, Technician.ID, told: Bool, restoring: Assignment? = nil)
  /// Given for now: nobody is told, and no promise counts as kept by it.
  case pencilledIn(Visit.ID, Technician.ID)
  case unassigned(Visit.ID, Technician.ID)
  case dispatched(Visit.ID)
  /// How whoever has it was told of it.
  case toldBy(Visit.ID, TellingRoad)
  case seen(Visit.ID)
  case accepted(Visit.ID)
  case declined(Visit.ID, reason: String)
  case travelStarted(Visit.ID)
  case arrived(Visit.ID)
  /// The step was reported by a slip: the visit stands as it did before.
  case stepTakenBack(Visit.ID, AssignmentStatus)
  case putOnHold(Hold)
  case released
  /// An undo's: held as before, as if it had never been released; nil is not held, as if it had never been.
  case holdRestored(Hold?)
  case visitDone(Visit.ID, CompletionReport)
  case visitNotDone(Visit.ID, reason: String, nextStep: String?)
  case closed(ServiceLevelRecord)
  case cancelled(CancelReason, words: String, fee: Money?)
  case markedDuplicate(of: WorkOrder.ID, number: Int)
  case reopened(reason: String)
  /// An undo's: ended as before, as if it had never been reopened; nil is not ended, as if it had never been.
  case endingRestored(from: Ending?, to: Ending?)
  /// Done work was not right: why, and the visit that is needed now; no reason is an undo's, as if it had never been.
  case returnedForRework(Visit.ID, reason: String?)
  case noted(String)
  case partUsed(String, quantity: String)
  /// Somebody called about it once more.
  case calledAgain(WorkRequest)
  case attached(sha256: Digest, name: String, type: String, bytes: Int)
  case anomalyFound(Anomaly.Kind, detail: String = "", facts: Anomaly.Facts? = nil)
  /// Put off to a day; nil is today's again.
  case postponed(to: CivilDate?)
  /// What happens to a message about the order.
  case message(OutgoingMessage.ID, MessageEvent)
  /// What the desk and its technicians say to each other.
  case thread(ThreadEvent)
  /// A message has told the customer a code to sign with.
  case signOffSealed(SignOffSeal)
}
