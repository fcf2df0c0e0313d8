/// By what the queue is sorted; P1 stays pinned on top whatever the choice.
public enum QueueOrder: String, Hashable, Sendable, CaseIterable {
  case score, due, waiting, priority, number, site, trade, zone, customer, window, status, flags, hold
}

extension [QueueRow] {
  /// The rows with P1 pinned first, then in the order wanted, ties by number.
  public func ordered(by order: QueueOrder, isReversed: Bool = false) -> [QueueRow] {
    sorted { $0.comesBefore($1, by: order, isReversed: isReversed) }
  }
}

extension QueueRow {
  /// Whether this row stands above another one. What is not known stands last, either way round.
  public func comesBefore(_ other: QueueRow, by order: QueueOrder, isReversed: Bool = false) -> Bool {
    if (priority == .p1) != (other.priority == .p1) { return priority == .p1 }
    let before: Bool?
    switch order {
    case .score: before = first(other.score.total, score.total, isReversed)
    case .due: before = first(clock?.dueAt, other.clock?.dueAt, isReversed)
    case .waiting: before = first(receivedAt, other.receivedAt, isReversed)
    case .priority: before = first(priority, other.priority, isReversed)
    case .number: return isReversed ? number > other.number : number < other.number
    case .site: before = first(known(siteName), known(other.siteName), isReversed)
    case .trade: before = first(trade?.name, other.trade?.name, isReversed)
    case .zone: before = first(zone, other.zone, isReversed)
    case .customer: before = first(known(customerName), known(other.customerName), isReversed)
    case .window: before = first(window?.range?.start, other.window?.range?.start, isReversed)
    case .status: before = first(status.place, other.status.place, isReversed)
    case .flags: before = first(flagPlace, other.flagPlace, isReversed)
    case .hold:
      before = first(hold?.place, other.hold?.place, isReversed) ?? first(receivedAt, other.receivedAt, false)
    }
    return before ?? (number < other.number)
  }

  /// Claimed, flagged, unclear, then the rest.
  private var flagPlace: Int { claimedBy != nil ? 0 : isFlagged ? 1 : hasAnomaly ? 2 : 3 }

  private func known(_ name: String) -> String? { name.isEmpty ? nil : name }

  /// Nil where they are the same.
  private func first<Value: Comparable>(_ left: Value?, _ right: Value?, _ isReversed: Bool) -> Bool? {
    guard left != right else { return nil }
    guard let left else { return false }
    guard let right else { return true }
    return isReversed ? left > right : left < right
  }
}

extension HoldReason {
  /// Its place in the list of reasons, in which held work is shown.
  public var place: Int { HoldReason.allCases.firstIndex(of: self) ?? 0 }
}

extension WorkOrderStatus {
  /// Its place in the life of an order.
  fileprivate var place: Int { WorkOrderStatus.allCases.firstIndex(of: self) ?? 0 }
}
