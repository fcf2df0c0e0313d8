public import DayPlan

extension PlanQuestion {
  /// The name of the verb that asks it, under which its answer is carried out.
  public var verb: String {
    switch self {
    case .waiting: PlanDay.name
    case .route, .among: Optimise.name
    case .away, .late, .urgent: Replan.name
    case .fill: Fill.name
    case .together: Together.name
    }
  }
}
