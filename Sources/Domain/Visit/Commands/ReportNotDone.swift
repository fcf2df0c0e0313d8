/// Reports that a visit ended without the work being done: why, and what is next.
public struct ReportNotDone: VisitFact {
  public static let permission = Permission.reportWork
  public static let kind = CommandKind.fact
  static let reached = AssignmentStatus.notDone
  static let expected: [AssignmentStatus] = [.accepted, .travelling, .onSite]

  public var visit: Visit.ID?
  /// What shows that nobody was there or the door stayed shut; nil where that was not the reason.
  public var noAccess: String?
  /// Whether coming again is charged.
  public var charges: Bool
  public var reason: String
  public var nextStep: String?

  public init(
    reason: String, nextStep: String? = nil, visit: Visit.ID? = nil, noAccess: String? = nil,
    charges: Bool = false
  ) {
    self.noAccess = noAccess
    self.charges = charges
    self.reason = reason
    self.nextStep = nextStep
    self.visit = visit
  }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    if reason.trimmed.isEmpty { throw .missing(.order(order.number), fields: ["reason"]) }
    if let noAccess, noAccess.trimmed.isEmpty {
      throw .missing(.order(order.number), fields: ["evidence"])
    }
    let events = try decideStep(on: order, in: moment)
    guard let noAccess else { return events }
    return events.flatMap { event -> [WorkOrderEvent] in
      guard case .visitNotDone(let visit, _, _) = event else { return [event] }
      return [event, .accessMissed(visit, evidence: noAccess, charges: charges)]
    }
  }

  var words: String? { reason }

  func saysMore(than assignment: Assignment) -> Bool {
    assignment.reason != reason || (nextStep != nil && assignment.nextStep != nextStep)
  }

  func event(on visit: Visit.ID) -> WorkOrderEvent {
    .visitNotDone(visit, reason: reason, nextStep: nextStep)
  }
}
