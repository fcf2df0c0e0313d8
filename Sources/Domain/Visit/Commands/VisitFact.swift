/// A step that a technician reports: a fact, never refused for state or time once he had the visit.
///
/// A skipped step is accepted with an anomaly, a repeated one is *same*. On an order that nobody has there is nothing
/// to report on, and it is refused. From a technician it was taken from, it goes on record as an anomaly with his
/// words, and leaves alone what the one who has it now says.
protocol VisitFact: WorkOrderCommand {
  /// The visit that the reporter means; nil for the one that is open or was last.
  var visit: Visit.ID? { get }
  /// The status after the step.
  static var reached: AssignmentStatus { get }
  /// The statuses from which the step is no surprise.
  static var expected: [AssignmentStatus] { get }
  /// What the reporter said beside the step itself.
  var words: String? { get }

  func event(on visit: Visit.ID) -> WorkOrderEvent
  /// Whether a repeated step says something else than the one on record, which must not be dropped in silence.
  func saysMore(than assignment: Assignment) -> Bool
}

extension VisitFact {
  var words: String? { nil }

  func saysMore(than assignment: Assignment) -> Bool { false }

  func decideStep(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    let reporter = moment.person?.technician
    let found = meantVisit(on: order, by: reporter, in: moment)
    guard let found, let assignment = found.assignment, reporter == nil || assignment.technician == reporter
    else {
      return try reportAfterwards(on: order, in: moment)
    }
    if assignment.status == Self.reached || assignment.hasStamp(of: Self.reached) {
      if saysMore(than: assignment) { throw .wrongState(order.number, order.status, wanted: .unreported) }
      return []
    }
    if assignment.status == .declined, reporter == nil {
      throw .wrongState(order.number, order.status, wanted: .assigned)
    }
    let isEnd = Self.reached.isOver && Self.reached != .declined
    let next = isEnd ? order.goingOn(after: found.id, in: moment) : []
    return [event(on: found.id)] + anomalies(on: order, assignment, isByDesk: reporter == nil) + next
  }

  /// The visit that a report is about: the named one, else the reporter's, else the one in hand.
  ///
  /// Before the day of a further visit nobody reports that it is over: it is the end of the one before, told twice.
  func meantVisit(on order: WorkOrder, by reporter: Technician.ID?, in moment: Moment) -> Visit? {
    if let visit { return order.visits.last { $0.id == visit } }
    guard let found = foundVisit(on: order, by: reporter) else { return nil }
    let today = moment.office.today(at: moment.now)
    guard Self.reached.isOver, found.isFurther != nil,
      found.activeAssignment.map({ !$0.status.isTold }) ?? true,
      found.start.map({ today < moment.office.zone.date(at: $0) }) ?? true
    else { return found }
    let before = order.visits.filter { visit in
      guard let assignment = visit.assignment, assignment.status.isOver else { return false }
      return reporter == nil || assignment.technician == reporter
    }
    return before.max(by: Visit.endsEarlier) ?? found
  }

  private func foundVisit(on order: WorkOrder, by reporter: Technician.ID?) -> Visit? {
    guard let reporter else { return order.openVisit ?? order.visits.last }
    return order.unfinishedVisit(of: reporter)
      ?? order.visits.last { $0.assignment?.technician == reporter } ?? order.openVisit ?? order.visits.last
  }

  /// The step of somebody who is not, or no longer, on the visit.
  private func reportAfterwards(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    guard let reporter = moment.person?.technician, order.wasEver(of: reporter) else {
      throw .wrongState(order.number, order.status, wanted: .assigned)
    }
    let facts = Anomaly.Facts(technician: reporter, visit: visit, step: Self.reached)
    if order.anomalies.contains(where: { $0.kind == .notTheirs && $0.facts == facts }) { return [] }
    return [.anomalyFound(.notTheirs, facts: facts)] + (words.map { [.noted($0)] } ?? [])
  }

  private func anomalies(
    on order: WorkOrder, _ assignment: Assignment, isByDesk: Bool
  ) -> [WorkOrderEvent] {
    var found: [WorkOrderEvent] = []
    if order.isEnded {
      found.append(
        .anomalyFound(
          .afterTheEnd,
          facts: Anomaly.Facts(technician: assignment.technician, step: Self.reached, ending: order.status)))
    }
    // Who was phoned and has set out has answered: the desk need not say both.
    let isAnswered =
      isByDesk && Self.reached == .travelling && [.dispatched, .seen].contains(assignment.status)
    if !Self.expected.contains(assignment.status), !isAnswered {
      let facts = Anomaly.Facts(
        technician: assignment.technician, step: Self.reached, from: assignment.status)
      found.append(.anomalyFound(.skippedStep, facts: facts))
    }
    return found
  }
}

extension Command {
  /// The visit that it reports a step of; nil where it names none.
  public var reportedVisit: Visit.ID? { step?.visit }

  private var step: (any VisitFact)? {
    switch self {
    case .seeVisit(_, let rule): rule
    case .acceptVisit(_, let rule): rule
    case .declineVisit(_, let rule): rule
    case .startTravel(_, let rule): rule
    case .arriveOnSite(_, let rule): rule
    case .completeVisit(_, let rule): rule
    case .reportNotDone(_, let rule): rule
    default: nil
    }
  }
}

extension Assignment {
  /// Whether an answer that later steps have overtaken was given before.
  fileprivate func hasStamp(of status: AssignmentStatus) -> Bool {
    switch status {
    case .accepted: acceptedAt != nil
    case .tentative, .scheduled, .dispatched, .seen, .travelling, .onSite, .done, .notDone, .declined: false
    }
  }
}

extension WorkOrder {
  /// Whether an order is a technician's, or was before it was taken from him.
  public func wasEver(of technician: Technician.ID) -> Bool {
    formerTechnicians.contains(technician)
      || visits.contains { $0.assignments.contains { $0.technician == technician } }
  }

  /// Whether an act of a kind on it is a technician's: who has it reports, who comes along gets in and notes.
  func isOwn(of technician: Technician.ID, for permission: Permission) -> Bool {
    if wasEver(of: technician) { return true }
    guard permission == .note || permission == .seeSecrets else { return false }
    return visits.contains { $0.helpers?.contains(technician) ?? false }
  }
}
