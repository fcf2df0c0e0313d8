/// Reports the work of a visit as done.
public struct CompleteVisit: VisitFact {
  public static let permission = Permission.reportWork
  public static let kind = CommandKind.fact
  static let reached = AssignmentStatus.done
  static let expected: [AssignmentStatus] = [.onSite]

  public var visit: Visit.ID?
  public var report: CompletionReport

  public init(_ report: CompletionReport, visit: Visit.ID? = nil) {
    self.report = report
    self.visit = visit
  }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    if report.did.trimmed.isEmpty { throw .missing(.order(order.number), fields: ["did"]) }
    return try decideStep(on: order, in: moment)
  }

  var words: String? { report.did }

  func saysMore(than assignment: Assignment) -> Bool { assignment.report != report }

  func event(on visit: Visit.ID) -> WorkOrderEvent { .visitDone(visit, report) }
}
