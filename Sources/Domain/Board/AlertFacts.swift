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
  let notDone: Answer?
  /// Since when somebody has it, whoever of them; nil while nobody had it.
  let givenAt: Timestamp?
  /// When it was last taken up again, and since when it goes on without a break.
  let takenUpAt: Timestamp?
  let goesOnSince: Timestamp?
  /// Who is there, or on his way, although it is not his any more.
  let notTheirs: Other?
  /// The clocks for which somebody has said why they were missed.
  let explained: Set<ClockFace.Kind>
  /// What its technicians said and nobody at the desk has read, nor had before him when he ended the work.
  let unread: [ThreadWords]
  /// Who does not know that it was called off.
  let unreached: Unreached?

  struct Stalled: Hashable, Sendable {
    let since: Timestamp
    let at: Timestamp
    let limit: Span
  }

  struct LongHold: Hashable, Sendable {
    let at: Timestamp
    /// Nil for a P1, of which somebody hears long before its review.
    let workingDays: Int?
  }

  struct Other: Hashable, Sendable {
    let at: Timestamp
    let technician: String
    let status: AssignmentStatus

    /// By what was reported last by somebody from whom it was taken; nil once it is his again.
    init?(_ order: borrowing WorkOrder, in office: borrowing Office) {
      guard let last = order.anomalies.last(where: { $0.kind == .notTheirs }), let status = last.facts?.step,
        status.isUnderWay, let who = last.facts?.technician, order.technician != who
      else { return nil }
      (at, self.status) = (last.at, status)
      technician = office.technician(who)?.name.words ?? ""
    }
  }

  struct Answer: Hashable, Sendable {
    let at: Timestamp
    let technician: String
    let reason: String
    var nextStep: String?
  }

  init(_ order: borrowing WorkOrder, in office: borrowing Office) {
    let limits = office.limits
    terms = AlertTerms(office)
    lives = order.alertLives
    learnedAt = order.learnedAt
    explained = Set(order.breaches.map(\.clock))
    unread = order.thread.unheard(isEnded: order.isEnded)
    unreached = order.unreached
    takenUpAt = order.takenUpAt
    goesOnSince = order.goesOnSince
    guard !order.isEnded else {
      unassignedAt = nil
      stalled = nil
      longHold = nil
      declined = nil
      noAccess = nil
      noAccessBy = nil
      notDone = nil
      notTheirs = nil
      givenAt = nil
      return
    }
    let isWaiting = order.isUnassigned && order.hold == nil
    let last = order.latestVisit?.assignment
    unassignedAt =
      isWaiting && order.priority != .p1
      ? order.unassignedSince + limits.unassignedAfter(order.priority) : nil
    stalled = AlertFacts.stalled(order, limits)
    longHold = AlertFacts.longHold(order, limits, zone: office.zone)
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
    notTheirs = Other(order, in: office)
    givenAt = AlertFacts.givenAt(order)
    notDone =
      if isWaiting, noAccess == nil, order.status == .notDone, let left = order.outcome,
        let at = left.endedAt
      {
        Answer(
          at: at, technician: office.technician(left.technician)?.name.words ?? "",
          reason: left.reason ?? "", nextStep: left.nextStep)
      } else {
        nil
      }
  }

  /// One who has it from another has it without a gap.
  private static func givenAt(_ order: borrowing WorkOrder) -> Timestamp? {
    var given: Timestamp?
    var ended: Timestamp?
    for one in order.visits.flatMap(\.assignments).sorted(by: { $0.assignedAt < $1.assignedAt }) {
      if given == nil || ended.map({ $0 < one.assignedAt }) ?? false { given = one.assignedAt }
      ended = one.endedAt
    }
    return given
  }

  private static func longHold(
    _ order: borrowing WorkOrder, _ limits: Limits, zone: ZoneRules
  ) -> LongHold? {
    guard let hold = order.hold else { return nil }
    if order.priority == .p1 { return LongHold(at: hold.since + limits.unassignedAfter, workingDays: nil) }
    let calendar = WorkCalendar(hours: .officeWeek, zone: zone)
    let at = calendar.adding(workingDays: limits.longHoldWorkingDays, to: hold.since)
    return LongHold(at: at, workingDays: limits.longHoldWorkingDays)
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
