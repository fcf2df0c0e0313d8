/// By what the queue is sorted; P1 stays pinned on top whatever the choice.
public enum QueueOrder: String, Hashable, Sendable, CaseIterable {
  case score, due, waiting, priority, number, site, trade, zone
}

extension [QueueRow] {
  /// The rows with P1 pinned first, then in the order wanted, ties by number.
  public func ordered(by order: QueueOrder) -> [QueueRow] {
    sorted { $0.comesBefore($1, by: order) }
  }
}

extension QueueRow {
  /// Whether this row stands above another one.
  public func comesBefore(_ other: QueueRow, by order: QueueOrder) -> Bool {
    if (priority == .p1) != (other.priority == .p1) { return priority == .p1 }
    switch order {
    case .score: if score.total != other.score.total { return score.total > other.score.total }
    case .due:
      if clock?.dueAt != other.clock?.dueAt { return QueueRow.isFirst(clock?.dueAt, other.clock?.dueAt) }
    case .waiting: if receivedAt != other.receivedAt { return receivedAt < other.receivedAt }
    case .priority: if priority != other.priority { return priority < other.priority }
    case .number: break
    case .site: if siteName != other.siteName { return QueueRow.isFirst(knownSite, other.knownSite) }
    case .trade: if trade != other.trade { return QueueRow.isFirst(trade?.name, other.trade?.name) }
    case .zone: if zone != other.zone { return QueueRow.isFirst(zone, other.zone) }
    }
    return number < other.number
  }

  private var knownSite: String? { siteName.isEmpty ? nil : siteName }

  /// What is not known stands last.
  private static func isFirst<Value: Comparable>(_ left: Value?, _ right: Value?) -> Bool {
    guard let left else { return false }
    guard let right else { return true }
    return left < right
  }
}
