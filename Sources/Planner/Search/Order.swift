/// The order in which the search looks at technicians and visits: by their numbers alone.
///
/// Two that compare as equal are the same to every rule, so which of them comes first cannot matter to a cost.
struct Order {
  let visits, visitRank, crew, crewRank: [Int]

  init(_ problem: Problem) {
    let crew = Order.sorted(problem.technicians.map(Order.key))
    let crewRank = Order.inverse(crew)
    let visits = Order.sorted(problem.visits.map { Order.key($0, crewRank) })
    (self.crew, self.crewRank, self.visits) = (crew, crewRank, visits)
    visitRank = Order.inverse(visits)
  }

  static func inverse(_ order: [Int]) -> [Int] {
    var ranks = [Int](repeating: 0, count: order.count)
    for (rank, index) in order.enumerated() { ranks[index] = rank }
    return ranks
  }
}

extension Order {
  private static func sorted(_ keys: [[Int]]) -> [Int] {
    keys.indices.sorted { one, other in
      keys[one] == keys[other] ? one < other : keys[one].lexicographicallyPrecedes(keys[other])
    }
  }

  private static func key(_ one: Problem.Technician) -> [Int] {
    [
      one.start, one.end, one.shiftStart, one.shiftEnd, one.maxOvertime, one.priorWork,
      one.lunch?.duration ?? -1, one.lunch?.earliest ?? -1, one.lunch?.latest ?? -1, one.opening.count
    ] + one.skills + one.stock
  }

  private static func key(_ visit: Problem.Visit, _ rank: [Int]) -> [Int] {
    func ranks(_ named: [Int]) -> [Int] {
      [named.count] + named.map { $0 < 0 ? -1 : rank[$0] }.sorted()
    }
    func needs(_ list: [Problem.Need]) -> [Int] {
      let pairs = list.map { [$0.index, $0.amount] }
      return [list.count] + pairs.sorted { $0.lexicographicallyPrecedes($1) }.flatMap(\.self)
    }
    var key = [visit.place, visit.duration, visit.priority, visit.release, visit.due ?? .max]
    key += visit.windows.flatMap { [$0.lowerBound, $0.upperBound] } + [.max]
    key += needs(visit.skills) + needs(visit.parts)
    key += ranks(visit.preferred) + ranks(visit.forbidden) + ranks(visit.pinned.map { [$0] } ?? [])
    if let told = visit.published { key += ranks([told.technician]) + [told.start] }
    return key
  }
}
