/// A rule by which the office acts without a person; each can be switched off.
public enum AutomaticRule: String, CompactCodable, Hashable, Sendable, CaseIterable {
  /// Raises the priority once when a clock comes to be at risk.
  case clockEscalation = "clock-escalation"
  /// Raises the priority once when an order has waited for long without anybody on it.
  case ageEscalation = "age-escalation"
  /// Takes back what a technician has seen and not answered in time.
  case unansweredOffer = "unanswered-offer"
  /// Takes back what a technician was told by message and has not even seen in time.
  case unseenOffer = "unseen-offer"

  /// Gives work without asking where a rule of the office says so.
  case sendingRule = "sending-rule"
  /// Raises the priority once of what was called critical for the customer's business.
  case criticalLift = "critical-lift"
  /// Passes an alert on that nobody sees to.
  case alertEscalation = "alert-escalation"

  /// No rule raises a priority beyond this one: P1 is for people and for the words that always mean it.
  static let highest = Priority.p2
}

/// One thing that a rule does: for the same cause it is done once, whatever a person makes of it afterwards.
public struct Automation: Codable, Hashable, Sendable {
  public let rule: AutomaticRule
  public let subject: Subject
  /// What set it off, in the rule's own words, such as which of the clocks.
  public let cause: String

  /// What a rule acts on.
  public enum Subject: Codable, Hashable, Sendable {
    case workOrder(WorkOrder.ID)
    case customer(Customer.ID)
    case conflict(Conflict.ID)
  }

  public init(_ rule: AutomaticRule, on subject: Subject, cause: String) {
    self.rule = rule
    self.subject = subject
    self.cause = cause
  }

  public init(_ rule: AutomaticRule, on order: WorkOrder.ID, cause: String) {
    self.init(rule, on: .workOrder(order), cause: cause)
  }
}

/// What an order keeps of a rule that has acted on it: it stays when the act is undone.
public struct RuleMark: Codable, Hashable, Sendable {
  public let rule: AutomaticRule
  public let cause: String
  public let at: Timestamp

  public init(_ rule: AutomaticRule, cause: String, at: Timestamp) {
    self.rule = rule
    self.cause = cause
    self.at = at
  }
}

extension RuleMark: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    rule = try fields.rule
    cause = try fields.cause
    at = try fields.at
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("rule", rule)
    fields.put("cause", cause)
    fields.put("at", at)
  }
}
