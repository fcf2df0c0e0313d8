/// Says how a message fared: its time to wait is over, it was handed over, it arrived, or why not.
public struct ReportMessage: WorkOrderCommand {
  public static let permission = Permission.dispatchWork
  public static let kind = CommandKind.fact

  public enum Outcome: Codable, Hashable, Sendable {
    case queued, sent, delivered
    case failed(String)
  }

  public var id: OutgoingMessage.ID
  public var outcome: Outcome

  public init(_ id: OutgoingMessage.ID, _ outcome: Outcome) {
    self.id = id
    self.outcome = outcome
  }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    guard let message = order.message(id) else { throw .notFound(.message(id.description)) }
    switch outcome {
    case .queued:
      let isDue = message.state == .waiting && message.waitsUntil <= moment.now
      return isDue ? [.message(id, .queued)] : []
    case .sent:
      // What has left has left, even if it was taken back while the file was being written.
      return message.hasLeft ? [] : [.message(id, .sent)]
    case .delivered: return message.state == .delivered ? [] : [.message(id, .delivered)]
    case .failed(let why):
      if why.trimmed.isEmpty { throw .missing(.order(order.number), fields: ["reason"]) }
      switch message.state {
      // One that was taken back cannot fail any more.
      case .recalled, .delivered: return []
      case .failed where message.why == why && message.hasLeft: return []
      case .waiting, .queued, .sent, .failed: return [.message(id, .failed(why: why))]
      }
    }
  }
}
