/// Reports that a visit ended without the work being done: why, and what is next.
public struct ReportNotDone: VisitFact {
  public static let permission = Permission.reportWork
  public static let kind = CommandKind.fact
  static let reached = AssignmentStatus.notDone
  static let expected: [AssignmentStatus] = [.accepted, .travelling, .onSite]

  public var visit: Visit.ID?
  public var reason: String
  public var nextStep: String?

  public init(reason: String, nextStep: String? = nil, visit: Visit.ID? = nil) {
    self.reason = reason
    self.nextStep = nextStep
    self.visit = visit
  }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    if reason.trimmed.isEmpty { throw .missing(.order(order.number), fields: ["reason"]) }
    return try decideStep(on: order, in: moment)
  }

  var words: String? { reason }

  func saysMore(than assignment: Assignment) -> Bool {
    assignment.reason != reason || (nextStep != nil && assignment.nextStep != nextStep)
  }

  func event(on visit: Visit.ID) -> WorkOrderEvent {
    .visitNotDone(visit, reason: reason, nextStep: nextStep)
  }
}
