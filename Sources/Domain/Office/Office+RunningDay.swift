extension Office {
  /// The numbers an order may have: what people can say and type.
  public static let numbers = 1...999_999_999

  /// Gives numbers on from this one at the earliest. One that no order may have counts as the highest.
  public mutating func goOn(after number: Int) {
    nextNumber = max(nextNumber, min(number, Office.numbers.upperBound) + 1)
  }

  /// Whether an order belongs to the running day: it has not ended, it ended since the last
  /// day's end, in the night before or in the shift that has still to hand over, or a message about it is still to go out.
  public func isOfRunningDay(_ order: WorkOrder) -> Bool {
    guard let ending = order.ending else { return true }
    return ending.at >= min(dayOpenedAt, keptFrom ?? dayOpenedAt) || order.hasMessageUnderWay
  }

  /// Lets go of orders that do not belong to the running day, such as older work that a command has touched or
  /// an import of work that ended long ago; the rows keep them.
  public mutating func letGo(_ ids: some Sequence<WorkOrder.ID>) {
    for id in ids {
      if let order = orders[id], !isOfRunningDay(order) { letGo(id, order.number) }
    }
  }

  /// The same for one of which that is known.
  public mutating func letGo(_ id: WorkOrder.ID, _ number: Int) {
    orders[id] = nil
    if orderIDs[number] == id { orderIDs[number] = nil }
  }
}
