/// Reports that the technician has seen a visit; whether he takes it is another thing.
public struct SeeVisit: VisitFact {
  public static let permission = Permission.reportWork
  public static let kind = CommandKind.fact
  static let reached = AssignmentStatus.seen
  static let expected: [AssignmentStatus] = [.scheduled, .dispatched]

  public var visit: Visit.ID?

  public init(visit: Visit.ID? = nil) { self.visit = visit }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    // An answer says more: what was accepted was seen.
    let meant = meantVisit(on: order, by: moment.person?.technician, in: moment)
    if let status = meant?.activeAssignment?.status, !Self.expected.contains(status) { return [] }
    return try decideStep(on: order, in: moment)
  }

  func event(on visit: Visit.ID) -> WorkOrderEvent { .seen(visit) }
}
