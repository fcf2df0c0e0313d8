extension Office {
  /// The orders with a visit of a day, local to the office, of which its technician was not told; in the order
  /// of their starts. What is on hold is kept back.
  public func untold(on day: CivilDate) -> [WorkOrder] {
    var found: [(start: Timestamp, order: WorkOrder)] = []
    for order in orders.unordered where order.ending == nil && order.hold == nil {
      guard let visit = order.openVisit, let start = visit.start,
        visit.activeAssignment?.status == .scheduled, zone.date(at: start) == day
      else { continue }
      found.append((start, order))
    }
    return found.sorted { ($0.start, $0.order.id) < ($1.start, $1.order.id) }.map(\.order)
  }
}
