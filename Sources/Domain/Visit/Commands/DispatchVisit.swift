/// Tells the technician of a visit that was planned and kept from him so far.
public struct DispatchVisit: WorkOrderCommand {
  public static let permission = Permission.dispatchWork
  public static let kind = CommandKind.claim

  public init() {}

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    if order.isEnded { throw .workEnded(order.number, order.status) }
    guard let visit = order.openVisit, let active = visit.activeAssignment else {
      throw .wrongState(order.number, order.status, wanted: .assigned)
    }
    return active.status.isTold ? [] : [.dispatched(visit.id)]
  }
}
