public import Domain

/// Visits that wait for another one of their order.
extension Wording {
  /// What became of a further visit: `20418, further visit: Chen Fri 09:00 (was Fri 08:00)`; nil where it is about the
  /// visit in hand.
  func furtherDone(
    _ events: [WorkOrderEvent], on order: WorkOrder, _ earlier: WorkOrder?, _ old: Wording
  ) -> String? {
    guard let id = events.lazy.compactMap(\.plannedVisit).first else { return nil }
    let before = earlier?.furtherVisits.first { $0.id == id }
    guard let after = order.furtherVisits.first(where: { $0.id == id }) else {
      guard let before, order.openVisit?.id != id else { return nil }
      return "\(order.number): the further visit \(further(before)) is given up\(phoned(before))"
    }
    let was = before.map { " (was \(old.further($0)))" } ?? ""
    let when = order.openVisit?.range.map { ", after the one until \(time($0.end))" } ?? ""
    return "\(order.number), further visit: \(further(after))\(was) · it waits\(when), and nobody is told yet"
  }

  /// That an order is not done with a visit: `the next visit is Chen 11:00–12:00 · phone Chen now`; nil where none waits.
  func goesOn(_ order: WorkOrder, _ events: [WorkOrderEvent]) -> String? {
    guard order.doneAt == nil, let next = order.openVisit, next.isFurther != nil else { return nil }
    let isTold = events.contains { if case .dispatched(next.id) = $0 { true } else { false } }
    let who = next.activeAssignment.map { technician($0.technician) } ?? "nobody"
    let isWritten = next.activeAssignment.map { self.isWritten(to: $0.technician, events) } ?? false
    return "the next visit is \(further(next))\(isTold && !isWritten ? " · phone \(who) now" : "")"
  }

  /// `Chen Fri 09:00–11:00`.
  public func further(_ visit: Visit) -> String {
    let who = visit.activeAssignment.map { technician($0.technician) } ?? "nobody"
    return visit.range.map { "\(who) \(range($0))" } ?? "\(who), no time"
  }

  /// Who knows of it all the same has to hear that it is gone.
  private func phoned(_ visit: Visit) -> String {
    guard let active = visit.activeAssignment, active.status.isTold else { return "" }
    return " · phone \(technician(active.technician)): it is gone"
  }
}
