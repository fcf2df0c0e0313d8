/// Takes an ending back, because the work is not over.
public struct ReopenWorkOrder: WorkOrderCommand {
  public static let permission = Permission.endWork
  public static let kind = CommandKind.claim

  public var reason: String
  /// The visit that is needed now; nil leaves the order as it was before its end.
  public var visit: Visit.ID?
  /// For undo: the ending is put back as it was, and the visit that the reopening had planned is dropped.
  public var restoring: Ending.Kind?

  public init(reason: String, visit: Visit.ID?, restoring: Ending.Kind? = nil) {
    self.reason = reason
    self.visit = visit
    self.restoring = restoring
  }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    if let restoring { return try ended(order, as: restoring, in: moment) }
    guard order.isEnded else { throw .wrongState(order.number, order.status, wanted: .ended) }
    if reason.trimmed.isEmpty { throw .missing(.order(order.number), fields: ["reason"]) }
    guard let visit, order.openVisit == nil else { return [.reopened(reason: reason)] }
    return [.reopened(reason: reason), .visitPlanned(visit, start: nil, estimate: order.estimate)]
  }

  public func inverse(on order: WorkOrder, in moment: Moment) -> [Command] {
    if restoring != nil {
      // The empty visit that went with the ending comes back with the reopening.
      let back = ReopenWorkOrder(reason: "undone", visit: order.emptyVisit(visit))
      return [.reopenWorkOrder(order.id, back)]
    }
    guard let ending = order.ending else { return [] }
    return [.reopenWorkOrder(order.id, ReopenWorkOrder(reason: reason, visit: visit, restoring: ending.kind))]
  }
}

extension ReopenWorkOrder {
  private func ended(
    _ order: WorkOrder, as kind: Ending.Kind, in moment: Moment
  ) throws(Refusal) -> [WorkOrderEvent] {
    if let ending = order.ending {
      if ending.kind == kind { return [] }
      throw .workEnded(order.number, order.status)
    }
    let dropped = order.emptyVisit(visit).map { [WorkOrderEvent.visitDropped($0)] } ?? []
    switch kind {
    case .closed(let record): return dropped + [.closed(record)]
    case .cancelled(let reason, let words, let fee):
      return dropped + [.cancelled(reason, words: words, fee: fee)]
    case .duplicate(let id, let number):
      guard let original = moment.office.order(id) else { throw .notFound(.order(number)) }
      if original.isEnded { throw .wrongState(number, original.status, wanted: .goingOn) }
      return dropped + [.markedDuplicate(of: id, number: number)]
    }
  }

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

extension WorkOrder {
  /// The visit of this id, if it is there and nobody was ever given it.
  fileprivate func emptyVisit(_ id: Visit.ID?) -> Visit.ID? {
    visits.first { $0.id == id && $0.assignments.isEmpty }?.id
  }
}

extension ReopenWorkOrder: OrderTouching {
  var touchedOrders: [WorkOrder.ID] {
    guard case .duplicate(let original, _) = restoring else { return [] }
    return [original]
  }
}
