/// Gives an order to a technician, planning a visit when none waits.
///
/// A visit that starts before the running day ends is told with the assignment, a later one when it is dispatched; one
/// that is only pencilled in is told when it is firm: when the same is assigned without that, or dispatched. Once the
/// technician is on site, only the length can still be changed. Who was told of it and is to come at another time is
/// told and asked anew.
public struct AssignVisit: WorkOrderCommand {
  public static let permission = Permission.dispatchWork
  public static let kind = CommandKind.claim

  /// The id of the new visit, should none be open.
  public var visit: Visit.ID
  public var technician: Technician.ID
  public var start: Timestamp
  public var length: Span?
  /// Who has it now, as the claimant saw it; nil for nobody.
  public var replacing: Technician.ID?
  /// Whether the technician is told at once; nil leaves it to the day of the visit.
  public var isTold: Bool?
  /// Whether it is only pencilled in.
  public var isTentative: Bool?
  /// The pin that was passed by what this takes back: nobody is asked of it again.
  public var pin: Pin?
  /// The assignment as it stood, where this gives the visit back; nil where it is given anew.
  public var restoring: Assignment?
  /// Whether it is about a further visit, the one of that id or a new one, beside the one in hand; nobody is told of it
  /// before it is in hand itself.
  public var isFurther: Bool?

  public var furtherVisit: Visit.ID? { isFurther ?? false ? visit : nil }

  public init(
    visit: Visit.ID, technician: Technician.ID, start: Timestamp, length: Span? = nil,
    replacing: Technician.ID?,
    isTold: Bool? = nil, isTentative: Bool? = nil
  ) {
    self.isTentative = isTentative
    self.visit = visit
    self.technician = technician
    self.start = start
    self.length = length
    self.replacing = replacing
    self.isTold = isTold
  }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    if order.isEnded { throw .workEnded(order.number, order.status) }
    guard let technician = moment.office.technician(technician) else {
      throw .notFound(.technician(technician.description))
    }
    let length = length(on: order)
    guard (Span.seconds(1)...Span.days(30)).contains(length) else {
      throw .fault(
        FieldFault(field: "length", word: "\(length.wholeMinutes)m", expected: "a length such as 90m or 1h30")
      )
    }
    if order.technician == technician.id, order.openVisit?.start == start,
      order.openVisit?.estimate == length, !changesFirmness(of: order)
    {
      return []
    }
    if order.technician != replacing { throw changedSince(order, length, moment) }
    if furtherVisit != nil, order.openVisit == nil, moment.office.order(order.id)?.technician == nil {
      throw .wrongState(order.number, order.status, wanted: .assigned)
    }
    if let visit = order.openVisit, let active = visit.activeAssignment, active.status == .onSite,
      active.technician != technician.id || visit.start != start || isPencilled
    {
      throw .wrongState(order.number, order.status, wanted: .planned)
    }
    try moment.leaveAlonePinned(order, technician: technician.id, start: start)
    try moment.enforcePlace(brokenRules(on: order, in: moment))
    return events(on: order, technician: technician, length: length, in: moment)
  }

  public func inverse(on order: WorkOrder, in moment: Moment) -> [Command] {
    assignedBack(order) + (furtherVisit == nil ? order.puttingOffAgain(after: start, in: moment) : [])
  }

  func restated(on order: WorkOrder?) -> Restatement {
    guard let order else { return .byHand }
    var again = self
    again.replacing = order.technician
    return .anew(.assignVisit(order.id, again))
  }

  private func assignedBack(_ order: WorkOrder) -> [Command] {
    guard let open = order.openVisit else {
      let back = UnassignVisit(replacing: technician, restoring: .noVisit, visit: furtherVisit)
      return [.unassignVisit(order.id, back)]
    }
    guard let holder = open.activeAssignment else {
      let before = UnassignVisit.Before.planned(start: open.start, estimate: open.estimate)
      let back = UnassignVisit(replacing: technician, restoring: before, visit: furtherVisit)
      return [.unassignVisit(order.id, back)]
    }
    var back = AssignVisit(
      visit: open.id, technician: holder.technician, start: open.start ?? start, length: open.estimate,
      replacing: technician, isTold: holder.status.isTold,
      isTentative: holder.status == .tentative ? true : nil)
    back.pin = open.pin
    back.restoring = holder
    back.isFurther = isFurther
    return [.assignVisit(order.id, back)]
  }

  public func brokenRules(on order: WorkOrder, in moment: Moment) -> [BrokenRule] {
    let index = ScheduleIndex(moment.office, at: moment.now, only: technician)
    let broken = brokenRules(on: order, in: moment, index)
    return moment.office.unasked(
      broken, of: order, in: index, for: moment.person?.role,
      further: moment.office.waiting(furtherVisit, of: order))
  }

  /// The same from an index of the visits as they stand in the moment.
  func brokenRules(on order: WorkOrder, in moment: Moment, _ index: ScheduleIndex) -> [BrokenRule] {
    guard let technician = moment.office.technician(technician) else { return [] }
    let broken = moment.office.brokenRules(
      order: order, technician: technician, start: start, length: length(on: order), in: index,
      for: moment.person?.role, further: moment.office.waiting(furtherVisit, of: order))
    return broken.filter { !isKnown($0, on: order) }
  }

  /// Whether it is the pin that stood already when what this takes back was done.
  private func isKnown(_ broken: BrokenRule, on order: WorkOrder) -> Bool {
    broken.rule == .pinned && pin != nil && pin == order.openVisit?.pin
  }
}

