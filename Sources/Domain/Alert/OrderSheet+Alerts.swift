/// The alerts that an order raises by itself: its clocks, a P1 that nobody has, a hold to look at.
extension OrderSheet {
  func alerts(_ faces: [ClockFace], at now: Timestamp) -> [Alert] {
    var alerts: [Alert] = []
    if let hold, hold.reviewAt <= now { alerts.append(review(of: hold)) }
    if let failedMessage { alerts.append(failure(of: failedMessage)) }
    if priority == .p1, isUnassigned, hold == nil {
      alerts.append(p1Unassigned(faces))
      if let breached = clockAlert(faces), breached.id.kind == .breached { alerts.append(breached) }
    } else if let clock = clockAlert(faces) {
      alerts.append(clock)
    }
    return alerts
  }

  /// What still counts once the work has ended.
  var endedAlerts: [Alert] { failedMessage.map { [failure(of: $0)] } ?? [] }

  /// One alert for the clock that is worst off, missed before at risk, among equals the one due first.
  private func clockAlert(_ faces: [ClockFace]) -> Alert? {
    var worst: (face: ClockFace, clock: ServiceClock)?
    for (face, clock) in zip(faces, clocks) where face.state == .breached || face.state == .atRisk {
      if let known = worst?.face {
        if known.state == .breached, face.state != .breached { continue }
        if known.state == face.state, known.dueAt <= face.dueAt { continue }
      }
      worst = (face, clock)
    }
    guard let worst else { return nil }
    let isMissed = worst.face.state == .breached
    let cause = isMissed ? worst.face.dueAt : worst.clock.atRiskSince
    return Alert(
      id: Alert.ID(isMissed ? .breached : .atRisk, order: number, cause: cause),
      severity: isMissed || priority == .p1 ? .high : .medium, since: cause, orderID: id,
      technicianID: technician,
      evidence: .clock(worst.face, priority),
      remedy: technician == nil ? "work-order.assign" : "work-order.open")
  }

  private func p1Unassigned(_ faces: [ClockFace]) -> Alert {
    let due = faces.first { $0.kind == .response && $0.state != .met }?.dueAt
    return Alert(
      id: Alert.ID(.p1Unassigned, order: number, cause: unassignedSince), severity: .high,
      since: unassignedSince,
      orderID: id, technicianID: nil, evidence: .unassigned(responseDue: due), remedy: "work-order.assign")
  }

  private func failure(of message: OutgoingMessage) -> Alert {
    Alert(
      id: Alert.ID(.messageFailed, order: number, cause: message.at), severity: .medium,
      since: message.changedAt, orderID: id, technicianID: nil,
      evidence: .message(message.to, why: message.why ?? "", attempts: message.attempts),
      remedy: "work-order.message")
  }

  private func review(of hold: Hold) -> Alert {
    Alert(
      id: Alert.ID(.holdReview, order: number, cause: hold.reviewAt), severity: .low, since: hold.reviewAt,
      orderID: id, technicianID: nil,
      evidence: .hold(hold.reason, since: hold.since, reviewAt: hold.reviewAt), remedy: "work-order.release")
  }
}

extension Alert {
  /// Worst first, then the oldest.
  func comesBefore(_ other: Alert) -> Bool {
    if severity != other.severity { return severity > other.severity }
    return id < other.id
  }
}
