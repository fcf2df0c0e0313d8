/// What a rule does, and from when until when it is due if nothing happens before.
public struct AutomaticStep: Hashable, Sendable {
  public let automation: Automation
  public let commands: [Command]
  public let dueAt: Timestamp
  /// From then on it would come too late; nil when it is due until it is done.
  public let until: Timestamp?

  public init(_ automation: Automation, _ commands: [Command], dueAt: Timestamp, until: Timestamp? = nil) {
    self.automation = automation
    self.commands = commands
    self.dueAt = dueAt
    self.until = until
  }

  public func isDue(at now: Timestamp) -> Bool { dueAt <= now && until.map { now < $0 } ?? true }
}

extension [AutomaticStep] {
  /// When one of them comes to be due, or is due no longer.
  func nextTurn(after now: Timestamp) -> Timestamp? {
    var next: Timestamp?
    for step in self {
      for turn in [step.dueAt, step.until] {
        guard let turn, turn > now else { continue }
        next = next.map { Swift.min($0, turn) } ?? turn
      }
    }
    return next
  }

  /// The earliest first; equals in the order of their rules.
  static func isBefore(_ left: AutomaticStep, _ right: AutomaticStep) -> Bool {
    if left.dueAt != right.dueAt { return left.dueAt < right.dueAt }
    return left.automation.place < right.automation.place
  }
}

extension Automation {
  fileprivate var place: (String, String, String) {
    switch subject {
    case .workOrder(let order): (order.description, rule.rawValue, cause)
    case .customer(let customer): (customer.description, rule.rawValue, cause)
    case .conflict(let conflict): (conflict.description, rule.rawValue, cause)
    }
  }
}
