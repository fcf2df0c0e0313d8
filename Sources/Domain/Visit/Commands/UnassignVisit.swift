/// Takes an order back from its technician into the queue.
public struct UnassignVisit: WorkOrderCommand {
  public static let permission = Permission.dispatchWork
  public static let kind = CommandKind.claim

  /// What the visit was before somebody was given it, for taking an assignment back.
  public enum Before: Codable, Hashable, Sendable {
    case noVisit
    case planned(start: Timestamp?, estimate: Span)
  }

  public var replacing: Technician.ID?
  /// Nil leaves the visit planned as it is.
  public var restoring: Before?
  /// The further visit that is given up; nil for the one in hand.
  public var visit: Visit.ID?

  public var furtherVisit: Visit.ID? { visit }

  public init(replacing: Technician.ID?, restoring: Before? = nil, visit: Visit.ID? = nil) {
    self.replacing = replacing
    self.restoring = restoring
    self.visit = visit
  }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    if order.isEnded { throw .workEnded(order.number, order.status) }
    guard let visit = order.openVisit else { return [] }
    let isGivenUp = isWaiting(order, in: moment) && restoring == nil
    guard let active = visit.activeAssignment else { return isGivenUp ? [.visitDropped(visit.id)] : [] }
    if active.technician != replacing {
      let holder = moment.office.technician(active.technician)?.handle
      throw .changedSince(.order(order.number), field: "technician", now: holder)
    }
    if active.status == .onSite { throw .wrongState(order.number, order.status, wanted: .planned) }
    try moment.leaveAlonePinned(order, technician: nil, start: visit.start)
    try moment.enforcePlace(brokenRules(on: order, in: moment))
    return tellingHolder(of: order, in: moment).events + [.unassigned(visit.id, active.technician)]
      + (isGivenUp ? [.visitDropped(visit.id)] : restored(visit, of: order))
  }

  /// Whether it is about a further visit that is not in hand yet.
  private func isWaiting(_ order: WorkOrder, in moment: Moment) -> Bool {
    visit != nil && moment.office.order(order.id)?.openVisit?.id != visit
  }

  /// A visit that somebody is on his way to, or that is pinned to him, is not taken from him without a yes; an undo
  /// passes the pin, which came with what it takes back or was asked of then.
  func brokenRules(on order: WorkOrder, in moment: Moment) -> [BrokenRule] {
    moment.office.brokenRules(
      takingBack: order, isRestored: restoring != nil, for: moment.person?.role)
  }

  public func inverse(on order: WorkOrder, in moment: Moment) -> [Command] {
    guard let visit = order.openVisit, let active = visit.activeAssignment, let start = visit.start else {
      return []
    }
    var back = AssignVisit(
      visit: visit.id, technician: active.technician, start: start, length: visit.estimate, replacing: nil,
      isTold: active.status.isTold,
      isTentative: active.status == .tentative ? true : nil)
    back.restoring = active
    back.isFurther = isWaiting(order, in: moment) ? true : nil
    return tellingHolder(of: order, in: moment).inverse + [.assignVisit(order.id, back)]
  }

  func restated(on order: WorkOrder?) -> Restatement {
    guard let order else { return .byHand }
    var again = self
    again.replacing = order.technician
    return .anew(.unassignVisit(order.id, again))
  }

  /// A visit for which further ones wait stays planned with nobody: they were planned beside it.
  private func restored(_ visit: Visit, of order: WorkOrder) -> [WorkOrderEvent] {
    let isAwaited = visit.isFurther == nil && !order.furtherVisits.isEmpty
    return switch restoring {
    case nil: []
    case .noVisit: visit.assignments.count == 1 && !isAwaited ? [.visitDropped(visit.id)] : []
    case .planned(let start, let estimate):
      visit.start == start && visit.estimate == estimate
        ? [] : [.visitMoved(visit.id, start: start, estimate: estimate)]
    }
  }
}

extension Office {
  /// What stands against taking an order back from its technician: that it is pinned to him, or that he has set out.
  ///
  /// What is restored to what it was before passes the pin.
  public func brokenRules(
    takingBack order: WorkOrder, isRestored: Bool = false, for role: Role? = nil
  ) -> [BrokenRule] {
    guard let visit = order.openVisit, let holder = technician(order.technician)?.handle else { return [] }
    let isPinned = !isRestored && visit.pin?.holdsTechnician ?? false
    let evidence = [isPinned ? BrokenRule.Evidence.pinned(at: nil, to: holder) : nil, underWay(order)]
    return evidence.compactMap(\.self).map { evidence in
      BrokenRule(
        rule: evidence.rule, severity: limits.severity(of: evidence.rule, for: role), order: order.number,
        technician: holder, evidence: evidence)
    }
  }
}