extension AssignVisit {
  private var isPencilled: Bool { isTentative ?? false }

  /// Whether what was pencilled in becomes firm, or the other way round.
  private func changesFirmness(of order: WorkOrder) -> Bool {
    guard let active = order.openVisit?.activeAssignment, active.technician == technician else {
      return false
    }
    return (active.status == .tentative) != isPencilled
  }

  /// Whether who was told of the visit has to hear of another time: he knows the one before, and answered to it.
  private func asksAnew(_ order: WorkOrder) -> Bool {
    guard let visit = order.openVisit, let active = visit.activeAssignment, visit.start != start,
      active.technician == technician
    else { return false }
    return [.dispatched, .seen, .accepted].contains(active.status)
  }

  /// What somebody else has said of it since: who is wanted may have it already, at another time or for longer.
  private func changedSince(_ order: WorkOrder, _ length: Span, _ moment: Moment) -> Refusal {
    if order.technician == technician, let visit = order.openVisit {
      if visit.start != start {
        return .changedSince(.order(order.number), field: "start", now: visit.start?.rfc3339)
      }
      if visit.estimate != length {
        return .changedSince(.order(order.number), field: "length", now: "\(visit.estimate.wholeMinutes)m")
      }
    }
    let holder = moment.office.technician(order.technician)?.handle
    return .changedSince(.order(order.number), field: "technician", now: holder)
  }

  private func length(on order: WorkOrder) -> Span { length ?? order.openVisit?.estimate ?? order.estimate }

  private func events(
    on order: WorkOrder, technician: Technician, length: Span, in moment: Moment
  )
    -> [WorkOrderEvent]
  {
    let id = order.openVisit?.id ?? visit
    let known = restoring?.givenBack(to: technician.id, in: moment)
    let isKnown = known.map { $0 != order.openVisit?.activeAssignment } ?? false
    let isNew =
      order.technician != technician.id || changesFirmness(of: order) || asksAnew(order) || isKnown
    return placing(id, of: order, length, isNew: isNew)
      + (isNew ? giving(id, of: order, to: technician, known, in: moment) : [])
      + comesUp(order, in: moment)
  }

  /// Puts the visit where it is to be, and takes it from whoever has it where it is given anew.
  private func placing(
    _ id: Visit.ID, of order: WorkOrder, _ length: Span, isNew: Bool
  ) -> [WorkOrderEvent] {
    guard let open = order.openVisit else {
      return [
        furtherVisit == nil
          ? .visitPlanned(id, start: start, estimate: length)
          : .furtherVisitPlanned(id, start: start, estimate: length)
      ]
    }
    let holder = isNew ? open.activeAssignment?.technician : nil
    let isMoved = open.start != start || open.estimate != length
    return (holder.map { [.unassigned(id, $0)] } ?? [])
      + (isMoved ? [.visitMoved(id, start: start, estimate: length)] : [])
  }

  /// Gives it to him as he had it, for now, or for good; who is told of today's visit is told with it.
  private func giving(
    _ id: Visit.ID, of order: WorkOrder, to technician: Technician, _ known: Assignment?, in moment: Moment
  ) -> [WorkOrderEvent] {
    if let known { return [.assigned(id, technician.id, told: known.status.isTold, restoring: known)] }
    if isPencilled { return [.pencilledIn(id, technician.id)] }
    let startsToday = moment.office.isOfRunningDay(start, at: moment.now)
    let told = asksAnew(order) || isTold ?? (startsToday && furtherVisit == nil)
    let assigned = WorkOrderEvent.assigned(id, technician.id, told: told)
    guard told, let road = technician.toldBy, road != .phone else { return [assigned] }
    return [assigned, .toldBy(id, road)]
  }

  /// Work that was put off beyond the visit is not put off any more.
  private func comesUp(_ order: WorkOrder, in moment: Moment) -> [WorkOrderEvent] {
    furtherVisit == nil && order.isPutOff(beyond: start, in: moment) ? [.postponed(to: nil)] : []
  }
}
