/// Reports the work of a visit as done.
public struct CompleteVisit: VisitFact {
  public static let permission = Permission.reportWork
  public static let kind = CommandKind.fact
  static let reached = AssignmentStatus.done
  static let expected: [AssignmentStatus] = [.onSite]

  public var visit: Visit.ID?
  public var report: CompletionReport
  /// The code that the customer said, as it was typed; what comes of it is the report's proof.
  public var code: String?

  public init(_ report: CompletionReport, visit: Visit.ID? = nil, code: String? = nil) {
    self.report = report
    self.visit = visit
    self.code = code
  }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    if report.did.trimmed.isEmpty { throw .missing(.order(order.number), fields: ["did"]) }
    if case .without(let why)? = report.proof, why.trimmed.isEmpty {
      throw .missing(.order(order.number), fields: ["reason"])
    }
    for (field, length) in [("work", report.work), ("travel", report.travel)] {
      if let length, length < .zero || length > .days(30) { throw .fault(length.fault(in: field)) }
    }
    var judged = self
    judged.report.proof = proof(on: order)
    return try judged.decideStep(on: order, in: moment)
  }

  /// Whoever decides looks at the code himself: that it was right is nothing that a console can claim.
  private func proof(on order: WorkOrder) -> SignOffProof? {
    if let code { return order.accepts(code: code) ? .code : .wrongCode }
    return report.proof == .code ? .wrongCode : report.proof
  }

  var words: String? { report.did }

  func saysMore(than assignment: Assignment) -> Bool { assignment.report != report }

  func event(on visit: Visit.ID) -> WorkOrderEvent { .visitDone(visit, report) }
}
