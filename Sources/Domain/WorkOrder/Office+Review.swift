extension Office {
  /// The done orders that nobody has closed or sent back, those done longest ago first.
  public var reviewQueue: [WorkOrder] {
    var done: [WorkOrder] = []
    orders.forEach { if $0.status == .review { done.append(copy $0) } }
    return done.sorted { ($0.doneAt ?? .epoch, $0.number) < ($1.doneAt ?? .epoch, $1.number) }
  }
}
