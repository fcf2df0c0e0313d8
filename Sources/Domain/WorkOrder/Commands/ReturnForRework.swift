/// Sends done work back because it is not right: somebody goes again, and the order waits for him in the queue.
///
/// It is the other answer to work that awaits review; ``CloseWorkOrder`` is the one that finds it right.
public struct ReturnForRework: WorkOrderCommand {
  public static let permission = Permission.endWork
  public static let kind = CommandKind.claim

  public var reason: String
  /// The visit that is needed now.
  public var visit: Visit.ID
  /// For undo: taken back as if it had never been, as long as nobody was given the visit.
  public var forgets: Bool?

  public init(reason: String, visit: Visit.ID, forgets: Bool? = nil) {
    self.reason = reason
    self.visit = visit
    self.forgets = forgets
  }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    if forgets ?? false { return try forgotten(order, in: moment) }
    guard order.status == .review else { throw .wrongState(order.number, order.status, wanted: .done) }
    if reason.trimmed.isEmpty { throw .missing(.order(order.number), fields: ["reason"]) }
    return [
      .returnedForRework(visit, reason: reason), .visitPlanned(visit, start: nil, estimate: order.estimate)
    ]
  }

  public func inverse(on order: WorkOrder, in moment: Moment) -> [Command] {
    [
      .returnForRework(
        order.id, ReturnForRework(reason: reason, visit: visit, forgets: forgets == nil ? true : nil))
    ]
  }

  private func forgotten(_ order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    guard order.reworks.contains(where: { $0.visit == visit }) else { return [] }
    guard let planned = order.visits.last, planned.id == visit, planned.assignments.isEmpty else {
      let holder = order.visits.last?.assignments.last?.technician
      throw .changedSince(
        .order(order.number), field: "technician", now: moment.office.technician(holder)?.handle)
    }
    return [.visitDropped(visit), .returnedForRework(visit, reason: nil)]
  }
}
