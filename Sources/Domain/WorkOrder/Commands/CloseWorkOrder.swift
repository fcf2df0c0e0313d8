/// Verifies the resolution, closes the order and stamps its service-level record, all in one.
public struct CloseWorkOrder: WorkOrderCommand {
  public static let permission = Permission.endWork
  public static let kind = CommandKind.claim

  /// How it was resolved, in the closer's words; needed when no visit was done.
  public var resolution: String?
  /// Set where somebody has reviewed the work and found it right.
  public var approves: Bool?

  /// How many words of its technicians whoever does it is told of; nil where nobody had anything to read.
  public var heard: Int?

  public init(resolution: String? = nil, approves: Bool? = nil, heard: Int? = nil) {
    self.heard = heard
    self.resolution = resolution
    self.approves = approves
  }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    switch order.ending?.kind {
    case .closed(let record) where resolution == nil || resolution == record.resolution: return []
    case .closed: throw .workEnded(order.number, order.status)
    case .cancelled, .duplicate: throw .workEnded(order.number, order.status)
    case nil: break
    }
    if order.doneAt == nil {
      if order.openVisit?.activeAssignment != nil || resolution?.trimmed.isEmpty ?? true {
        throw .wrongState(order.number, order.status, wanted: .done)
      }
    }
    return [.closed(record(of: order, in: moment))] + order.thread.heard(heard)
  }

  public func inverse(on order: WorkOrder, in moment: Moment) -> [Command] {
    ReopenWorkOrder.undoing(order, ended: .closed(record(of: order, in: moment)), in: moment)
  }

  func restated(on order: WorkOrder?) -> Restatement { .asItIs }

  private func record(of order: WorkOrder, in moment: Moment) -> ServiceLevelRecord {
    moment.office.serviceLevelRecord(of: order, at: moment.now, resolution: resolution)
  }
}
