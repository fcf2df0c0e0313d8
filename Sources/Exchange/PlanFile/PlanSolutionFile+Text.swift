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
    members.append("\"cost\":\(text(score.cost))")
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
      "{\"feasible\":\(score.isFeasible),\"violations\":\(score.violations.count),\"cost\":\(text(score.cost)),"
      + "\"unserved\":[\(counts)],\"lateJobs\":\(score.lateVisits),\"changed\":\(score.changed),\"moved\":\(score.moved)}"
  }
}

extension PlanSolutionFile {
  private func text(_ route: Plan.Route) -> String {
    let stops = route.stops.map { stop in
      let what = stop.visit.map { "\"job\":\(quoted(problem.visits[$0]))" } ?? "\"break\":true"
      return "{\(what)\(stop.start.map { ",\"start\":\($0)" } ?? "")}"
    }
    return
      "{\"technician\":\(quoted(problem.technicians[route.technician])),\"stops\":[\(stops.joined(separator: ","))]}"
  }

  private func text(_ cost: Cost) -> String {
    let terms = [
      ("total", cost.total), ("unserved", cost.unserved), ("late", cost.late), ("travel", cost.travel),
      ("overtime", cost.overtime), ("balance", cost.balance), ("prefer", cost.preference),
      ("change", cost.change)
    ]
    return "{\(terms.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ","))}"
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
