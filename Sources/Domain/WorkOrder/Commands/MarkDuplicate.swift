/// Ends an order because another one is about the same thing; what its callers said stays on its
/// record, and is put to the other order's as well.
public struct MarkDuplicate: WorkOrderCommand {
  public static let permission = Permission.dispatchWork
  public static let kind = CommandKind.claim

  public var original: WorkOrder.ID

  /// How many words of its technicians whoever does it is told of; nil where nobody had anything to read.
  public var heard: Int?

  public init(of original: WorkOrder.ID, heard: Int? = nil) {
    self.original = original
    self.heard = heard
  }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    if original == order.id { throw .wrongState(order.number, order.status, wanted: .another) }
    guard let original = moment.office.order(original) else { throw .notFound(.order(0)) }
    if case .duplicate(of: original.id, _) = order.ending?.kind { return [] }
    if order.isEnded { throw .workEnded(order.number, order.status) }
    if original.isEnded { throw .wrongState(original.number, original.status, wanted: .goingOn) }
    if order.openVisit?.activeAssignment != nil {
      throw .wrongState(order.number, order.status, wanted: .unassigned)
    }
    return [.markedDuplicate(of: original.id, number: original.number)] + order.thread.heard(heard)
  }

  public func inverse(on order: WorkOrder, in moment: Moment) -> [Command] {
    guard let number = moment.office.order(original)?.number else { return [] }
    return ReopenWorkOrder.undoing(order, ended: .duplicate(of: original, number: number), in: moment)
  }

  var otherOrders: [WorkOrder.ID] { [original] }

  /// Who takes calls also says which order one is a second call about.
  func permissions(on order: WorkOrder?) -> [Permission] {
    order?.isNewCall ?? false ? [.logWork] : [Self.permission]
  }

  func restated(on order: WorkOrder?) -> Restatement { .asItIs }
}
