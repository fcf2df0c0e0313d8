import Domain
public import Planner

extension PlanSolutionFile {
  /// The file's text, the same bytes for the same plan. Visits that nobody has come with the reasons, one for each
  /// technician, where they are few enough for anybody to read.
  public func text(reasonsFrom ground: Ground? = nil) -> String {
    var members = ["\"format\":\"\(PlanSolutionFile.format)\"", "\"problem\":\(quoted(problem.name))"]
    members.append("\"routes\":[\(plan.routes.map(text).joined(separator: ","))]")
    let shown = plan.unassigned.count <= 50 ? ground : nil
    members.append("\"unassigned\":[\(plan.unassigned.map { text($0, shown) }.joined(separator: ","))]")
    let score = problem.problem.score(plan)
    members.append("\"cost\":\(score.cost.json)")
    if let seed { members.append("\"seed\":\(seed)") }
    if let iterations { members.append("\"iterations\":\(iterations)") }
    if !trace.isEmpty {
      let points = trace.map {
        "{\"seconds\":\(PlanSolutionFile.thousandths($0.seconds)),\"cost\":\($0.cost)}"
      }
      members.append("\"trace\":[\(points.joined(separator: ","))]")
    }
    return "{\(members.joined(separator: ",\n"))}\n"
  }
}

extension PlanSolutionFile {
  /// What the plan costs and how often it breaks a hard rule, on one line.
  public var scoreText: String {
    let score = problem.problem.score(plan)
    let counts = score.unserved.map(String.init).joined(separator: ",")
    return
      "{\"feasible\":\(score.isFeasible),\"violations\":\(score.violations.count),\"cost\":\(score.cost.json),"
      + "\"unserved\":[\(counts)],\"lateJobs\":\(score.lateVisits),\"changed\":\(score.changed),\"moved\":\(score.moved)}"
  }
}

extension PlanSolutionFile {
  private func text(_ route: Plan.Route) -> String {
    let technician = problem.problem.technicians[route.technician]
    var place = technician.start
    var stops: [String] = []
    for stop in route.stops {
      let start = stop.start.map { ",\"start\":\($0)" } ?? ""
      if let visit = stop.visit {
        let there = problem.problem.visits[visit].place
        stops.append("{\"job\":\(quoted(problem.visits[visit]))\(start)\(travel(place, there))}")
        place = there
      } else {
        stops.append("{\"break\":true\(start)}")
      }
    }
    return
      "{\"technician\":\(quoted(problem.technicians[route.technician])),\"stops\":[\(stops.joined(separator: ","))]}"
  }

  /// How long the way is and what that is taken from, where a file tells more of roads than distance.
  private func travel(_ from: Int, _ to: Int) -> String {
    guard problem.tellsRoads else { return "" }
    let travel = problem.problem.travel
    return ",\"travelS\":\(travel[from, to]),\(TravelWords(travel, from, to).members)"
  }

  private func text(_ visit: Int, _ ground: Ground?) -> String {
    let job = "{\"job\":\(quoted(problem.visits[visit]))"
    guard let ground else { return job + "}" }
    let reasons = ground.suggest(visit, in: plan).reasons.map { one in
      let who = "\"technician\":\(quoted(problem.technicians[one.technician]))"
      return "{\(who),\(ReasonWords(file: problem).members(one.reason))}"
    }
    return "\(job),\"reasons\":[\(reasons.joined(separator: ","))]}"
  }

  private func quoted(_ text: String) -> String { JSONText.quoted(text) }

  private static func thousandths(_ seconds: Double) -> String {
    let whole = Int((seconds * 1000).rounded())
    let rest = String(whole % 1000)
    return "\(whole / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }
}
