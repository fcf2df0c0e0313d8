/// Calls an order off for good, with the fee that the office's rule says.
public struct CancelWorkOrder: WorkOrderCommand {
  public static let permission = Permission.cancelWork
  public static let kind = CommandKind.claim

  public var reason: CancelReason
  public var words: String
  /// For undo of a log: refused once somebody has been given the order.
  public var onlyUntouched: Bool?

  /// How many words of its technicians whoever does it is told of; nil where nobody had anything to read.
  public var heard: Int?

  public init(reason: CancelReason, words: String, onlyUntouched: Bool? = nil, heard: Int? = nil) {
    self.heard = heard
    self.reason = reason
    self.words = words
    self.onlyUntouched = onlyUntouched
  }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    switch order.ending?.kind {
    case .cancelled(reason, words: let said, fee: _) where words.trimmed.isEmpty || said == words: return []
    case .cancelled: throw .workEnded(order.number, order.status)
    case .closed, .duplicate: throw .workEnded(order.number, order.status)
    case nil: break
    }
    if reason == .other, words.trimmed.isEmpty { throw .missing(.order(order.number), fields: ["reason"]) }
    if onlyUntouched ?? false, let last = order.visits.last(where: { !$0.assignments.isEmpty })?.assignment {
      let holder = moment.office.technician(last.technician)?.handle
      throw .changedSince(.order(order.number), field: "technician", now: holder)
    }
    try moment.enforce(brokenRules(on: order, in: moment))
    return [.cancelled(reason, words: words, fee: moment.office.cancelFee(of: order, reason: reason))]
      + order.thread.heard(heard)
  }

  /// Whoever is on his way or there is called before it is off: a warning whatever the rule is otherwise, since what a
  /// customer calls off is off.
  func brokenRules(on order: WorkOrder, in moment: Moment) -> [BrokenRule] {
    guard !order.isEnded, let evidence = moment.office.isOut(order) else { return [] }
    return [
      BrokenRule(
        rule: evidence.rule, severity: .warn, order: order.number,
        technician: moment.office.technician(order.technician)?.handle ?? "",
        evidence: evidence)
    ]
  }

  public func inverse(on order: WorkOrder, in moment: Moment) -> [Command] {
    let fee = moment.office.cancelFee(of: order, reason: reason)
    return ReopenWorkOrder.undoing(order, ended: .cancelled(reason, words: words, fee: fee), in: moment)
  }

  /// Who logs a call also ends it where it needs no visit: an order as it was logged here, which nobody has taken up.
  func permissions(on order: WorkOrder?) -> [Permission] {
    CancelReason.ofCalls.contains(reason) && order?.isNewCall ?? false ? [.logWork] : [Self.permission]
  }

  func restated(on order: WorkOrder?) -> Restatement { .asItIs }
}

extension WorkOrder {
  /// Whether it is a call that nobody has taken up yet; what was noted or said to the caller takes up nothing.
  var isNewCall: Bool {
    !isEnded && triagedAt == nil && prioritySetAt == nil && claim == nil && postponedTo == nil
      && hold == nil && pastHolds.isEmpty && pastEndings.isEmpty && firstAssignedAt == nil
      && visits.allSatisfy(\.assignments.isEmpty)
  }
}

extension Office {
  /// What calling off costs: nothing before somebody was told, afterwards the office's fee for the reason.
  public func cancelFee(of order: WorkOrder, reason: CancelReason) -> Money? {
    let wasTold = order.visits.contains { $0.assignments.contains { $0.dispatchedAt != nil } }
    return wasTold ? limits.cancelFees[reason] : nil
  }

  /// That whoever has an order is on his way to it or there, and goes on until somebody reaches him.
  fileprivate func isOut(_ order: WorkOrder) -> BrokenRule.Evidence? {
    guard let active = order.openVisit?.activeAssignment, active.status == .onSite,
      let since = active.onSiteAt, let holder = technician(active.technician)
    else { return underWay(order) }
    return .onSite(holder.handle, since: since)
  }
}
