/// Says no to a visit, with the reason; the order goes back to the queue.
public struct DeclineVisit: VisitFact {
  public static let permission = Permission.reportWork
  public static let kind = CommandKind.fact
  static let reached = AssignmentStatus.declined
  static let expected: [AssignmentStatus] = [.tentative, .scheduled, .dispatched, .seen, .accepted]

  public var visit: Visit.ID?
  public var reason: String

  public init(reason: String, visit: Visit.ID? = nil) {
    self.reason = reason
    self.visit = visit
  }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    if reason.trimmed.isEmpty { throw .missing(.order(order.number), fields: ["reason"]) }
    return try decideStep(on: order, in: moment)
  }

  var words: String? { reason }

  func saysMore(than assignment: Assignment) -> Bool { assignment.reason != reason }

  func event(on visit: Visit.ID) -> WorkOrderEvent { .declined(visit, reason: reason) }
}
