/// Takes an ending back, because the work is not over.
public struct ReopenWorkOrder: WorkOrderCommand {
  public static let permission = Permission.endWork
  public static let kind = CommandKind.claim

  public var reason: String
  /// The visit that is needed now; nil leaves the order as it was before its end.
  public var visit: Visit.ID?
  /// For undo: the ending is put back as it was, and the visit that the reopening had planned is dropped.
  public var restoring: Ending?
  /// The ending that is taken back; another one, that somebody has made since, stays.
  public var replacing: Ending?
  /// For undo: the ending is taken back as if it had never been, instead of staying on record as a past one.
  public var forgets: Bool?
  /// For undo: who had the order when it was reopened; if somebody else has it by now it does not end again.
  public var replacingTechnician: Technician.ID?

  public init(
    reason: String, visit: Visit.ID?, restoring: Ending? = nil, replacing: Ending? = nil,
    forgets: Bool? = nil, replacingTechnician: Technician.ID? = nil
  ) {
    self.reason = reason
    self.visit = visit
    self.restoring = restoring
    self.replacing = replacing
    self.forgets = forgets
    self.replacingTechnician = replacingTechnician
  }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    if let restoring { return try ended(order, as: restoring, in: moment) }
    guard let ending = order.ending else {
      throw .wrongState(order.number, order.status, wanted: .ended)
    }
    if let replacing, ending.kind != replacing.kind || ending.by != replacing.by {
      let who = moment.office.person(ending.by).map { " (\($0.handle))" }
      let now = order.status.rawValue + (who ?? "")
      throw .changedSince(.order(order.number), field: "status", now: now)
    }
    if reason.trimmed.isEmpty { throw .missing(.order(order.number), fields: ["reason"]) }
    let isForgotten = forgets ?? false
    let back = isForgotten ? WorkOrderEvent.endingRestored(from: ending, to: nil) : .reopened(reason: reason)
    guard let visit, order.openVisit == nil else { return [back] }
    return [back, .visitPlanned(visit, start: nil, estimate: order.estimate)]
  }

  public func inverse(on order: WorkOrder, in moment: Moment) -> [Command] {
    if let restoring {
      // The empty visit that went with the ending comes back with the reopening.
      let back = ReopenWorkOrder(
        reason: reason, visit: order.emptyVisit(visit), replacing: restoring, forgets: forgets)
      return [.reopenWorkOrder(order.id, back)]
    }
    guard let ending = order.ending else { return [] }
    let back = ReopenWorkOrder(
      reason: reason, visit: visit, restoring: ending, forgets: forgets,
      replacingTechnician: order.technician)
    return [.reopenWorkOrder(order.id, back)]
  }
}

extension ReopenWorkOrder {
  private func ended(
    _ order: WorkOrder, as before: Ending, in moment: Moment
  ) throws(Refusal) -> [WorkOrderEvent] {
    if let ending = order.ending {
      if ending.kind == before.kind { return [] }
      throw .workEnded(order.number, order.status)
    }
    try order.checkNobodyWorked(on: visit, besides: replacingTechnician, in: moment)
    let dropped = order.emptyVisit(visit).map { [WorkOrderEvent.visitDropped($0)] } ?? []
    if case .duplicate(let id, let number) = before.kind {
      guard let original = moment.office.order(id) else { throw .notFound(.order(number)) }
      // It may have ended before this was reopened: then it stood so.
      let stoodSo = original.ending.map { ending in moment.undoes.map { ending.at <= $0 } ?? false } ?? false
      if original.isEnded, !stoodSo { throw .wrongState(number, original.status, wanted: .goingOn) }
    }
    return dropped + [.endingRestored(from: nil, to: before)]
  }

  /// Takes an ending back as if it had not been: with the hold, the flag and the actor's claim that it took
  /// away.
  static func undoing(_ order: WorkOrder, ended kind: Ending.Kind, in moment: Moment) -> [Command] {
    let ending = Ending(kind, at: moment.now, by: moment.stamp.by)
    var commands: [Command] = [
      .reopenWorkOrder(
        order.id, ReopenWorkOrder(reason: "undone", visit: nil, replacing: ending, forgets: true))
    ]
    if let hold = order.hold { commands.append(.holdWorkOrder(order.id, HoldWorkOrder(restoring: hold))) }
    if let flag = order.flag {
      commands.append(.flagWorkOrder(order.id, FlagWorkOrder(restoring: flag)))
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

  /// Refuses to end the order again once somebody has got it who did not have it before, or has been on the visit
  /// that came with its reopening.
  fileprivate func checkNobodyWorked(
    on visit: Visit.ID?, besides before: Technician.ID?, in moment: Moment
  ) throws(Refusal) {
    let since = visits.first { $0.id == visit }?.assignments.last?.technician
    if technician == before, since == nil { return }
    let holder = moment.office.technician(technician ?? since)?.handle
    throw .changedSince(.order(number), field: "technician", now: holder)
  }
}

extension ReopenWorkOrder {
  var otherOrders: [WorkOrder.ID] {
    guard case .duplicate(let original, _) = restoring?.kind else { return [] }
    return [original]
  }
}
