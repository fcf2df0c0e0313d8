/// Arrives on site; this ends the response clock of most contracts.
public struct ArriveOnSite: VisitFact {
  public static let permission = Permission.reportWork
  public static let kind = CommandKind.fact
  static let reached = AssignmentStatus.onSite
  static let expected: [AssignmentStatus] = [.travelling]

  public var visit: Visit.ID?

  public init(visit: Visit.ID? = nil) { self.visit = visit }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    try decideStep(on: order, in: moment)
  }

  func event(on visit: Visit.ID) -> WorkOrderEvent { .arrived(visit) }
}
