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

/// Who and what is in trouble at an instant: what somebody would have planned anew.
public struct DayTrouble: Sendable {
  /// Technicians who are late, in their order.
  public let late: [(technician: Technician.ID, lateness: Lateness)]
  /// Technicians who are away from visits that are theirs, each with how many.
  public let away: [(technician: Technician.ID, visits: Int)]
  /// Work that nobody has and that cannot wait: P1 and P2, and what has a clock at risk or missed; the gravest first.
  public let waiting: [WorkOrder.ID]

  public var isEmpty: Bool { late.isEmpty && away.isEmpty && waiting.isEmpty }

  public init(_ office: Office, at now: Timestamp) {
    let (index, today) = (office.scheduleIndex(at: now), PlannedDay(office, at: now))
    let technicians = office.technicians.inOrder.filter(\.isActive)
    late = technicians.compactMap { one in
      office.lateness(of: one.id, at: now).map { (technician: one.id, lateness: $0) }
    }
    away = technicians.compactMap { one in
      let count = office.orphans(of: one, in: index, on: today).count
      return count == 0 ? nil : (technician: one.id, visits: count)
    }
    var grave: [(order: WorkOrder, dueAt: Timestamp)] = []
    for order in office.orders.unordered where order.isUnassigned && order.hold == nil {
      let clocks = office.clocks(of: order, at: now).filter(\.isTicking)
      let isPressed = clocks.contains { $0.state == .atRisk || $0.state == .breached }
      guard order.priority <= .p2 || isPressed else { continue }
      grave.append((order, clocks.map(\.dueAt).min() ?? order.receivedAt))
    }
    waiting = grave.sorted { left, right in
      (left.order.priority, left.dueAt, left.order.number) < (
        right.order.priority, right.dueAt, right.order.number
      )
    }.map(\.order.id)
  }
}
