/// Raises how soon an order is dealt with, by a rule; what was promised by its contract stays as it was.
public struct RaisePriority: WorkOrderCommand {
  public static let permission = Permission.dispatchWork
  public static let kind = CommandKind.claim

  public var priority: Priority
  public var basis: PriorityRise
  public var replacing: Priority

  public init(to priority: Priority, because basis: PriorityRise, replacing: Priority) {
    self.priority = priority
    self.basis = basis
    self.replacing = replacing
  }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    if order.isEnded { throw .workEnded(order.number, order.status) }
    if order.priority <= priority { return [] }
    if order.priority != replacing {
      throw .changedSince(.order(order.number), field: "priority", now: order.priority.text)
    }
    // What somebody has set against the rules is not passed over in silence.
    return [
      .priorityRaised(from: order.priority, to: priority, because: basis, over: order.priorityReason)
    ]
  }

  public func inverse(on order: WorkOrder, in moment: Moment) -> [Command] {
    [SetPriority.back(to: order, from: priority)]
  }
}
