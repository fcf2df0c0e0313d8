/// Tells the technician of a visit that was planned and kept from him so far, or says that he was called about one.
public struct DispatchVisit: WorkOrderCommand {
  public static let permission = Permission.dispatchWork
  public static let kind = CommandKind.claim

  /// How; nil as he usually is. Who was called on the phone has heard of it.
  public var road: TellingRoad?

  public init(by road: TellingRoad? = nil) { self.road = road }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    if order.isEnded { throw .workEnded(order.number, order.status) }
    guard let visit = order.openVisit, let active = visit.activeAssignment else {
      throw .wrongState(order.number, order.status, wanted: .assigned)
    }
    let isNew = !active.status.isTold
    let known = isNew ? nil : active.toldBy
    let usual = isNew ? moment.office.technician(active.technician)?.toldBy : known
    let told = road ?? usual ?? .phone
    var events: [WorkOrderEvent] = isNew ? [.dispatched(visit.id)] : []
    if told != known ?? .phone { events.append(.toldBy(visit.id, told)) }
    if road == .phone, isNew || active.status == .dispatched { events.append(.seen(visit.id)) }
    return events
  }

  func restated(on order: WorkOrder?) -> Restatement { .asItIs }
}
