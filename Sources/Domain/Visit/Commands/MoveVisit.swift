/// Moves a visit in time, changes its length, or gives it to somebody else at a new time.
public struct MoveVisit: WorkOrderCommand {
  public static let permission = Permission.dispatchWork
  public static let kind = CommandKind.claim

  /// Nil takes the time away again, from a visit that nobody has.
  public var start: Timestamp?
  public var length: Span?
  /// Nil leaves it with whom it is.
  public var technician: Technician.ID?
  public var replacingStart: Timestamp?
  public var replacingTechnician: Technician.ID?
  /// The pin that was passed by what this takes back: nobody is asked of it again.
  public var pin: Pin?
  /// The assignment as it stood, where this takes a move back.
  public var restoring: Assignment?

  public init(
    start: Timestamp?, length: Span? = nil, technician: Technician.ID? = nil, replacingStart: Timestamp?,
    replacingTechnician: Technician.ID?
  ) {
    self.start = start
    self.length = length
    self.technician = technician
    self.replacingStart = replacingStart
    self.replacingTechnician = replacingTechnician
  }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    if order.isEnded { throw .workEnded(order.number, order.status) }
    guard let visit = order.openVisit else { throw .wrongState(order.number, order.status, wanted: .planned) }
    let length = length ?? visit.estimate
    let holder = technician ?? order.technician
    if visit.start == start, visit.estimate == length, order.technician == holder { return [] }
    if visit.start != replacingStart {
      throw .changedSince(.order(order.number), field: "start", now: visit.start?.rfc3339)
    }
    if technician == nil, order.technician != replacingTechnician {
      let holder = moment.office.technician(order.technician)?.handle
      throw .changedSince(.order(order.number), field: "technician", now: holder)
    }
    if let assignment = assignment(order, visit) { return try assignment.decide(on: order, in: moment) }
    if holder != nil { throw .wrongState(order.number, order.status, wanted: .unassigned) }
    guard (Span.seconds(1)...Span.days(30)).contains(length) else {
      throw .fault(
        FieldFault(field: "length", word: "\(length.wholeMinutes)m", expected: "a length such as 90m or 1h30")
      )
    }
    let moved = WorkOrderEvent.visitMoved(visit.id, start: start, estimate: length)
    return order.isPutOff(beyond: start, in: moment) ? [moved, .postponed(to: nil)] : [moved]
  }

  public func inverse(on order: WorkOrder, in moment: Moment) -> [Command] {
    guard let visit = order.openVisit else { return [] }
    if let technician, technician != order.technician {
      return assignment(order, visit)?.inverse(on: order, in: moment) ?? []
    }
    var back = MoveVisit(
      start: visit.start, length: visit.estimate, replacingStart: start, replacingTechnician: order.technician
    )
    back.pin = visit.pin
    back.restoring = visit.activeAssignment
    return [.moveVisit(order.id, back)] + order.puttingOffAgain(after: start, in: moment)
  }

  func restated(on order: WorkOrder?) -> Restatement {
    guard let order else { return .byHand }
    var again = self
    again.replacingStart = order.openVisit?.start
    again.replacingTechnician = order.technician
    return .anew(.moveVisit(order.id, again))
  }

  public func brokenRules(on order: WorkOrder, in moment: Moment) -> [BrokenRule] {
    order.openVisit.flatMap { assignment(order, $0) }?.brokenRules(on: order, in: moment) ?? []
  }

  /// The same from an index of the visits as they stand in the moment.
  func brokenRules(on order: WorkOrder, in moment: Moment, _ index: ScheduleIndex) -> [BrokenRule] {
    order.openVisit.flatMap { assignment(order, $0) }?.brokenRules(on: order, in: moment, index) ?? []
  }

  /// The same as an assignment, where somebody has it or is to get it.
  private func assignment(_ order: WorkOrder, _ visit: Visit) -> AssignVisit? {
    guard let holder = technician ?? order.technician, let start else { return nil }
    var assignment = AssignVisit(
      visit: visit.id, technician: holder, start: start, length: length ?? visit.estimate,
      replacing: replacingTechnician,
      isTentative: visit.activeAssignment?.status == .tentative ? true : nil)
    assignment.pin = pin
    assignment.restoring = restoring
    return assignment
  }
}
