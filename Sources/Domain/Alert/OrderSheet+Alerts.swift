/// The alerts that an order raises by itself: its clocks, nobody on it, a hold to look at, an answer that was no.
extension OrderSheet {
  func alerts(_ faces: [ClockFace], at now: Timestamp) -> [Alert] {
    let raised =
      holdAlerts(at: now) + waitingAlerts(faces, at: now)
      + [
        stalled(at: now), declined, noAccess, notDone, notTheirs, workOnHold, failure, unread,
        offer.flatMap { alert(of: $0, at: now) }
      ].compactMap(\.self)
    return raised.standing(facts.lives, facts.terms, learned: facts.learnedAt, at: now)
  }

  /// A clock that is in trouble says more than that nobody has the order. Of a P1 that nobody has, the response that
  /// is due or missed is the same trouble, and one row; a fix that is missed is another.
  private func waitingAlerts(_ faces: [ClockFace], at now: Timestamp) -> [Alert] {
    let clock = clockAlert(faces)
    var alerts: [Alert] = []
    if priority == .p1, isUnassigned, hold == nil {
      alerts.append(p1Unassigned(faces))
      if let clock, clock.id.kind == .breached, clock.clockKind == .fix { alerts.append(clock) }
    } else if let clock {
      alerts.append(clock)
    } else if let at = facts.unassignedAt, at <= now {
      alerts.append(
        alert(
          .unassigned, .medium, cause: at, .waiting(priority, since: unassignedSince),
          remedy: .assign))
    }
    if let unexplained = unexplained(faces) { alerts.append(unexplained) }
    return alerts
  }

  /// What still counts once the work has ended: nobody told the customer or whoever was to come, and nobody said why
  /// the customer had to wait.
  func endedAlerts(_ faces: [ClockFace], at now: Timestamp) -> [Alert] {
    [failure, unread, unreached, unexplained(faces)].compactMap(\.self).standing(
      facts.lives, facts.terms, learned: facts.learnedAt, at: now)
  }

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
    // Of a P1 that nobody had, another alert stood for it until somebody was given it.
    let given = priority == .p1 && !isMissed && technician != nil ? facts.givenAt : nil
    let asks = isMissed && technician != nil && !facts.explained.contains(worst.face.kind)
    return alert(
      isMissed ? .breached : .atRisk, isMissed || priority == .p1 ? .high : .medium,
      cause: max(cause, facts.takenUpAt ?? cause), .clock(worst.face, priority),
      shown: given,
      remedy: technician == nil
        ? .assign : asks ? .breachCause : .open)
  }

  /// A promise that was kept too late, until somebody says why.
  private func unexplained(_ faces: [ClockFace]) -> Alert? {
    let late = faces.first { $0.state == .met && $0.isMissed && !facts.explained.contains($0.kind) }
    guard let late, let metAt = late.metAt else { return nil }
    return alert(.breachCause, .low, cause: metAt, .unexplained(late), remedy: .breachCause)
  }

  private func p1Unassigned(_ faces: [ClockFace]) -> Alert {
    let due = faces.first { $0.kind == .response && $0.state != .met }?.dueAt
    return alert(
      .p1Unassigned, .high, cause: unassignedSince, .unassigned(responseDue: due), remedy: .assign)
  }

  /// A question from the field stands until somebody has read it.
  private var unread: Alert? {
    guard let first = facts.unread.first, let last = facts.unread.last else { return nil }
    return Alert(
      id: Alert.ID(.unread, order: number, cause: first.at), severity: priority == .p1 ? .high : .medium,
      since: first.at, orderID: id, technicianID: technician,
      evidence: .unread(last, count: facts.unread.count),
      remedy: .say)
  }

  private var unreached: Alert? {
    guard let missed = facts.unreached else { return nil }
    return Alert(
      id: missed.alert, severity: missed.status.isUnderWay ? .high : .medium, since: missed.alert.cause,
      orderID: id, technicianID: missed.technician,
      evidence: .unreached(missed.status, since: missed.since), remedy: .resolve)
  }

  private var failure: Alert? {
    failedMessage.map(\.value).map { message in
      Alert(
        id: Alert.ID(.messageFailed, order: number, cause: message.at), severity: .medium,
        since: message.changedAt, orderID: id, technicianID: nil,
        evidence: .message(message.to, why: message.why ?? "", attempts: message.attempts),
        remedy: .message)
    }
  }

  /// The part that did not come says more than the review that is due, and that more than that it lasts long.
  private func holdAlerts(at now: Timestamp) -> [Alert] {
    guard let hold else { return [] }
    if let due = hold.partDue, due <= now {
      return [
        alert(
          .partMissing, .medium, cause: due, .part(due: due, nextStep: hold.nextStep), shown: hold.since,
          remedy: .release)
      ]
    }
    if hold.reviewAt <= now {
      return [
        alert(
          .holdReview, .low, cause: hold.reviewAt,
          .hold(hold.reason, since: hold.since, reviewAt: hold.reviewAt), shown: hold.since,
          remedy: .release)
      ]
    }
    guard let long = facts.longHold, long.at <= now else { return [] }
    return [
      alert(
        .longHold, priority == .p1 ? .medium : .low, cause: long.at,
        .longHold(hold.reason, since: hold.since, workingDays: long.workingDays), remedy: .release
      )
    ]
  }

  private func stalled(at now: Timestamp) -> Alert? {
    guard let stalled = facts.stalled, stalled.at <= now else { return nil }
    return alert(
      .stalled, .low, cause: stalled.at, .stalled(status, since: stalled.since, limit: stalled.limit),
      remedy: .note)
  }

  private var declined: Alert? {
    facts.declined.map { answer in
      alert(
        .declined, .medium, cause: answer.at,
        .declined(technician: answer.technician, reason: answer.reason), shown: facts.goesOnSince,
        remedy: .assign)
    }
  }

  private var noAccess: Alert? {
    facts.noAccess.map { missed in
      alert(
        .noShow, .medium, cause: missed.at,
        .noAccess(technician: facts.noAccessBy ?? "", evidence: missed.evidence, charges: missed.charges),
        shown: facts.goesOnSince, remedy: .assign)
    }
  }

  /// What was left undone goes nowhere by itself: somebody must be given it, with what was missing.
  private var notDone: Alert? {
    facts.notDone.map { left in
      alert(
        .notDone, priority == .p1 ? .high : .medium, cause: left.at,
        .notDone(technician: left.technician, reason: left.reason, nextStep: left.nextStep),
        shown: facts.goesOnSince, remedy: .assign)
    }
  }

  private var notTheirs: Alert? {
    facts.notTheirs.map { other in
      alert(
        .notTheirs, .high, cause: other.at, .notTheirs(technician: other.technician, other.status),
        remedy: .assign)
    }
  }

  /// Who works on it says more than why it is held; whether it goes on is for the desk to say.
  private var workOnHold: Alert? {
    guard let hold, let worker = facts.workOnHold else { return nil }
    return alert(
      .workOnHold, priority == .p1 ? .high : .medium, cause: max(worker.at, hold.since),
      .workOnHold(hold.reason, technician: worker.technician, worker.status), remedy: .release)
  }

  /// One that could be seen later than it became true, as `shown` says, counts from there.
  private func alert(
    _ kind: Alert.Kind, _ severity: Alert.Severity, cause: Timestamp, _ evidence: Alert.Evidence,
    shown: Timestamp? = nil, remedy: Alert.Remedy
  ) -> Alert {
    Alert(
      id: Alert.ID(kind, order: number, cause: cause), severity: severity,
      since: max(cause, shown ?? cause), orderID: id,
      technicianID: technician, evidence: evidence, remedy: remedy)
  }
}

