/// All later visits of a technician's day by so much later or earlier, before anything is written.
public struct PushPlan: Hashable, Sendable {
  public let technician: Technician.ID
  public let by: Span
  public let from: Timestamp
  /// What moves, by start, each with what it would break where the others have moved, too.
  public let moves: [MovePreview]
  /// What stays because its time is pinned.
  public let holding: [Held]

  /// A visit that a push leaves where it is.
  public struct Held: Hashable, Sendable {
    public let order: WorkOrder.ID
    public let number: Int
    public let start: Timestamp
    /// Pinned by a promise alone.
    public let isPromised: Bool
  }

  /// The moves as commands, in the order in which none meets one that has not moved yet.
  public var commands: [Command] {
    let inOrder = by > .zero ? moves.reversed() : moves
    return inOrder.map { move in
      .moveVisit(
        move.order,
        MoveVisit(
          start: move.to.start, length: move.to.length, replacingStart: move.from.start,
          replacingTechnician: move.from.technician))
    }
  }
}

extension Office {
  /// Pushes what a technician has before him on the day of `from`, or in his shift over midnight then, from then on:
  /// visits that nobody has set out to. What is pinned holds.
  ///
  /// `around` is a visit that is being placed by hand: it is left out and stands where the index has it.
  public func pushPlan(
    of technician: Technician.ID, by span: Span, from: Timestamp, for role: Role?,
    around: WorkOrder.ID? = nil, in index: ScheduleIndex
  ) -> PushPlan {
    let nightfall = end(ofDayOf: technician, from: from, in: index)
    var moving: [(ScheduledVisit, WorkOrder)] = []
    var holding: [PushPlan.Held] = []
    for visit in index.visits(of: technician)
    where visit.order != around && visit.status.isBeforeSettingOff && !visit.staysPut {
      guard from <= visit.range.start, visit.range.start < nightfall, let order = order(visit.order) else {
        continue
      }
      if order.effectivePin.holdsTime {
        holding.append(
          PushPlan.Held(
            order: order.id, number: order.number, start: visit.range.start,
            isPromised: !(order.openVisit?.pin?.holdsTime ?? false)))
      } else {
        moving.append((visit, order))
      }
    }
    let pushed = moving.reduce(index) {
      $0.placing($1.0.placed($1.0.range.moved(by: span), with: technician))
    }
    let moves = moving.compactMap { visit, order in
      preview(
        order,
        to: MovePreview.Spot(
          technician: technician, start: visit.range.start + span, length: visit.range.length),
        for: role, in: pushed)
    }
    return PushPlan(technician: technician, by: span, from: from, moves: moves, holding: holding)
  }

  /// When a shift over midnight ends that he is in then, or in which he has the first visit of the day after that; else
  /// the next midnight.
  private func end(
    ofDayOf id: Technician.ID, from instant: Timestamp, in index: ScheduleIndex
  ) -> Timestamp {
    let date = zone.date(at: instant)
    let midnight = zone.startOfDay(date.adding(days: 1))
    guard let technician = technician(id) else { return midnight }
    let first = index.visits(of: id).map(\.range.start).filter { instant <= $0 && $0 < midnight }.min()
    let shifts = [instant, first].compactMap(\.self).compactMap { self.shift(of: technician, at: $0) }
    guard let shift = shifts.first, shift.start < zone.startOfDay(date) || midnight < shift.end else {
      return midnight
    }
    return shift.end
  }

  /// The same from the office alone.
  public func pushPlan(
    of technician: Technician.ID, by span: Span, from: Timestamp, for role: Role?, at now: Timestamp
  ) -> PushPlan {
    pushPlan(
      of: technician, by: span, from: from, for: role, in: ScheduleIndex(self, at: now, only: technician))
  }
}

extension ScheduleIndex {
  /// The same with an order's open visit in another place; with nobody or without a time it takes up none.
  ///
  /// What nobody has yet stands there as if he had been told of it.
  public func placing(_ order: WorkOrder, at spot: MovePreview.Spot, in office: Office) -> ScheduleIndex {
    guard let technician = spot.technician, let range = spot.range else { return removing(order.id) }
    if let visit = order.openVisit, let scheduled = office.scheduled(visit, of: order, at: now) {
      return placing(scheduled.placed(range, with: technician))
    }
    let id = order.openVisit?.id ?? Visit.ID(high: order.id.high, low: order.id.low)
    return placing(
      ScheduledVisit(
        id: id, order: order.id, number: order.number, technician: technician, status: .dispatched,
        site: order.site, place: office.site(order.site)?.coordinates, priority: order.priority, range: range,
        planned: range, estimate: range.length))
  }
}

extension AssignmentStatus {
  /// Whether nobody has set out yet, so that the visit can still be pushed.
  var isBeforeSettingOff: Bool {
    switch self {
    case .tentative, .scheduled, .dispatched, .seen, .accepted: true
    case .travelling, .onSite, .done, .notDone, .declined: false
    }
  }
}
