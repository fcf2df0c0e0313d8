/// One message that has to go on: with the order it is about.
public struct OutboxItem: Hashable, Sendable {
  public let order: WorkOrder.ID
  public let message: OutgoingMessage

  public init(order: WorkOrder.ID, message: OutgoingMessage) {
    self.order = order
    self.message = message
  }
}

extension Office {
  /// How long it takes until sending is tried again after so many vain attempts, at most an hour.
  static func retry(after attempts: Int) -> Span { .minutes(min(60, 1 << min(max(0, attempts - 1), 6))) }

  /// What has waited long enough, and what is queued or to be tried again, oldest first; of one order as it was written.
  public func outbox(at now: Timestamp) -> [OutboxItem] {
    var items: [(item: OutboxItem, place: Int)] = []
    orders.forEach { order in
      for (place, message) in order.messages.enumerated() where message.isDue(at: now) {
        items.append((OutboxItem(order: order.id, message: message), place))
      }
    }
    return items.sorted { left, right in
      (left.item.message.at, left.item.order, left.place)
        < (right.item.message.at, right.item.order, right.place)
    }.map(\.item)
  }

  /// When the next message has to go on; nil when none is under way.
  public var outboxDue: Timestamp? {
    var next: Timestamp?
    orders.forEach { order in
      for message in order.messages {
        if let due = message.dueAt { next = min(next ?? due, due) }
      }
    }
    return next
  }
}

extension WorkOrder {
  /// Whether a message about it has still to go out.
  public var hasMessageUnderWay: Bool { messages.contains { $0.dueAt != nil } }
}

extension OutgoingMessage {
  /// When something has to happen with it; nil when nothing more will.
  public var dueAt: Timestamp? {
    switch state {
    case .waiting: waitsUntil
    case .queued: changedAt
    case .failed: hasLeft ? nil : changedAt + Office.retry(after: attempts)
    case .sent, .delivered, .recalled: nil
    }
  }

  func isDue(at now: Timestamp) -> Bool { dueAt.map { $0 <= now } ?? false }
}
