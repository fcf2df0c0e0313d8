/// Says yes to a visit.
public struct AcceptVisit: VisitFact {
  public static let permission = Permission.reportWork
  public static let kind = CommandKind.fact
  static let reached = AssignmentStatus.accepted
  static let expected: [AssignmentStatus] = [.scheduled, .dispatched, .seen]

  public var visit: Visit.ID?

  public init(visit: Visit.ID? = nil) { self.visit = visit }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    let step = try decideStep(on: order, in: moment)
    let isAccepted = step.contains { if case .accepted = $0 { true } else { false } }
    return isAccepted ? step + asked(order).map { .message($0.id, .recalled) } : step
  }

  /// What waits to ask him for the yes that is there now.
  private func asked(_ order: WorkOrder) -> [OutgoingMessage] {
    let open = visit.flatMap { id in order.visits.last { $0.id == id } } ?? order.openVisit
    guard let technician = open?.assignment?.technician else { return [] }
    return order.messages.filter {
      $0.state == .waiting && $0.template == MessageTemplate.visit && $0.to == .technician(technician)
    }
  }

  func event(on visit: Visit.ID) -> WorkOrderEvent { .accepted(visit) }
}
