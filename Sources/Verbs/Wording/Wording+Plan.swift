public import Domain

/// What a plan weighs and changes, in words.
extension Wording {
  /// `cost 31 min of driving: travel 24, balance 5, overtime 2`.
  public func costs(_ costs: [PlanCost]) -> String {
    if costs.isEmpty { return "His first gap: nothing was weighed, for nobody can today." }
    let total = costs.map(\.worth).reduce(.zero, +)
    let terms = costs.map { "\(Wording.term($0.term)) \(Wording.minutes($0.worth))" }
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
    }
  }
}
