public import Planner

/// A plan as a file tells it (`callout-plan-solution/1`), in the names of the problem's file.
public struct PlanSolutionFile: Sendable {
  public let problem: PlanProblemFile
  public let plan: Plan
  /// How the plan was found: the same seed and iterations find it again.
  public var seed: UInt64?
  public var iterations: Int?
  /// The cost of the cheapest plan over the seconds of the search.
  public var trace: [(seconds: Double, cost: Int)] = []

  static let format = "callout-plan-solution/1"

  public init(_ problem: PlanProblemFile, _ plan: Plan) { (self.problem, self.plan) = (problem, plan) }

  /// Refuses a file that is none, or that names what the problem does not have, with the path of the field.
  public init(_ bytes: [UInt8], of problem: PlanProblemFile) throws(ExchangeError) {
    let tree = try JSONReader.read(bytes)
    guard try tree.text("format") == PlanSolutionFile.format else {
      throw .field("format", .mustBe("\"\(PlanSolutionFile.format)\""))
    }
    let technicians = Dictionary(uniqueKeysWithValues: problem.technicians.enumerated().map { ($1, $0) })
    let visits = Dictionary(uniqueKeysWithValues: problem.visits.enumerated().map { ($1, $0) })
    var plan = Plan()
    for (index, route) in try tree.list("routes").enumerated() {
      do throws(ExchangeError) {
        let id = try route.text("technician")
        guard let technician = technicians[id] else { throw .field("technician", .unknown(id)) }
        plan.routes.append(
          Plan.Route(technician: technician, stops: try PlanSolutionFile.stops(route, visits)))
      } catch { throw error.under("routes[\(index)]") }
    }
    let served = Set(plan.routes.flatMap(\.visits))
    plan.unassigned = problem.visits.indices.filter { !served.contains($0) }
    self.init(problem, plan)
  }

  private static func stops(_ route: JSONTree, _ visits: [String: Int]) throws(ExchangeError) -> [Plan.Stop] {
    var stops: [Plan.Stop] = []
    for (index, stop) in try route.list("stops").enumerated() {
      do throws(ExchangeError) {
        let start = stop["start"] == nil ? nil : try stop.integer("start")
        if let start, !(-(1 << 40)...(1 << 40)).contains(start) {
          throw .field("start", .outside(start, 0...14 * 86_400))
        }
        if case .bool(true) = stop["break"] {
          stops.append(Plan.Stop(visit: nil, start: start))
        } else {
          let id = try stop.text("job")
          guard let visit = visits[id] else { throw .field("job", .unknown(id)) }
          stops.append(Plan.Stop(visit: visit, start: start))
        }
      } catch { throw error.under("stops[\(index)]") }
    }
    return stops
  }
}
