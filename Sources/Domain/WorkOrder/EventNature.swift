/// What an event of an order is, besides what it changes there.
struct EventNature {
  /// What of the order it changes, so far as it can stand in somebody's way.
  let aspect: OrderAspect
  /// Whether somebody did it; what a rule does is no sign that anybody works on an order.
  var isPersons = true
  /// The visit of which it is a step that the technician reports; nil for what nobody in the field caused.
  var step: Visit.ID?
  /// Whether that was said where the visit is.
  var isOnSite = false
}

extension WorkOrderEvent {
  /// The one place that knows an event by its kind; the compiler asks for every new one.
  var nature: EventNature {
    switch self {
    case .logged, .imported, .importUpdated, .edited, .triaged, .untriaged, .flagged, .unflagged,
      .breachExplained, .postponed:
      EventNature(aspect: .record)
    case .visitPlanned, .furtherVisitPlanned, .visitDropped, .visitMoved, .visitCrewed, .assigned,
      .pencilledIn,
      .unassigned:
      EventNature(aspect: .plan)
    case .declined(let visit, _): EventNature(aspect: .plan, step: visit)
    case .visitPinned: EventNature(aspect: .pin)
    case .dispatched, .toldBy, .accessMissed: EventNature(aspect: .progress)
    case .seen(let visit), .accepted(let visit), .travelStarted(let visit):
      EventNature(aspect: .progress, step: visit)
    case .arrived(let visit): EventNature(aspect: .progress, step: visit, isOnSite: true)
    case .visitDone(let visit, _), .visitNotDone(let visit, _, _):
      EventNature(aspect: .ending, step: visit, isOnSite: true)
    case .closed, .cancelled, .markedDuplicate, .reopened, .endingRestored, .returnedForRework:
      EventNature(aspect: .ending)
    case .priorityChanged, .priorityRestored: EventNature(aspect: .priority)
    case .priorityRaised: EventNature(aspect: .priority, isPersons: false)
    case .claimed, .claimReleased: EventNature(aspect: .claim)
    case .putOnHold, .released, .holdRestored: EventNature(aspect: .hold)
    case .noted, .calledAgain, .partUsed, .attached, .anomalyFound, .thread(.said): EventNature(aspect: .word)
    case .ruleApplied, .alertChanged, .thread(.read), .thread(.readAlone), .signOffSealed:
      EventNature(aspect: .word, isPersons: false)
    // How a message fared says nothing about the work: it neither moves nor stalls by it.
    case .message(_, let event): EventNature(aspect: .word, isPersons: !event.isReport)
    }
  }
}
