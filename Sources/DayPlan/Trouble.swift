public import Domain

extension Office {
  /// What a technician's trouble is about: he is away, or else late.
  public func trouble(of technician: Technician.ID, at now: Timestamp) -> PlanQuestion {
    guard let known = self.technician(technician) else { return .late(technician) }
    return isKnownToBeAway(known, at: now) ? .away(technician) : .late(technician)
  }

  /// What an order's trouble is about: its technician is away or late, or it cannot wait.
  public func trouble(of order: WorkOrder, at now: Timestamp) -> PlanQuestion {
    guard let holder = order.technician, let technician = technician(holder) else { return .urgent(order.id) }
    if isKnownToBeAway(technician, at: max(now, order.openVisit?.start ?? now)) { return .away(holder) }
    guard let arrival = arrival(of: order, at: now),
      let latest = order.latestArrival(planned: arrival.planned)
    else { return .urgent(order.id) }
    return latest < arrival.at ? .late(holder) : .urgent(order.id)
  }
}
