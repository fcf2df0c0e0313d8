public import DayPlan

extension PlanQuestion {
  /// The name of the verb that asks it, under which its answer is carried out.
  public var verb: String {
    switch self {
    case .waiting: PlanDayVerb.name
    case .route, .among: OptimiseVerb.name
    case .away, .late, .urgent: ReplanVerb.name
    case .fill: FillVerb.name
    case .together: TogetherVerb.name
    }
  }
}
