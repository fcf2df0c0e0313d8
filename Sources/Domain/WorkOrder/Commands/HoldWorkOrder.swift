/// Pauses a work order that cannot go on for now, such as one waiting for parts.
///
/// Put on hold on site, the assignment ends *not done* and a new visit opens on release; earlier, the visit
/// stays as it is.
public struct HoldWorkOrder: WorkOrderCommand {
  public static let permission = Permission.holdWork
  public static let kind = CommandKind.claim

  public var reason: HoldReason
  public var note: String
  public var nextStep: String?
  public var options: String?
  public var owner: Person.ID?
  public var reviewAt: Timestamp?
  /// When the part is expected.
  public var partDue: Timestamp?
  /// For undo: the hold as it was, since then, whatever became of the visits.
  public var since: Timestamp?
  /// For undo: the visit that the release had planned, dropped again if nobody has it.
  public var dropping: Visit.ID?

  public init(
    reason: HoldReason, note: String, nextStep: String? = nil, options: String? = nil,
    owner: Person.ID? = nil,
    reviewAt: Timestamp? = nil, partDue: Timestamp? = nil
  ) {
    self.reason = reason
    self.note = note
    self.nextStep = nextStep
    self.options = options
    self.owner = owner
    self.reviewAt = reviewAt
    self.partDue = partDue
  }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    if order.isEnded { throw .workEnded(order.number, order.status) }
    if let hold = order.hold {
      if isSame(as: hold) { return [] }
      throw .alreadyOnHold(order.number, hold)
    }
    if let doneAt = order.doneAt, !wasHeld(at: doneAt, in: moment) {
      throw .wrongState(order.number, order.status, wanted: .planned)
    }
    if note.trimmed.isEmpty { throw .missing(.order(order.number), fields: ["note"]) }
    if let owner, moment.office.person(owner) == nil { throw .notFound(.person(owner.description)) }
    let hold = hold(in: moment)
    if isRestored {
      let empty = order.visits.filter { $0.id == dropping && $0.assignments.isEmpty }
      return empty.map { .visitDropped($0.id) } + [.holdRestored(hold)]
    }
    guard let visit = interrupted(order, in: moment) else { return [.putOnHold(hold)] }
    // Held work goes on with nobody before it is released: whoever comes next is told then.
    return [.visitNotDone(visit.id, reason: "held: \(reason.rawValue)", nextStep: nextStep), .putOnHold(hold)]
  }

  /// The visit that ends with the hold: a technician's own where he is on site, for the desk the one on which somebody is.
  private func interrupted(_ order: WorkOrder, in moment: Moment) -> Visit? {
    let meant: [Visit?] =
      if let reporter = moment.person?.technician {
        [order.unfinishedVisit(of: reporter)]
      } else {
        [order.openVisit] + order.furtherVisits
      }
    return meant.compactMap(\.self).first { $0.activeAssignment?.status == .onSite }
  }

  /// What is held waits for somebody to release it first.
  func restated(on order: WorkOrder?) -> Restatement { order?.hold == nil ? .asItIs : .byHand }

  /// The hold that comes of it.
  private func hold(in moment: Moment) -> Hold {
    Hold(
      reason: reason, note: note, nextStep: nextStep, options: options, owner: owner ?? moment.stamp.by,
      since: since ?? moment.now, reviewAt: reviewAt ?? moment.office.usualReview(of: reason, at: moment.now),
      partDue: partDue)
  }

  /// Whether everything that is said is on record with the hold already.
  private func isSame(as hold: Hold) -> Bool {
    hold.reason == reason && hold.note == note && (nextStep ?? hold.nextStep) == hold.nextStep
      && (options ?? hold.options) == hold.options && (owner ?? hold.owner) == hold.owner
      && (reviewAt ?? hold.reviewAt) == hold.reviewAt && (partDue ?? hold.partDue) == hold.partDue
  }

  public func inverse(on order: WorkOrder, in moment: Moment) -> [Command] {
    if let since {
      var release = ReleaseWorkOrder(visit: dropping, replacing: hold(in: moment))
      // Where it was not released but had never been, it has never been again.
      if order.pastHolds.last?.hold.since != since { release.neverHeldSince = since }
      return [.releaseWorkOrder(order.id, release)]
    }
    if interrupted(order, in: moment) != nil { return [] }
    return [.releaseWorkOrder(order.id, ReleaseWorkOrder(neverHeldSince: moment.now))]
  }

  private var isRestored: Bool { since != nil }

  /// Whether the hold that is put back was in force at an instant: work may have been done in spite of it.
  private func wasHeld(at instant: Timestamp, in moment: Moment) -> Bool {
    guard let since, let released = moment.undoes else { return false }
    return since <= instant && instant < released
  }
}

extension HoldWorkOrder {
  /// Puts a hold back that was taken off, as if it had gone on all the time.
  init(restoring hold: Hold, dropping: Visit.ID? = nil) {
    self.init(
      reason: hold.reason, note: hold.note, nextStep: hold.nextStep, options: hold.options, owner: hold.owner,
      reviewAt: hold.reviewAt, partDue: hold.partDue)
    since = hold.since
    self.dropping = dropping
  }
}

extension Office {
  /// When a hold is looked at again unless somebody says: parts and vendors after two working days, the rest
  /// the next one, at nine in the morning of the office.
  public func usualReview(of reason: HoldReason, at now: Timestamp) -> Timestamp {
    let days: Int
    switch reason {
    case .parts, .vendor: days = 2
    case .customer, .approval, .access, .escalated, .weather: days = 1
    }
    let week = OpeningHours.officeWeek
    let day = WorkCalendar(hours: week, zone: zone).adding(workingDays: days, to: today(at: now))
    return zone.startOfDay(day) + .hours(9)
  }
}
