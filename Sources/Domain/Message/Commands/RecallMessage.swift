/// Takes a message back that has not left yet. One that has left stays as it is: what it said is corrected.
public struct RecallMessage: WorkOrderCommand {
  public static let permission = Permission.reportWork
  public static let kind = CommandKind.claim
  public static let heedsClaims = false

  public var id: OutgoingMessage.ID
  /// What sends it after all, for redo; where it went with an action, one that has left refuses nothing.
  public var restoring: SendMessage?

  public init(_ id: OutgoingMessage.ID, restoring: SendMessage? = nil) {
    self.id = id
    self.restoring = restoring
  }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    guard let message = order.message(id) else { throw .notFound(.message(id.description)) }
    switch message.state {
    case .recalled: return []
    case .waiting: return [.message(id, .recalled)]
    case .failed where !message.hasLeft: return [.message(id, .recalled)]
    case .queued, .sent, .delivered, .failed:
      // Undoing an action does not depend on its message; undoing the message itself says that it is gone.
      if let restoring, restoring.cause != .byHand { return [] }
      throw .messageLeft(order.number, message)
    }
  }

  public func inverse(on order: WorkOrder, in moment: Moment) -> [Command] {
    guard let message = order.message(id) else { return [] }
    let again =
      restoring
      ?? SendMessage(id: id, to: .customer, .words(message.words.words), cause: message.cause)
    return [.sendMessage(order.id, again)]
  }

  /// It says which message it is about, and what has become of that is seen when it is decided.
  func restated(on order: WorkOrder?) -> Restatement { .asItIs }
}

extension RecallMessage {
  /// Who logs a call also keeps back the word that it is on record, as long as nobody has taken it up.
  func permissions(on order: WorkOrder?) -> [Permission] {
    guard let order, order.isNewCall, let message = order.message(id),
      message.template == MessageTemplate.receipt, message.to.isOutside
    else { return [Self.permission] }
    return [.logWork]
  }
}
