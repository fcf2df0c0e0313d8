/// Why an order stands where it stands in the queue: every term of the sum, in points.
public struct Score: Hashable, Sendable {
  public struct Term: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      case waiting, clock, urgency, tier, history, priority
    }

    public let kind: Kind
    public let points: Int

    public init(_ kind: Kind, points: Int) {
      self.kind = kind
      self.points = points
    }
  }

  public let terms: [Term]
  public let total: Int

  public init(terms: [Term]) {
    self.terms = terms
    total = terms.reduce(0) { $0 + $1.points }
  }
}
