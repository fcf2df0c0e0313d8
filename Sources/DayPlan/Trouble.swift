public import Domain

extension Office {
  /// What a technician's trouble is about: he is away, now or when some of his visits begin, or else late.
  public func trouble(of technician: Technician.ID, at now: Timestamp) -> PlanQuestion {
    guard let known = self.technician(technician) else { return .late(technician) }
    let isAway = isKnownToBeAway(known, at: now) || isAwayLater(technician, at: now)
    return isAway ? .away(technician) : .late(technician)
  }

  /// What an order's trouble is about: its technician is away or late, or it cannot wait.
  public func trouble(of order: WorkOrder, at now: Timestamp) -> PlanQuestion {
    guard let holder = order.technician, let technician = technician(holder) else { return .urgent(order.id) }
    if isKnownToBeAway(technician, at: max(now, order.openVisit?.start ?? now), asOf: now) {
      return .away(holder)
    }
    if let lateness = lateness(of: holder, at: now), isConcerned(order, by: lateness) { return .late(holder) }
    guard let arrival = arrival(of: order, at: now),
      let latest = order.latestArrival(planned: arrival.planned)
    else { return .urgent(order.id) }
    return latest < arrival.at ? .late(holder) : .urgent(order.id)
  }

  /// Whether it is what somebody is late at or with, or comes next after what he does not get done with.
  private func isConcerned(_ order: WorkOrder, by lateness: Lateness) -> Bool {
    switch lateness {
    case .onTheWay(let number, _), .next(let number, _): return number == order.number
    case .over(let number, _):
      if number == order.number { return true }
      let ahead = orders.unordered.filter {
        $0.technician == order.technician && $0.openVisit?.activeAssignment?.status.isAhead ?? false
      }
      let next = ahead.compactMap { one in one.openVisit?.start.map { ($0, one.number) } }.min { $0 < $1 }
      return next?.1 == order.number
    }
  }
}
