/// Says yes to a visit.
public struct AcceptVisit: VisitFact {
  public static let permission = Permission.reportWork
  public static let kind = CommandKind.fact
  static let reached = AssignmentStatus.accepted
  static let expected: [AssignmentStatus] = [.scheduled, .dispatched, .seen]

  public var visit: Visit.ID?

  public init(visit: Visit.ID? = nil) { self.visit = visit }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    try decideStep(on: order, in: moment)
  }

  func event(on visit: Visit.ID) -> WorkOrderEvent { .accepted(visit) }
}
