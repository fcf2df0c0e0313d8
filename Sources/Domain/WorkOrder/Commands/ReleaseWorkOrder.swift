/// Lets held work go on; a visit that ended with the hold is replaced by a new one.
public struct ReleaseWorkOrder: WorkOrderCommand {
  public static let permission = Permission.holdWork
  public static let kind = CommandKind.claim

  /// The id of the new visit, should one be needed; nil leaves the visits as they are.
  public var visit: Visit.ID?
  /// For undo: the hold that is taken off; another one, that somebody has put on since, stays.
  public var replacing: Hold?
  /// For undo: the hold of that instant is taken away as if it had never been, so that no clock has stood for it.
  public var neverHeldSince: Timestamp?

  public init(visit: Visit.ID?, replacing: Hold? = nil) {
    self.visit = visit
    self.replacing = replacing
  }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    if order.isEnded { throw .workEnded(order.number, order.status) }
    guard let hold = order.hold else { throw .notOnHold(order.number) }
    if let replacing, !replacing.saysTheSame(as: hold) {
      throw .changedSince(.order(order.number), field: "hold", now: hold.reason.rawValue)
    }
    if let neverHeldSince {
      // Which one is meant says what it says, where that is known.
      if replacing == nil, hold.since != neverHeldSince {
        throw .changedSince(.order(order.number), field: "hold", now: hold.reason.rawValue)
      }
      return [.holdRestored(nil)]
    }
    guard let visit, order.openVisit == nil, !order.visits.isEmpty else {
      return [.released] + order.tellingNext(in: moment)
    }
    return [.released, .visitPlanned(visit, start: nil, estimate: order.estimate)]
  }

  public func inverse(on order: WorkOrder, in moment: Moment) -> [Command] {
    guard let hold = order.hold else { return [] }
    return [.holdWorkOrder(order.id, HoldWorkOrder(restoring: hold, dropping: visit))]
  }
}

extension ReleaseWorkOrder {
  /// Takes the hold of an instant away as if it had never been.
  init(neverHeldSince since: Timestamp) {
    self.init(visit: nil)
    neverHeldSince = since
  }
}
