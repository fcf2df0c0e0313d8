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
  /// The visit that it plans, gives to somebody or takes from him.
  var planned: Visit.ID?
  /// What it means beside the order.
  var consequence: Consequence?

  /// What an event means for other records: what its equipment's history says of the order, and whose calls are whose.
  enum Consequence {
    case written, writtenAnew, rated, takenBack
    case endingRestored(from: Ending?, to: Ending?)
    case callsMoved(to: WorkOrder.ID)
  }
}

extension WorkOrderEvent {
  /// The visit that it plans, gives to somebody or takes from him; nil for every other event.
  public var plannedVisit: Visit.ID? { nature.planned }

  /// The one place that knows an event by its kind; the compiler asks for every new one.
  var nature: EventNature {
    switch self {
    case .edited(let changes):
      EventNature(
        aspect: .record, consequence: changes.contains { $0.field == .rating } ? .rated : nil)
    case .logged, .triaged, .untriaged, .flagged, .unflagged,
      .breachExplained, .postponed:
      EventNature(aspect: .record)
    case .imported: EventNature(aspect: .record, consequence: .written)
    case .importUpdated: EventNature(aspect: .record, consequence: .writtenAnew)
    case .visitPlanned, .visitDropped, .visitCrewed: EventNature(aspect: .plan)
    case .furtherVisitPlanned(let visit, _, _), .visitMoved(let visit, _, _), .assigned(let visit, _, _, _),
      .pencilledIn(let visit, _), .unassigned(let visit, _):
      EventNature(aspect: .plan, planned: visit)
    case .declined(let visit, _): EventNature(aspect: .plan, step: visit)
    case .visitPinned: EventNature(aspect: .pin)
    case .dispatched, .toldBy, .accessMissed: EventNature(aspect: .progress)
    case .seen(let visit), .accepted(let visit), .travelStarted(let visit), .stepTakenBack(let visit, _):
      EventNature(aspect: .progress, step: visit)
    case .arrived(let visit): EventNature(aspect: .progress, step: visit, isOnSite: true)
    case .visitDone(let visit, _), .visitNotDone(let visit, _, _):
      EventNature(aspect: .ending, step: visit, isOnSite: true)
    case .cancelled, .returnedForRework: EventNature(aspect: .ending)
    case .closed: EventNature(aspect: .ending, consequence: .written)
    case .reopened: EventNature(aspect: .ending, consequence: .takenBack)
    case .endingRestored(let from, let to):
      EventNature(aspect: .ending, consequence: .endingRestored(from: from, to: to))
    case .markedDuplicate(let original, _):
      EventNature(aspect: .ending, consequence: .callsMoved(to: original))
    case .priorityChanged, .priorityRestored: EventNature(aspect: .priority)
    case .priorityRaised: EventNature(aspect: .priority, isPersons: false)
    case .claimed, .claimReleased: EventNature(aspect: .claim)
    case .putOnHold, .released, .holdRestored: EventNature(aspect: .hold)
    case .noted, .calledAgain, .partUsed, .attached, .anomalyFound, .thread(.said): EventNature(aspect: .word)
    case .ruleApplied, .alertChanged, .thread(.read), .thread(.readAlone), .thread(.heard), .signOffSealed:
      EventNature(aspect: .word, isPersons: false)
    // How a message fared says nothing about the work: it neither moves nor stalls by it.
    case .message(_, let event): EventNature(aspect: .word, isPersons: !event.isReport)
    }
  }
}