extension Alert {
  /// When its next step falls due. Once everybody has been told of it there is none: a clock that still runs then comes
  /// when it runs out, what else is grave before all that is still to be passed on, the rest behind that, and last what is
  /// never passed on.
  public var dueAt: Timestamp {
    if let at = standing.next.at { return at }
    if standing.changedAt == nil { return Timestamp(seconds: .max) }
    if case .clock(let face, _) = evidence, !face.isMissed { return face.dueAt }
    return severity == .high ? Timestamp(seconds: .min) : Timestamp(seconds: .max - 1)
  }

  /// By when the next step falls due, then the gravest first, then the oldest.
  public func comesBefore(_ other: Alert) -> Bool {
    let (mine, others) = (dueAt, other.dueAt)
    if mine != others { return mine < others }
    if gravity != other.gravity { return gravity > other.gravity }
    return id < other.id
  }

  /// How bad it is beside the others: its severity first, then a P1 that nobody has, then missed clocks before those
  /// at risk, each by priority.
  var gravity: Int { severity.rawValue * 16 + weight }

  private var weight: Int {
    switch evidence {
    case .unassigned: 15
    case .clock(let face, let priority): (face.isMissed ? 10 : 5) - priority.rawValue
    case .waiting(let priority, _): 5 - priority.rawValue
    case .overrun, .silence, .overlap, .hold, .unseen, .unanswered, .offerEnded, .message, .stalled,
      .longHold, .part, .window, .early, .declined, .away, .noAccess, .notDone, .notTheirs, .workOnHold,
      .complaint,
      .unexplained,
      .unread, .conflict, .unreached, .copied:
      0
    }
  }

  /// Of which clock it is; nil for what is about none.
  fileprivate var clockKind: ClockFace.Kind? {
    if case .clock(let face, _) = evidence { face.kind } else { nil }
  }
}
