/// Settles what an order needs before somebody is sent: trade, priority, skills, estimate.
public struct TriageWorkOrder: WorkOrderCommand {
  public static let permission = Permission.dispatchWork
  public static let kind = CommandKind.claim

  public var changes: [FieldChange<WorkOrder.Field>]
  /// Nil confirms the priority as it stands.
  public var priority: Priority?
  public var reason: String?
  /// The priority that the claimant saw; nil replaces whatever it is.
  public var replacingPriority: Priority?
  /// For undo: the order is back in triage.
  public var isTakenBack: Bool

  public init(
    changes: [FieldChange<WorkOrder.Field>] = [], priority: Priority? = nil, reason: String? = nil,
    replacingPriority: Priority? = nil, isTakenBack: Bool = false
  ) {
    self.changes = changes
    self.priority = priority
    self.reason = reason
    self.replacingPriority = replacingPriority
    self.isTakenBack = isTakenBack
  }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    if order.isEnded { throw .workEnded(order.number, order.status) }
    if isTakenBack { return order.triagedAt == nil ? [] : [.untriaged] }
    if let replacingPriority, let priority, order.priority != priority, order.priority != replacingPriority {
      throw .changedSince(.order(order.number), field: "priority", now: order.priority.text)
    }
    let kept = try order.decided(changes, of: .order(order.number))
    var after = order
    after.apply(kept)
    if after.trade == nil { throw .missing(.order(order.number), fields: ["trade"]) }
    var events: [WorkOrderEvent] = kept.isEmpty ? [] : [.edited(kept)]
    let wanted = priority ?? order.priority
    if changesPriority(of: order) {
      let stands = wanted == order.priority && (priority == nil || order.priorityIsConfirmed)
      let isOwnWish = !stands && wanted != moment.office.proposedPriority(of: after).priority
      if isOwnWish, reason?.trimmed.isEmpty ?? true {
        throw .missing(.order(order.number), fields: ["reason"])
      }
      events.append(.priorityChanged(from: order.priority, to: wanted, reason: reason))
    }
    if order.triagedAt == nil { events.append(.triaged) }
    return events
  }

  /// Whether the priority is another one, is confirmed now, or has a new reason.
  private func changesPriority(of order: WorkOrder) -> Bool {
    if !order.priorityIsConfirmed || priority ?? order.priority != order.priority { return true }
    return !(reason?.trimmed.isEmpty ?? true) && order.priorityReason != reason
  }

  public func inverse(on order: WorkOrder, in moment: Moment) -> [Command] {
    if isTakenBack { return order.triagedAt == nil ? [] : [.triageWorkOrder(order.id, TriageWorkOrder())] }
    var commands: [Command] =
      order.triagedAt == nil ? [.triageWorkOrder(order.id, TriageWorkOrder(isTakenBack: true))] : []
    let wanted = priority ?? order.priority
    if changesPriority(of: order) {
      commands.append(SetPriority.back(to: order, from: wanted))
    }
    let kept = order.kept(of: changes)
    if !kept.isEmpty { commands.append(.editWorkOrder(order.id, EditWorkOrder(kept.reversedChanges()))) }
    return commands
  }
}

extension Office {
  /// The priority that is proposed once these fields are as they will be.
  public func proposedPriority(
    of order: WorkOrder, after changes: [FieldChange<WorkOrder.Field>]
  ) -> PriorityProposal {
    var after = order
    after.apply(order.kept(of: changes))
    return proposedPriority(of: after)
  }
}

extension WorkOrder {
  /// The changes that would change something: what an undo has to take back.
  func kept(of changes: [FieldChange<Field>]) -> [FieldChange<Field>] {
    do { return try decided(changes, of: .order(number)) } catch { return [] }
  }
}
