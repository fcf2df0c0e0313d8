extension Problem {
  /// What a plan costs and which hard rules it breaks, from the problem and the plan alone: shares no line with the search.
  public func score(_ plan: Plan) -> Score {
    var scorer = Scorer(self)
    for route in plan.routes { scorer.follow(route) }
    return scorer.finish()
  }
}

private struct Scorer {
  let problem: Problem
  var score = Score()
  var served: [(technician: Int, start: Int)?]
  var work: [Int]
  var hasRoute: [Bool]

  init(_ problem: Problem) {
    self.problem = problem
    served = Array(repeating: nil, count: problem.visits.count)
    work = problem.technicians.map(\.priorWork)
    hasRoute = Array(repeating: false, count: problem.technicians.count)
  }

  mutating func follow(_ route: Plan.Route) {
    let index = route.technician
    let one = problem.technicians[index]
    if hasRoute[index] { score.violations.append(.twoRoutes(technician: index)) }
    hasRoute[index] = true
    let visits = route.visits
    if !visits.starts(with: one.opening) { score.violations.append(.opening(technician: index)) }
    guard !visits.isEmpty else { return }
    var walk = Walk(place: one.start, now: one.shiftStart)
    for stop in route.stops {
      if let visit = stop.visit {
        serve(visit, stop.start, index, &walk)
      } else {
        eat(stop.start, index, &walk)
      }
    }
    let way = problem.travel[walk.place, one.end]
    walk.travel += way
    let home = walk.now + way
    if home > one.shiftEnd + one.maxOvertime {
      score.violations.append(.homeTooLate(technician: index, at: home))
    }
    if let lunch = one.lunch, walk.lunches > 1 || (walk.lunches == 0 && home > lunch.latest) {
      score.violations.append(.lunches(technician: index, count: walk.lunches))
    }
    checkParts(walk.parts, index)
    score.travelSeconds += walk.travel
    score.cost.travel += problem.weights.travel * walk.travel
    score.cost.overtime += problem.weights.overtime * max(0, home - one.shiftEnd)
    work[index] += walk.travel
  }

  mutating func finish() -> Score {
    let weights = problem.weights
    score.unserved = Array(repeating: 0, count: weights.unserved.count)
    for (index, visit) in problem.visits.enumerated() {
      if served[index] == nil {
        score.cost.unserved += weights.unserved[visit.priority]
        score.unserved[visit.priority] += 1
      }
      if let told = visit.published { compare(index, told) }
    }
    let crew = max(1, work.count)
    let total = work.reduce(0, +)
    let mean = total >= 0 ? (total + crew - 1) / crew : total / crew
    score.cost.balance = weights.balance * work.reduce(0) { $0 + max(0, $1 - mean) }
    return score
  }
}

/// Where somebody is on his way through a route.
private struct Walk {
  var place, now: Int
  var travel = 0
  var lunches = 0
  var parts: [Int: Int] = [:]

  init(place: Int, now: Int) { (self.place, self.now) = (place, now) }
}

extension Scorer {
  private mutating func serve(_ index: Int, _ given: Int?, _ technician: Int, _ walk: inout Walk) {
    let visit = problem.visits[index]
    if served[index] != nil {
      score.violations.append(.twice(visit: index))
      return
    }
    let one = problem.technicians[technician]
    if let misfit = problem.misfit(of: visit, with: one, numbered: technician) {
      score.violations.append(.misfit(visit: index, technician: technician, misfit))
    }
    let way = problem.travel[walk.place, visit.place]
    walk.travel += way
    let reached = walk.now + way
    let possible = visit.earliestStart(from: reached)
    if possible == nil { score.violations.append(.reachedTooLate(visit: index, at: reached)) }
    let earliest = possible ?? reached
    var start = given ?? earliest
    if start < earliest {
      score.violations.append(.beforePossible(visit: index, start: start, earliest: earliest))
      start = earliest
    }
    if !visit.windows.contains(where: { $0.contains(start) }) {
      score.violations.append(.outsideWindows(visit: index, start: start))
    }
    served[index] = (technician, start)
    for need in visit.parts { walk.parts[need.index, default: 0] += need.amount }
    if let due = visit.due, start > due {
      score.cost.late += problem.weights.late[visit.priority] * (start - due)
      score.lateVisits += 1
    }
    if !visit.preferred.isEmpty, !visit.preferred.contains(technician) {
      score.cost.preference += problem.weights.notPreferred
    }
    walk.now = start + visit.duration
    walk.place = visit.place
    work[technician] += visit.duration
  }

  private mutating func eat(_ given: Int?, _ technician: Int, _ walk: inout Walk) {
    walk.lunches += 1
    guard let lunch = problem.technicians[technician].lunch else {
      score.violations.append(.lunchNotDue(technician: technician))
      return
    }
    let earliest = max(walk.now, lunch.earliest)
    let start = given ?? earliest
    if start < earliest {
      score.violations.append(.lunchBeforePossible(technician: technician, start: start, earliest: earliest))
    }
    if start > lunch.latest { score.violations.append(.lunchTooLate(technician: technician, start: start)) }
    walk.now = max(start, earliest) + lunch.duration
  }

  private mutating func checkParts(_ used: [Int: Int], _ technician: Int) {
    let stock = problem.technicians[technician].stock
    for (part, count) in used.sorted(by: { $0.key < $1.key }) {
      let has = part < stock.count ? stock[part] : 0
      if count > has {
        score.violations.append(.parts(technician: technician, part: part, used: count, has: has))
      }
    }
  }

  private mutating func compare(_ index: Int, _ told: Problem.Promise) {
    guard let now = served[index], now.technician == told.technician else {
      score.cost.change += problem.weights.changedTechnician
      score.changed += 1
      return
    }
    if abs(now.start - told.start) > problem.weights.movedStartTolerance {
      score.cost.change += problem.weights.movedStart
      score.moved += 1
    }
  }
}

extension Problem.Visit {
  /// The first instant from `reached` on at which the work may begin, or nil.
  public func earliestStart(from reached: Int) -> Int? {
    let from = max(reached, release)
    let inOrder = windows.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    return inOrder.first { from <= $0.upperBound }.map { max(from, $0.lowerBound) }
  }
}
