/// What an order's alerts need beyond its clocks, worked out once for one state of the order.
struct AlertFacts: Hashable, Sendable {
  let terms: AlertTerms
  let lives: [AlertLife]
  let learnedAt: Timestamp?
  /// When it has waited too long for somebody; nil while it need not be said.
  let unassignedAt: Timestamp?
  let stalled: Stalled?
  let longHold: LongHold?
  let declined: Answer?
  let noAccess: MissedAccess?
  let noAccessBy: String?
  /// The clocks for which somebody has said why they were missed.
  let explained: Set<ClockFace.Kind>
  /// What its technicians said and nobody at the desk has read.
  let unread: [ThreadWords]
  /// Who does not know that it was called off.
  let unreached: Unreached?

  struct Unreached: Hashable, Sendable {
    let alert: Alert.ID
    let technician: Technician.ID
    let status: AssignmentStatus
    let since: Timestamp?

    init?(_ order: borrowing WorkOrder) {
      guard let missed = order.unreached, let alert = order.unreachedAlert else { return nil }
      self.alert = alert
      technician = missed.technician
      status = missed.status
      since = missed.onSiteAt ?? missed.travellingAt
    }
  }

  struct Stalled: Hashable, Sendable {
    let since: Timestamp
    let at: Timestamp
    let limit: Span
  }

  struct LongHold: Hashable, Sendable {
    let at: Timestamp
    let workingDays: Int
  }

  struct Answer: Hashable, Sendable {
    let at: Timestamp
    let technician: String
    let reason: String
  }

  init(_ order: borrowing WorkOrder, in office: borrowing Office) {
    let limits = office.limits
    terms = AlertTerms(office)
    lives = order.alertLives
    learnedAt = order.learnedAt
    explained = Set(order.breaches.map(\.clock))
    unread = order.thread.unread(by: .desk)
    unreached = Unreached(order)
    guard !order.isEnded else {
      unassignedAt = nil
      stalled = nil
      longHold = nil
      declined = nil
      noAccess = nil
      noAccessBy = nil
      return
    }
    let isWaiting = order.isUnassigned && order.hold == nil
    let last = order.latestVisit?.assignment
    let since = last?.endedAt ?? order.receivedAt
    unassignedAt = isWaiting && order.priority != .p1 ? since + limits.unassignedAfter(order.priority) : nil
    stalled = AlertFacts.stalled(order, limits)
    longHold = order.hold.map { hold in
      let calendar = WorkCalendar(hours: .officeWeek, zone: office.zone)
      let at = calendar.adding(workingDays: limits.longHoldWorkingDays, to: hold.since)
      return LongHold(at: at, workingDays: limits.longHoldWorkingDays)
    }
    declined =
      if isWaiting, order.priority != .p1, let last, last.status == .declined, let at = last.endedAt {
        Answer(
          at: at, technician: office.technician(last.technician)?.name.words ?? "", reason: last.reason ?? "")
      } else {
        nil
      }
    let missed = order.missedAccesses.last
    noAccess = isWaiting && missed?.visit == order.visits.last { !$0.assignments.isEmpty }?.id ? missed : nil
    noAccessBy = noAccess?.technician.flatMap { office.technician($0)?.name.words }
  }

  /// Planned work of which nothing was heard for hours after it should have begun or ended. What nobody has is
  /// another alert, what is held is looked at on its review, and what is done waits for nobody outside.
  private static func stalled(_ order: borrowing WorkOrder, _ limits: Limits) -> Stalled? {
    guard order.hold == nil, !order.isUnassigned, order.doneAt == nil, let visit = order.openVisit else {
      return nil
    }
    let isActive = visit.activeAssignment.map { $0.onSiteAt != nil || $0.travellingAt != nil } ?? false
    let planned = isActive ? visit.range?.end : visit.start
    let since = max(order.lastChangedAt, planned ?? order.lastChangedAt)
    return Stalled(since: since, at: since + limits.stalledAfter, limit: limits.stalledAfter)
  }

  /// When one of them comes up by itself.
  func turns(_ hold: Hold?) -> [Timestamp] {
    [unassignedAt, stalled?.at, longHold?.at, hold?.partDue].compactMap(\.self)
  }
}

extension Limits {
  /// How long nobody may have work of a priority before it is an alert: the limit is P2's, P3 has four times
  /// as long, P4 a day's worth of it; a P1 is one at once.
  public func unassignedAfter(_ priority: Priority) -> Span {
    switch priority {
    case .p1: .zero
    case .p2: unassignedAfter
    case .p3: unassignedAfter * 4
    case .p4: unassignedAfter * 24
    }
  }
}
