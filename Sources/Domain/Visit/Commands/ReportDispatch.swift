/// Reports that a technician was sent to an order from elsewhere, perhaps beside others who are on it already.
///
/// It tells what has happened, so nothing refuses it: what does not fit is noted as an anomaly.
public struct ReportDispatch: WorkOrderCommand {
  public static let permission = Permission.dispatchWork
  public static let kind = CommandKind.fact

  /// The id of the visit that it makes, should none wait for somebody.
  public var visit: Visit.ID
  public var technician: Technician.ID
  /// False for one who turned up without anybody having said that he was sent.
  public var wasSent: Bool

  public init(visit: Visit.ID, technician: Technician.ID, wasSent: Bool = true) {
    self.visit = visit
    self.technician = technician
    self.wasSent = wasSent
  }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    guard let technician = moment.office.technician(technician) else {
      throw .notFound(.technician(technician.description))
    }
    if order.visits.contains(where: { $0.id == visit }) { return [] }
    if let known = order.unfinishedVisit(of: technician.id), let holder = known.assignment {
      if !holder.status.isTold { return [.dispatched(known.id)] }
      let facts = Anomaly.Facts(
        technician: technician.id, visit: known.id, step: .dispatched, from: holder.status)
      return [.anomalyFound(.outOfOrder, facts: facts)]
    }
    return sent(technician, on: order, in: moment) + anomalies(of: technician, on: order, in: moment)
  }
}

extension ReportDispatch {
  private func sent(_ technician: Technician, on order: WorkOrder, in moment: Moment) -> [WorkOrderEvent] {
    guard let waiting = order.openVisit, waiting.activeAssignment == nil else {
      return [
        .visitPlanned(visit, start: moment.now, estimate: order.estimate),
        .assigned(visit, technician.id, told: true)
      ]
    }
    return [
      .visitMoved(waiting.id, start: moment.now, estimate: waiting.estimate),
      .assigned(waiting.id, technician.id, told: true)
    ]
  }

  private func anomalies(
    of technician: Technician, on order: WorkOrder, in moment: Moment
  ) -> [WorkOrderEvent] {
    var found: [WorkOrderEvent] = []
    if order.isEnded {
      let facts = Anomaly.Facts(technician: technician.id, step: .dispatched, ending: order.status)
      found.append(.anomalyFound(.afterTheEnd, facts: facts))
    }
    if !wasSent {
      found.append(.anomalyFound(.unannounced, facts: Anomaly.Facts(technician: technician.id)))
    }
    let others = moment.office.orders.unordered.filter { other in
      other.id != order.id && !other.isEnded && other.unfinishedVisit(of: technician.id)?.isTold ?? false
    }
    if let other = others.map(\.number).min() {
      found.append(.anomalyFound(.elsewhere, facts: Anomaly.Facts(technician: technician.id, number: other)))
    }
    return found
  }
}

extension WorkOrder {
  /// The visit that a technician has not ended, whoever else is on the order; of several the one that he is on, then the
  /// one in hand, then the first.
  public func unfinishedVisit(of technician: Technician.ID) -> Visit? {
    let own = visits.filter { $0.activeAssignment?.technician == technician }
    if own.count < 2 { return own.last }
    let isOnIt = { (visit: Visit) in
      visit.activeAssignment.map { $0.status == .onSite || $0.status == .travelling } ?? false
    }
    return own.first(where: isOnIt) ?? own.first { $0.id == openVisit?.id } ?? own.min(by: Visit.isEarlier)
  }
}

extension Visit {
  fileprivate var isTold: Bool { activeAssignment?.status.isTold ?? false }
}
