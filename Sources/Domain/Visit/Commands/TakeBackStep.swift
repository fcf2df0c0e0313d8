/// Says that the last step of a visit was reported by a slip, such as an arrival by a key that was not meant.
///
/// The step and its instant leave the visit, clocks and times follow; the ledger keeps both words. What has been going
/// on for a while was no slip: it is said to dispatch instead.
public struct TakeBackStep: WorkOrderCommand {
  public static let permission = Permission.reportWork
  public static let kind = CommandKind.fact
  /// How long after it was reported a step counts as a slip.
  public static let limit = Span.minutes(15)
  /// The steps that one key reports; all others are forms.
  public static let steps: [AssignmentStatus] = [.accepted, .travelling, .onSite]

  public var visit: Visit.ID
  /// The step that is on record last.
  public var step: AssignmentStatus

  public init(_ step: AssignmentStatus, of visit: Visit.ID) {
    self.visit = visit
    self.step = step
  }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    if order.isEnded { throw .workEnded(order.number, order.status) }
    let reporter = moment.person?.technician
    // Where the visit stands otherwise by now there is nothing left of the step.
    guard let assignment = order.visits.last(where: { $0.id == visit })?.activeAssignment,
      reporter == nil || assignment.technician == reporter, assignment.status == step
    else { return [] }
    guard let slip = assignment.slip(at: moment.now), Self.steps.contains(slip.step) else {
      throw .wrongState(order.number, order.status, wanted: .justReported)
    }
    return [.stepTakenBack(visit, step)] + words(of: order, slip.at, in: moment)
  }

  func restated(on order: WorkOrder?) -> Restatement { .asItIs }

  /// What waits to say that somebody is on the way is caught where nobody is, and what an arrival had made needless is
  /// said after all.
  private func words(of order: WorkOrder, _ at: Timestamp, in moment: Moment) -> [WorkOrderEvent] {
    let until = moment.now + moment.office.limits.messageWait
    return order.messages.compactMap { message -> WorkOrderEvent? in
      guard message.to.isOutside, let template = message.template else { return nil }
      switch (step, message.state) {
      case (.travelling, .waiting) where template == MessageTemplate.onTheWay:
        return .message(message.id, .recalled)
      case (.onSite, .recalled)
      where message.changedAt == at && MessageTemplate.announcing.contains(template):
        return .message(message.id, .waitsAgain(until: until))
      default: return nil
      }
    }
  }
}

extension Assignment {
  /// When a step was reported; nil where it was not, or is none that one key reports.
  public func reportedAt(_ step: AssignmentStatus) -> Timestamp? {
    switch step {
    case .accepted: acceptedAt
    case .travelling: travellingAt
    case .onSite: onSiteAt
    case .tentative, .scheduled, .dispatched, .seen, .done, .notDone, .declined: nil
    }
  }

  /// The step that may still be taken back at an instant, as one that was reported by a slip.
  public func slip(at now: Timestamp) -> (step: AssignmentStatus, at: Timestamp)? {
    guard let at = reportedAt(status), now - at <= TakeBackStep.limit else { return nil }
    return (status, at)
  }

  /// The same without a step, as it stood before.
  mutating func takeBack(_ step: AssignmentStatus) {
    switch step {
    case .accepted: acceptedAt = nil
    case .travelling: travellingAt = nil
    case .onSite: onSiteAt = nil
    case .tentative, .scheduled, .dispatched, .seen, .done, .notDone, .declined: return
    }
    guard status == step else { return }
    let before: [(AssignmentStatus, Timestamp?)] = [
      (.travelling, travellingAt), (.accepted, acceptedAt), (.seen, seenAt), (.dispatched, dispatchedAt)
    ]
    status = before.first { $0.1 != nil }?.0 ?? .scheduled
  }
}

extension WorkOrder {
  /// What a step that was reported by a slip has left on the order goes with it.
  mutating func takeBack(_ step: AssignmentStatus, of visit: Visit.ID) {
    let at = visits.last { $0.id == visit }?.assignments.last?.reportedAt(step)
    changeLast(of: visit) { $0.takeBack(step) }
    guard let at else { return }
    anomalies.removeAll { $0.kind == .skippedStep && $0.at == at }
    if step == .onSite, firstOnSiteAt == at {
      firstOnSiteAt = visits.flatMap(\.assignments).compactMap(\.onSiteAt).min()
    }
  }
}
