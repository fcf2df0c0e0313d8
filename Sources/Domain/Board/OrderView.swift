/// What one order contributes to a board at an instant.
struct OrderView: Hashable, Sendable {
  /// Nil when it is over. It stands in the queue unless somebody has it, or it is held and its review not due.
  let row: QueueRow?
  let alerts: [Alert]
  let danger: ClockDanger?
  /// What the rules have to do to it now.
  let steps: [AutomaticStep]
  /// When it must be looked at again.
  let nextChange: Timestamp?
}

extension OrderSheet {
  func view(at now: Timestamp) -> OrderView {
    if isEnded {
      let alerts = endedAlerts(clocks.map { $0.face(at: now) }, at: now)
      return OrderView(
        row: nil, alerts: alerts, danger: nil, steps: alerts.dueSteps(at: now),
        nextChange: alerts.nextTurn(after: now))
    }
    let instant = reading.instant(at: now)
    let faces = clocks.map { $0.face(at: instant) }
    let danger = ClockDanger(faces)
    let isQueued = isUnassigned && isShown(at: now)
    let alerts = alerts(faces, at: now)
    let moves =
      isQueued || danger != nil && !alerts.isEmpty
      || clocks.firstDue(faces).map { $0.face.state != .paused } ?? false
    // What nothing moves is read at its last turn, so that it need not be read again every minute.
    let still = reading.still(at: now)
    let row =
      moves
      ? row(faces, at: instant, isQueued: isQueued)
      : row(clocks.map { $0.face(at: still) }, at: still, isQueued: isQueued)
    let turns = [
      reading.next(after: now, moves: moves), steps.nextTurn(after: now), alerts.nextTurn(after: now)
    ]
    return OrderView(
      row: row, alerts: alerts, danger: danger,
      steps: steps.filter { $0.isDue(at: now) } + alerts.dueSteps(at: now),
      nextChange: turns.compactMap(\.self).min())
  }

  /// Held orders stay out of the queue until somebody must look at them, and those put off until their day.
  private func isShown(at now: Timestamp) -> Bool {
    if let postponedUntil, now < postponedUntil { return false }
    return hold.map { $0.reviewAt <= now } ?? true
  }

  private func row(_ faces: [ClockFace], at instant: Timestamp, isQueued: Bool) -> QueueRow {
    let first = clocks.firstDue(faces)
    return QueueRow(
      id: id, number: number, status: status, priority: priority, clock: first?.face, receivedAt: receivedAt,
      trade: label.trade, siteName: label.siteName, customerName: label.customerName, zone: label.zone,
      summary: label.summary, window: label.window,
      score: basis.score(at: instant, clockUsed: first?.usedPercent), claimedBy: label.claimedBy,
      isFlagged: label.isFlagged, hold: hold?.reason, hasAnomaly: label.hasAnomaly,
      tier: label.tier, claim: label.claim, followUp: label.followUp,
      age: QueueAge(receivedAt: receivedAt, daysAgo: daysAgo, at: instant), isQueued: isQueued,
      furtherCalls: label.furtherCalls, isMissed: faces.isMissed(receivedAt, learned: facts.learnedAt),
      comesBack: label.comesBack, technician: label.technician)
  }
}
