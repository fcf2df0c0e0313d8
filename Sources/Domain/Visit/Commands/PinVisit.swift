/// Pins the time of the open visit, its technician, both or nothing.
public struct PinVisit: WorkOrderCommand {
  public static let permission = Permission.dispatchWork
  public static let kind = CommandKind.claim

  /// Nil forgets what was said, so that only a promise pins.
  public var pin: Pin?
  public var replacing: Pin?

  public init(_ pin: Pin?, replacing: Pin?) {
    self.pin = pin
    self.replacing = replacing
  }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    if order.isEnded { throw .workEnded(order.number, order.status) }
    guard let visit = order.openVisit else { throw .wrongState(order.number, order.status, wanted: .planned) }
    if visit.pin == pin { return [] }
    if visit.pin != replacing {
      throw .changedSince(.order(order.number), field: "pin", now: visit.pin?.rawValue)
    }
    return [.visitPinned(visit.id, pin)]
  }

  public func inverse(on order: WorkOrder, in moment: Moment) -> [Command] {
    [.pinVisit(order.id, PinVisit(order.openVisit?.pin, replacing: pin))]
  }

  func restated(on order: WorkOrder?) -> Restatement {
    guard let order else { return .byHand }
    var again = self
    again.replacing = order.openVisit?.pin
    return .anew(.pinVisit(order.id, again))
  }
}
