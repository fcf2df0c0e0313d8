/// Sets how soon an order must be dealt with; against the rules' proposal only with a reason.
public struct SetPriority: WorkOrderCommand {
  public static let permission = Permission.dispatchWork
  public static let kind = CommandKind.claim

  public var priority: Priority
  public var reason: String?
  public var replacing: Priority
  /// For undo: whether somebody had confirmed the priority that is put back, with the reason as it was.
  public var wasConfirmed: Bool?
  /// For undo: the priority that the clocks went by, where a rule had raised it.
  public var agreed: Priority?

  public init(
    _ priority: Priority, reason: String? = nil, replacing: Priority, wasConfirmed: Bool? = nil,
    agreed: Priority? = nil
  ) {
    self.priority = priority
    self.reason = reason
    self.replacing = replacing
    self.wasConfirmed = wasConfirmed
    self.agreed = agreed
  }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    if order.isEnded { throw .workEnded(order.number, order.status) }
    if order.priority == priority, order.priorityIsConfirmed == wasConfirmed ?? true, !saysMore(than: order) {
      return []
    }
    if order.priority != replacing {
      throw .changedSince(.order(order.number), field: "priority", now: order.priority.text)
    }
    if let wasConfirmed {
      return [
        .priorityRestored(
          from: order.priority, to: priority, reason: reason, isConfirmed: wasConfirmed, agreed: agreed)
      ]
    }
    let proposed = moment.office.proposedPriority(of: order).priority
    if priority != proposed, reason?.trimmed.isEmpty ?? true {
      throw .missing(.order(order.number), fields: ["reason"])
    }
    return [.priorityChanged(from: order.priority, to: priority, reason: reason)]
  }

  /// Whether the priority stays and the reason for it is a new one.
  private func saysMore(than order: WorkOrder) -> Bool {
    if wasConfirmed != nil { return order.priorityReason != reason }
    return !(reason?.trimmed.isEmpty ?? true) && order.priorityReason != reason
  }

  public func inverse(on order: WorkOrder, in moment: Moment) -> [Command] {
    [SetPriority.back(to: order, from: priority)]
  }

  /// Puts priority, reason and confirmation back as an order has them before a change.
  static func back(to order: WorkOrder, from priority: Priority) -> Command {
    .setPriority(
      order.id,
      SetPriority(
        order.priority, reason: order.priorityReason, replacing: priority,
        wasConfirmed: order.priorityIsConfirmed, agreed: order.agreedPriority))
  }

  func restated(on order: WorkOrder?) -> Restatement {
    guard let order else { return .byHand }
    var again = self
    again.replacing = order.priority
    return .anew(.setPriority(order.id, again))
  }
}
