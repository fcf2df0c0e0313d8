/// Puts work that nobody has before then off to another day: until then it waits outside the queue, its clocks run on.
public struct PostponeWorkOrder: WorkOrderCommand {
  public static let permission = Permission.dispatchWork
  public static let kind = CommandKind.claim

  /// Nil takes it into the queue again.
  public var day: CivilDate?
  public var replacing: CivilDate?

  public init(to day: CivilDate?, replacing: CivilDate?) {
    self.day = day
    self.replacing = replacing
  }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    if order.isEnded { throw .workEnded(order.number, order.status) }
    if order.postponedTo == day { return [] }
    if order.postponedTo != replacing {
      throw .changedSince(.order(order.number), field: "day", now: order.postponedTo?.iso)
    }
    if let day, order.technician != nil, !order.startsOn(orAfter: day, in: moment) {
      throw .wrongState(order.number, order.status, wanted: .unassigned)
    }
    return [.postponed(to: day)]
  }

  public func inverse(on order: WorkOrder, in moment: Moment) -> [Command] {
    [.postponeWorkOrder(order.id, PostponeWorkOrder(to: order.postponedTo, replacing: day))]
  }

  func restated(on order: WorkOrder?) -> Restatement {
    guard let order else { return .byHand }
    var again = self
    again.replacing = order.postponedTo
    return .anew(.postponeWorkOrder(order.id, again))
  }
}

extension WorkOrder {
  /// Whether a start is before the day that the order was put off to: whoever plans it so has ended the wait.
  func isPutOff(beyond start: Timestamp?, in moment: Moment) -> Bool {
    guard let start, let postponedTo else { return false }
    return moment.office.zone.date(at: start) < postponedTo
  }

  /// The command that puts the order off again, where planning it for this start has ended that.
  func puttingOffAgain(after start: Timestamp?, in moment: Moment) -> [Command] {
    guard isPutOff(beyond: start, in: moment) else { return [] }
    return [.postponeWorkOrder(id, PostponeWorkOrder(to: postponedTo, replacing: nil))]
  }

  /// Whether its open visit begins on a day or later.
  fileprivate func startsOn(orAfter day: CivilDate, in moment: Moment) -> Bool {
    openVisit?.start.map { moment.office.zone.date(at: $0) >= day } ?? false
  }
}
