public import Domain

/// What a plan weighs and changes, in words.
extension Wording {
  /// `Weighs 31 min of driving: too late 20 min (20417), travel 11 min`.
  public func costs(_ costs: [PlanCost]) -> String {
    if costs.isEmpty { return "His first gap, not weighed: nobody can today." }
    let total = costs.map(\.worth).reduce(.zero, +)
    let terms = costs.map { cost in
      let orders = cost.orders.isEmpty ? "" : " (\(cost.orders.map(String.init).joined(separator: ", ")))"
      return "\(Wording.term(cost.term)) \(Wording.minutes(cost.worth))\(orders)"
    }
    return "Weighs \(Wording.minutes(total)) of driving: \(terms.joined(separator: ", "))"
  }

  /// Whole minutes, rounded, with a sign where it is less than nothing.
  static func minutes(_ span: Span) -> String {
    let half: Int64 = span < .zero ? -30 : 30
    return "\((span.seconds + half) / 60) min"
  }

  static func term(_ term: PlanCost.Term) -> String {
    switch term {
    case .late: "too late"
    case .travel: "travel"
    case .overtime: "overtime"
    case .balance: "uneven work"
    case .preference: "new at the site"
    case .change: "broken plans"
    case .guess: "a way that nobody knows"
    case .rating: "ratings"
    }
  }
}
