/// Arrives on site; this ends the response clock of most contracts.
public struct ArriveOnSite: VisitFact {
  public static let permission = Permission.reportWork
  public static let kind = CommandKind.fact
  static let reached = AssignmentStatus.onSite
  static let expected: [AssignmentStatus] = [.travelling]

  public var visit: Visit.ID?

  public init(visit: Visit.ID? = nil) { self.visit = visit }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    let step = try decideStep(on: order, in: moment)
    let isThere = step.contains { if case .arrived = $0 { true } else { false } }
    return isThere ? step + ahead(of: order).map { .message($0.id, .recalled) } : step
  }

  /// What waits to tell the customer when somebody comes who is there now.
  private func ahead(of order: WorkOrder) -> [OutgoingMessage] {
    order.messages.filter {
      $0.state == .waiting && $0.to.isOutside && MessageTemplate.announcing.contains($0.template ?? "")
    }
  }

  func event(on visit: Visit.ID) -> WorkOrderEvent { .arrived(visit) }
}
