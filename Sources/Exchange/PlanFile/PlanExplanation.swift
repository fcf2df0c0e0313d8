import Domain
public import Planner

/// Why a visit of a plan file is where it is, or why nobody has it: computed from the plan as it stands.
public struct PlanExplanation: Sendable {
  public let file: PlanProblemFile
  public let suggestion: Suggestion

  /// Nil for a visit that the problem does not have.
  public init?(_ name: String, in plan: Plan, of file: PlanProblemFile, on ground: Ground) {
    guard let visit = file.visits.firstIndex(of: name) else { return nil }
    self.file = file
    suggestion = ground.suggest(visit, in: plan)
  }

  public var visit: String { file.visits[suggestion.visit] }

  /// What the driving time to a place of the visit is taken from.
  public func source(of place: Suggestion.Place) -> TravelWords {
    let problem = file.problem
    let before = place.route.visits.prefix(place.position).last
    let from = before.map { problem.visits[$0].place } ?? problem.technicians[place.technician].start
    return TravelWords(problem.travel, from, problem.visits[suggestion.visit].place)
  }

  /// What it costs more to have the visit at the best place with somebody else, term by term.
  public var dearer: Cost? {
    guard let now = suggestion.now, let other = suggestion.runnerUp else { return nil }
    return other.cost - now.cost
  }
}

extension PlanExplanation {
  /// One JSON object: where it is with its cost by term, where else it could be and how much dearer that is, and a
  /// reason for everybody else.
  public var json: String {
    var members = ["\"job\":\(JSONText.quoted(visit))", "\"verdict\":\"\(verdict)\""]
    if let now = suggestion.now { members.append("\"placed\":\(json(now))") }
    if let other = suggestion.runnerUp {
      let more = dearer.map { ",\"dearer\":\($0.json)" } ?? ""
      members.append("\"\(suggestion.now == nil ? "best" : "runnerUp")\":\(json(other, more))")
    }
    let others = suggestion.places.filter { $0.technician != suggestion.now?.technician }.dropFirst()
    members.append("\"others\":[\(others.map { json($0) }.joined(separator: ","))]")
    let words = ReasonWords(file: file)
    let reasons = suggestion.reasons.filter { $0.technician != suggestion.now?.technician }
    let refused = reasons.map { one in
      "{\"technician\":\(JSONText.quoted(file.technicians[one.technician])),\(words.members(one.reason))}"
    }
    members.append("\"reasons\":[\(refused.joined(separator: ","))]")
    members.append("\"leavingOut\":\(suggestion.leavingOut)")
    return "{\(members.joined(separator: ","))}"
  }

  private var verdict: String {
    guard suggestion.now == nil else { return "placed" }
    switch suggestion.verdict {
    case .fits: return "fits"
    case .nobodyMay: return "nobody may"
    case .nobodyReaches: return "nobody reaches it"
    case .onlyByDisplacing: return "only by displacing"
    case .dearerThanLeavingOut: return "dearer than leaving it out"
    }
  }

  private func json(_ place: Suggestion.Place, _ more: String = "") -> String {
    let moved = place.moved.map { move in
      "{\"job\":\(JSONText.quoted(file.visits[move.visit])),\"from\":\(move.from),\"to\":\(move.to)}"
    }
    let members = [
      "\"technician\":\(JSONText.quoted(file.technicians[place.technician]))",
      "\"position\":\(place.position)", "\"start\":\(place.start)",
      "\"approachS\":\(place.approach)", source(of: place).members, "\"detourS\":\(place.detour)",
      "\"workBeforeS\":\(place.workBefore)", "\"workAfterS\":\(place.workAfter)",
      "\"cost\":\(place.cost.json)", "\"moved\":[\(moved.joined(separator: ","))]"
    ]
    return "{\(members.joined(separator: ","))\(more)}"
  }
}

extension Cost {
  /// The terms by the names of `callout-plan-solution/1`, the total first.
  public var terms: [(name: String, cost: Int)] {
    [
      ("total", total), ("unserved", unserved), ("late", late), ("travel", travel), ("overtime", overtime),
      ("balance", balance), ("prefer", preference), ("change", change)
    ]
  }

  var json: String { "{\(terms.map { "\"\($0.name)\":\($0.cost)" }.joined(separator: ","))}" }
}
