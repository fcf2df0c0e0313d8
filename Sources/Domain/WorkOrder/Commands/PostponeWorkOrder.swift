/// Puts work that nobody has off to another day: until then it waits outside the queue, its clocks run on.
public struct PostponeWorkOrder: WorkOrderCommand {
  public static let permission = Permission.dispatchWork
  public static let kind = CommandKind.claim

  /// Nil takes it into the queue again.
  public var day: CivilDate?
  public var replacing: CivilDate?

  public init(to day: CivilDate?, replacing: CivilDate?) {
    self.day = day
    self.replacing = replacing
  }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    if order.isEnded { throw .workEnded(order.number, order.status) }
    if order.postponedTo == day { return [] }
    if order.postponedTo != replacing {
      throw .changedSince(.order(order.number), field: "day", now: order.postponedTo?.iso)
    }
    if day != nil, order.technician != nil {
      throw .wrongState(order.number, order.status, wanted: .unassigned)
    }
    return [.postponed(to: day)]
  }

  public func inverse(on order: WorkOrder, in moment: Moment) -> [Command] {
    [.postponeWorkOrder(order.id, PostponeWorkOrder(to: order.postponedTo, replacing: day))]
  }
}
