/// Who does which visits, in what order and when.
public struct Plan: Equatable, Sendable {
  public var routes: [Route]
  /// Visits that nobody has.
  public var unassigned: [Int]

  public init(routes: [Route] = [], unassigned: [Int] = []) {
    (self.routes, self.unassigned) = (routes, unassigned)
  }
}

extension Plan {
  /// One technician's day.
  public struct Route: Equatable, Sendable {
    public var technician: Int
    public var stops: [Stop]

    public init(technician: Int, stops: [Stop]) { (self.technician, self.stops) = (technician, stops) }

    /// The visits in order.
    public var visits: [Int] { stops.compactMap(\.visit) }
  }

  /// A visit, or lunch where there is none.
  public struct Stop: Equatable, Sendable {
    public var visit: Int?
    /// When it begins; the earliest possible where it is not said.
    public var start: Int?

    public init(visit: Int?, start: Int? = nil) { (self.visit, self.start) = (visit, start) }
  }
}

extension Problem {
  /// What was promised, as a plan: each technician's visits by the hour they were promised for.
  public var published: Plan {
    var stops: [Int: [Plan.Stop]] = [:]
    for (index, visit) in visits.enumerated() {
      guard let told = visit.published, told.technician >= 0 else { continue }
      stops[told.technician, default: []].append(Plan.Stop(visit: index, start: told.start))
    }
    let routes = stops.keys.sorted().map { technician in
      let inOrder = stops[technician, default: []].sorted {
        ($0.start ?? 0, $0.visit ?? 0) < ($1.start ?? 0, $1.visit ?? 0)
      }
      return Plan.Route(technician: technician, stops: inOrder)
    }
    let isServed = Set(routes.flatMap(\.visits))
    return Plan(routes: routes, unassigned: visits.indices.filter { !isServed.contains($0) })
  }
}
