extension Search {
  /// The cheapest plan so far with its hours, in the problem's own indices.
  public var best: Plan {
    var timetable = Timetable(ground)
    var plan = Plan()
    for (one, sequence) in bestRoutes.enumerated() where !sequence.isEmpty {
      plan.routes.append(
        Plan.Route(technician: ground.crewOrder[one], stops: timetable.stops(one, sequence) ?? []))
    }
    plan.routes.sort { $0.technician < $1.technician }
    var isServed = [Bool](repeating: false, count: ground.visitCount)
    for route in plan.routes { for visit in route.visits { isServed[visit] = true } }
    plan.unassigned = isServed.indices.filter { !isServed[$0] }
    return plan
  }

  /// The visits of each technician in the search's own order of both.
  var bestRoutes: [[Int]] {
    var first = 0
    return (0..<ground.crewCount).map { one in
      defer { first += Int(bestLengths[one]) }
      return (0..<Int(bestLengths[one])).map { Int(bestSequences[first + $0]) }
    }
  }
}

extension Ground {
  /// A plan's visits by technician, in the search's own order of both.
  func sequences(of plan: Plan) -> [[Int]] {
    var sequences = [[Int]](repeating: [], count: crewCount)
    for route in plan.routes { sequences[crewRank[route.technician]] = route.visits.map { visitRank[$0] } }
    return sequences
  }
}
