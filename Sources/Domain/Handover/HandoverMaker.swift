/// Looks through the record for what the next shift must know.
struct HandoverMaker {
  let office: Office
  let board: Board
  let since: Timestamp
  let now: Timestamp

  func items(of section: HandoverSection) -> [HandoverSheet.Item] {
    switch section {
    case .late: lateArrivals + missedClocks
    case .upset: complaints
    case .parts: waitingForParts
    case .unassigned: unassigned
    case .people: people
    case .alerts: board.alerts.map { .alert($0) }
    case .words: office.handover.lines.map { .line($0) }
    }
  }

  /// Customers whose promised time passed in this shift without anybody there.
  private var lateArrivals: [HandoverSheet.Item] {
    office.orders.inOrder.compactMap { order in
      guard let window = order.window, window.end >= since, window.end < now else { return nil }
      let first = order.visits.compactMap { $0.assignment?.onSiteAt }.min()
      let isSplit = order.visits.contains { $0.isFurther != nil }
      let arrivedAt = isSplit ? first : order.latestVisit?.assignment?.onSiteAt
      if let arrivedAt, arrivedAt <= window.end { return nil }
      if arrivedAt == nil, order.isEnded { return nil }
      return .lateArrival(order: order.id, promised: window, arrivedAt: arrivedAt)
    }
  }

  private var missedClocks: [HandoverSheet.Item] {
    board.alerts.compactMap { alert in
      guard let order = alert.orderID else { return nil }
      switch alert.evidence {
      case .clock(let face, _) where face.state == .breached:
        return .missedClock(order: order, face.kind, dueAt: face.dueAt)
      case .unassigned(let due?) where due < now: return .missedClock(order: order, .response, dueAt: due)
      default: return nil
      }
    }
  }

  private var complaints: [HandoverSheet.Item] {
    office.customers.inOrder.flatMap { customer in
      customer.complaints.filter { $0.resolution == nil }.map {
        .complaint(customer.id, words: $0.words, at: $0.at)
      }
    }
  }

  private var waitingForParts: [HandoverSheet.Item] {
    let held = office.orders.inOrder.filter { $0.hold?.reason == .parts && !$0.isEnded }
    return held.sorted { ($0.hold?.since ?? now) < ($1.hold?.since ?? now) }.compactMap { order in
      order.hold.map {
        .waitingForParts(order: order.id, since: $0.since, reviewAt: $0.reviewAt, note: $0.note)
      }
    }
  }

  private var unassigned: [HandoverSheet.Item] {
    let waiting = board.queue.filter { $0.hold == nil }
    guard let oldest = waiting.min(by: { $0.receivedAt < $1.receivedAt }) else { return [] }
    let count = { (priority: Priority) in waiting.count { $0.priority == priority } }
    return [
      .unassigned(
        p1: count(.p1), p2: count(.p2), others: waiting.count - count(.p1) - count(.p2), oldest: oldest.id,
        since: oldest.receivedAt)
    ]
  }

  /// Who is away now or within a day, who cannot be sent, who has not been heard of.
  private var people: [HandoverSheet.Item] {
    let soon = TimeRange(start: now, end: now + .days(1))
    return office.technicians.inOrder.filter(\.isActive).flatMap { technician -> [HandoverSheet.Item] in
      var items: [HandoverSheet.Item] = technician.absences.filter { $0.range.overlaps(soon) }.map {
        .absent(technician.id, reason: $0.reason, until: $0.range.end)
      }
      // Why somebody is away says more than that he is.
      let isAway = technician.absences.contains { $0.from <= now && now < $0.to }
      if technician.presence == .unavailable, !isAway {
        items.append(.unavailable(technician.id, since: technician.presenceSince))
      }
      let card = board.technicians.first { $0.id == technician.id }
      if let card, card.isSilent, let seen = card.lastSeenAt {
        items.append(.silent(technician.id, since: seen))
      }
      return items
    }
  }
}
