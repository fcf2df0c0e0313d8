/// The priority that the rules propose for a piece of work, with every step that led to it.
public struct PriorityProposal: Hashable, Sendable {
  /// What a step looked at.
  public enum Rule: Hashable, Sendable {
    /// How urgent the caller finds it, nil where nobody has said; where the reckoning starts.
    case urgency(Urgency?)
    case service(ServiceType)
    case tier(Tier)
    case criticality(Criticality, equipment: String)
    /// What it means to the customer's business.
    case impact(Impact)
    /// A word in the description that makes the trade's work P1 whatever else is known.
    case alwaysP1(word: String, trade: Trade)
  }

  /// What came of it.
  public enum Effect: Hashable, Sendable {
    case starts(Priority)
    /// So many classes higher or, below zero, lower.
    case raises(Int)
    case sets(Priority)
    case leaves
  }

  public struct Step: Hashable, Sendable {
    public let rule: Rule
    public let effect: Effect

    public init(_ rule: Rule, _ effect: Effect) {
      self.rule = rule
      self.effect = effect
    }
  }

  public let priority: Priority
  /// In the order in which they were taken.
  public let steps: [Step]

  public init(priority: Priority, steps: [Step]) {
    self.priority = priority
    self.steps = steps
  }
}
