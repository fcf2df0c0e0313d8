/// Puts another call about an order on its record: somebody asks where we are, or says more.
///
/// It counts: each further call weighs in the order's score, and the queue shows how many there were.
public struct ChaseWorkOrder: WorkOrderCommand {
  public static let permission = Permission.logWork
  public static let kind = CommandKind.fact

  public var request: WorkRequest

  public init(_ request: WorkRequest) { self.request = request }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    if order.requests.contains(where: { $0.id == request.id }) { return [] }
    if order.isEnded { throw .workEnded(order.number, order.status) }
    return [.calledAgain(request)]
  }
}

extension WorkOrder {
  /// How many calls came about it after the first one.
  public var furtherCalls: Int { max(0, requests.count - 1) }
}
