/// Changes what an order says: its words, trade, estimate, window, money limit, customer, site, equipment.
public struct EditWorkOrder: WorkOrderCommand {
  public static let permission = Permission.correctCaller
  public static let kind = CommandKind.claim

  public var changes: [FieldChange<WorkOrder.Field>]

  public init(_ changes: [FieldChange<WorkOrder.Field>]) { self.changes = changes }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    // A customer says what he thinks when the work is over.
    if order.isEnded, changes.contains(where: { $0.field != .rating }) {
      throw .workEnded(order.number, order.status)
    }
    let kept = try order.decided(changes, of: .order(order.number))
    var after = order
    after.apply(kept)
    try moment.office.checkReferences(customer: after.customer, site: after.site, equipment: after.equipment)
    return kept.isEmpty ? [] : [.edited(kept)]
  }

  public func inverse(on order: WorkOrder, in moment: Moment) -> [Command] {
    [.editWorkOrder(order.id, EditWorkOrder(order.kept(of: changes).reversedChanges()))]
  }

  /// Every field has a permission of its own.
  func permissions(on order: WorkOrder?) -> [Permission] {
    if changes.isEmpty { return [Self.permission] }
    return Permission.allCases.filter { kind in changes.contains { $0.field.permission == kind } }
  }

  func restated(on order: WorkOrder?) -> Restatement {
    order.map { .anew(.editWorkOrder($0.id, EditWorkOrder(changes.restated(on: $0)))) } ?? .byHand
  }
}
