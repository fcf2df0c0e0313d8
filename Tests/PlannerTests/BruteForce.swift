import Planner

/// What the planner finds by thinking, found by trying everything and asking the scorer.
struct BruteForce {
  let problem: Problem

  /// The cheapest hours of an order, lunch anywhere and every promise waited for or not; nil when none is allowed.
  func best(_ technician: Int, _ visits: [Int]) -> Cost? {
    guard !visits.isEmpty else { return Cost() }
    var best: Cost?
    for lunch in [nil] + (0...visits.count).map(Optional.some) {
      for waits in 0..<(1 << visits.count) {
        guard let stops = stops(technician, visits, lunch, waits) else { continue }
        let score = problem.score(Plan(routes: [Plan.Route(technician: technician, stops: stops)]))
        guard score.isFeasible else { continue }
        var cost = score.cost
        (cost.unserved, cost.balance) = (0, 0)
        cost.change -= problem.weights.changedTechnician * promisedElsewhere(visits)
        if cost.total < best?.total ?? .max { best = cost }
      }
    }
    return best
  }

  /// Seconds of work of a technician with these visits.
  func work(_ technician: Int, _ visits: [Int]) -> Int {
    let score = problem.score(
      Plan(routes: [Plan.Route(technician: technician, stops: visits.map { Plan.Stop(visit: $0) })]))
    return problem.technicians[technician].priorWork + score.travelSeconds
      + visits.reduce(0) { $0 + problem.visits[$1].duration }
  }

  func balance(_ work: [Int]) -> Int {
    let mean = (work.reduce(0, +) + work.count - 1) / work.count
    return problem.weights.balance * work.reduce(0) { $0 + max(0, $1 - mean) }
  }

  /// What a visit costs at its best place in a route, by trying every place; nil where it does not fit.
  func insertion(_ visit: Int, _ technician: Int, _ routes: [[Int]]) -> Int? {
    guard let before = best(technician, routes[technician]) else { return nil }
    let work = routes.indices.map { self.work($0, routes[$0]) }
    var least: Int?
    for position in 0...routes[technician].count {
      var longer = routes[technician]
      longer.insert(visit, at: position)
      guard let after = best(technician, longer) else { continue }
      var more = work
      more[technician] = self.work(technician, longer)
      let cost = after.total - before.total + balance(more) - balance(work)
      least = min(least ?? .max, cost)
    }
    return least
  }
}

extension BruteForce {
  /// Promises broken by the visits that are not in this route: every route alone counts them.
  private func promisedElsewhere(_ visits: [Int]) -> Int {
    problem.visits.indices.count { problem.visits[$0].published != nil && !visits.contains($0) }
  }

  private func stops(_ technician: Int, _ visits: [Int], _ lunch: Int?, _ waits: Int) -> [Plan.Stop]? {
    var stops: [Plan.Stop] = []
    for (index, visit) in visits.enumerated() {
      if lunch == index { stops.append(Plan.Stop(visit: nil)) }
      var start: Int?
      if waits & (1 << index) != 0 {
        guard let told = problem.visits[visit].published, told.technician == technician else { return nil }
        start = problem.visits[visit].earliestStart(from: told.start - problem.weights.movedStartTolerance)
      }
      stops.append(Plan.Stop(visit: visit, start: start))
    }
    if lunch == visits.count { stops.append(Plan.Stop(visit: nil)) }
    return stops
  }
}

extension Plan {
  /// The visits of each technician.
  func sequences(_ technicians: Int) -> [[Int]] {
    var sequences = [[Int]](repeating: [], count: technicians)
    for route in routes { sequences[route.technician] = route.visits }
    return sequences
  }
}

extension Problem {
  /// The plan after some iterations, closed.
  func planned(seed: UInt64 = 1, iterations: Int = 300) throws -> Plan {
    var planning = try Planning(self, seed: seed)
    planning.advance(iterations)
    return planning.finish()
  }
}
