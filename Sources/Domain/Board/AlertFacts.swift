/// What an order's alerts need beyond its clocks, worked out once for one state of the order.
struct AlertFacts: Hashable, Sendable {
  let terms: AlertTerms
  let lives: [AlertLife]
  let learnedAt: Timestamp?
  /// When it has waited too long for somebody; nil while it need not be said.
  let unassignedAt: Timestamp?
  let stalled: Stalled?
  let longHold: LongHold?
  /// Since when somebody has it, whoever of them; nil while nobody had it.
  let givenAt: Timestamp?
  /// When it was last taken up again, and since when it goes on without a break.
  let takenUpAt: Timestamp?
  let goesOnSince: Timestamp?
  /// The clocks for which somebody has said why they were missed.
  let explained: Set<ClockFace.Kind>
  /// What its technicians said and nobody at the desk has read, nor had before him when he ended the work.
  let unread: [ThreadWords]
  /// What few orders have: in a box, as ten thousand of these are kept.
  private let oddities: Boxed<Oddities>?

  var declined: Answer? { oddities?.value.declined }
  var noAccess: MissedAccess? { oddities?.value.noAccess }
  var noAccessBy: String? { oddities?.value.noAccessBy }
  var notDone: Answer? { oddities?.value.notDone }
  var notTheirs: Other? { oddities?.value.notTheirs }
  var workOnHold: Other? { oddities?.value.workOnHold }
  var unreached: Unreached? { oddities?.value.unreached }

  struct Oddities: Hashable, Sendable {
    var declined: Answer?
    var noAccess: MissedAccess?
    var noAccessBy: String?
    var notDone: Answer?
    /// Who is there, or on his way, although it is not his any more.
    var notTheirs: Other?
    /// Who is there, or on his way, while it is held.
    var workOnHold: Other?
    /// Who does not know that it was called off.
    var unreached: Unreached?
  }

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

    /// Whoever has it, by his last step; nil where he has not set out, or nothing holds it.
    init?(onHold order: borrowing WorkOrder, in office: borrowing Office) {
      guard order.hold != nil, let active = order.openVisit?.activeAssignment, active.status.isUnderWay,
        let at = active.onSiteAt ?? active.travellingAt
      else { return nil }
      (self.at, status) = (at, active.status)
      technician = office.technician(active.technician)?.name.words ?? ""
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
    takenUpAt = order.takenUpAt
    goesOnSince = order.goesOnSince
    let odd = Oddities(order, in: office)
    oddities = odd == Oddities() ? nil : Boxed(odd)
    guard !order.isEnded else {
      (unassignedAt, stalled, longHold, givenAt) = (nil, nil, nil, nil)
      return
    }
    unassignedAt =
      order.waitsForSomebody && order.priority != .p1
      ? order.unassignedSince + limits.unassignedAfter(order.priority) : nil
    stalled = AlertFacts.stalled(order, limits)
    longHold = AlertFacts.longHold(order, limits, zone: office.zone)
    givenAt = AlertFacts.givenAt(order)
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

extension AlertFacts.Oddities {
  init(_ order: borrowing WorkOrder, in office: borrowing Office) {
    unreached = order.unreached
    guard !order.isEnded else { return }
    notTheirs = AlertFacts.Other(order, in: office)
    workOnHold = AlertFacts.Other(onHold: order, in: office)
    guard order.waitsForSomebody else { return }
    if order.priority != .p1, let last = order.latestVisit?.assignment, last.status == .declined {
      declined = AlertFacts.Answer(last, in: office)
    }
    let missed = order.missedAccesses.last
    if missed?.visit == order.visits.last(where: { !$0.assignments.isEmpty })?.id {
      noAccess = missed
      noAccessBy = missed?.technician.flatMap { office.technician($0)?.name.words }
    }
    if noAccess == nil, order.status == .notDone, let left = order.outcome {
      notDone = AlertFacts.Answer(left, in: office)
      notDone?.nextStep = left.nextStep
    }
  }
}

extension AlertFacts.Answer {
  /// How an assignment ended; nil for one that has not.
  fileprivate init?(_ assignment: Assignment, in office: borrowing Office) {
    guard let endedAt = assignment.endedAt else { return nil }
    at = endedAt
    technician = office.technician(assignment.technician)?.name.words ?? ""
    reason = assignment.reason ?? ""
  }
}

extension WorkOrder {
  /// Whether nobody has it and nothing holds it.
  fileprivate var waitsForSomebody: Bool { isUnassigned && hold == nil }
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
