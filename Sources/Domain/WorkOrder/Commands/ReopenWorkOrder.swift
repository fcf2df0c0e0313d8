/// Takes an ending back, because the work is not over.
public struct ReopenWorkOrder: WorkOrderCommand {
  public static let permission = Permission.endWork
  public static let kind = CommandKind.claim

  public var reason: String
  /// The visit that is needed now; nil leaves the order as it was before its end.
  public var visit: Visit.ID?

  public init(reason: String, visit: Visit.ID?) {
    self.reason = reason
    self.visit = visit
  }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    guard order.isEnded else { throw .wrongState(order.number, order.status, wanted: .ended) }
    if reason.trimmed.isEmpty { throw .missing(.order(order.number), fields: ["reason"]) }
    guard let visit, order.openVisit == nil else { return [.reopened(reason: reason)] }
    return [.reopened(reason: reason), .visitPlanned(visit, start: nil, estimate: order.estimate)]
  }
}

extension ReopenWorkOrder {
  /// Takes an ending back as if it had not been: with the hold, the flag and the actor's claim that it took
  /// away.
  static func undoing(_ order: WorkOrder, in moment: Moment) -> [Command] {
    var commands: [Command] = [.reopenWorkOrder(order.id, ReopenWorkOrder(reason: "undone", visit: nil))]
    if let hold = order.hold { commands.append(.holdWorkOrder(order.id, HoldWorkOrder(restoring: hold))) }
    if let flag = order.flag {
      commands.append(.flagWorkOrder(order.id, FlagWorkOrder(true, until: flag.until)))
    }
    if order.claim?.by == moment.stamp.by {
      commands.append(.claimWorkOrder(order.id, ClaimWorkOrder(true, replacing: nil)))
    }
    return commands
  }
}
