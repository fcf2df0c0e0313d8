/// The order in which the search looks at technicians and visits: by their numbers alone.
///
/// Two that compare as equal are the same to every rule, so which of them comes first cannot matter to a cost. Skills
/// and parts are put in an order of their own as well, by who has how much of them: their names decide nothing.
struct Order {
  let visits, visitRank, crew, crewRank: [Int]

  init(_ problem: Problem) {
    let skills = Order.skills(problem)
    let parts = Order.parts(problem)
    var crewKeys = KeyList()
    for one in problem.technicians { crewKeys.append { Order.key(one, skills, parts, into: &$0) } }
    let crew = crewKeys.sorted()
    let crewRank = Order.inverse(crew)
    let (skillRank, partRank) = (Order.inverse(skills), Order.inverse(parts))
    var keys = KeyList()
    for visit in problem.visits { keys.append { Order.key(visit, skillRank, partRank, crewRank, into: &$0) } }
    (self.crew, self.crewRank, visits) = (crew, crewRank, keys.sorted())
    visitRank = Order.inverse(visits)
  }

  static func inverse(_ order: [Int]) -> [Int] {
    var ranks = [Int](repeating: 0, count: order.count)
    for (rank, index) in order.enumerated() { ranks[index] = rank }
    return ranks
  }
}

extension Order {
  private static func key(
    _ one: Problem.Technician, _ skills: [Int], _ parts: [Int], into key: inout [Int]
  ) {
    bare(one, into: &key)
    for skill in skills { key.append(skill < one.skills.count ? one.skills[skill] : 0) }
    for part in parts { key.append(part < one.stock.count ? one.stock[part] : 0) }
  }

  /// What a technician is apart from what he can do and what he carries.
  private static func bare(_ one: Problem.Technician, into key: inout [Int]) {
    key.append(one.start)
    key.append(one.end)
    key.append(one.shiftStart)
    key.append(one.shiftEnd)
    key.append(one.maxOvertime)
    key.append(one.priorWork)
    key.append(one.lunch?.duration ?? -1)
    key.append(one.lunch?.earliest ?? -1)
    key.append(one.lunch?.latest ?? -1)
    key.append(one.opening.count)
  }

  private static func key(
    _ visit: Problem.Visit, _ skills: [Int], _ parts: [Int], _ rank: [Int], into key: inout [Int]
  ) {
    key.append(visit.place)
    key.append(visit.duration)
    key.append(visit.priority)
    key.append(visit.release)
    key.append(visit.due ?? .max)
    for window in visit.windows {
      key.append(window.lowerBound)
      key.append(window.upperBound)
    }
    key.append(.max)
    append(visit.skills, by: skills, to: &key)
    append(visit.parts, by: parts, to: &key)
    append(visit.preferred, by: rank, to: &key)
    append(visit.forbidden, by: rank, to: &key)
    key.append(visit.pinned.map { $0 < 0 ? -1 : rank[$0] } ?? -2)
    if let told = visit.published {
      key.append(told.technician < 0 ? -1 : rank[told.technician])
      key.append(told.start)
    }
  }

  private static func append(_ people: [Int], by rank: [Int], to key: inout [Int]) {
    key.append(people.count)
    guard people.count > 1 else {
      if let only = people.first { key.append(only < 0 ? -1 : rank[only]) }
      return
    }
    key += people.map { $0 < 0 ? -1 : rank[$0] }.sorted()
  }

  private static func append(_ needs: [Problem.Need], by rank: [Int], to key: inout [Int]) {
    key.append(needs.count)
    let inOrder = needs.count < 2 ? needs : needs.sorted { rank[$0.index] < rank[$1.index] }
    for need in inOrder {
      key.append(rank[need.index])
      key.append(need.amount)
    }
  }
}

extension Order {
  /// Skills by who has them. Two that the same people have at the same levels mean the same to every visit.
  private static func skills(_ problem: Problem) -> [Int] {
    let count = max(
      problem.technicians.map(\.skills.count).max() ?? 0,
      problem.visits.flatMap { $0.skills.map { $0.index + 1 } }.max() ?? 0)
    return columns(count, holders(problem) { $0.skills })
  }

  /// Parts by who carries them and, among those that the same people carry, by which visits use them.
  private static func parts(_ problem: Problem) -> [Int] {
    let count = max(
      problem.technicians.map(\.stock.count).max() ?? 0,
      problem.visits.flatMap { $0.parts.map { $0.index + 1 } }.max() ?? 0)
    var uses: [[[Int]]] = Array(repeating: [], count: count)
    for visit in problem.visits {
      for need in visit.parts {
        uses[need.index].append([visit.place, visit.duration, visit.priority, need.amount])
      }
    }
    let holders = holders(problem) { $0.stock }
    return columns(count) { column in
      holders(column) + [.max] + uses[column].sorted { $0.lexicographicallyPrecedes($1) }.flatMap(\.self)
    }
  }

  /// By column: who has how much, as numbers that do not depend on anybody's place in a list.
  private static func holders(
    _ problem: Problem, _ amounts: @escaping (Problem.Technician) -> [Int]
  ) -> (Int) -> [Int] {
    var bare = KeyList()
    for one in problem.technicians { bare.append { Order.bare(one, into: &$0) } }
    let standing = bare.standing()
    return { column in
      var pairs: [[Int]] = []
      for (index, one) in problem.technicians.enumerated() {
        let held = amounts(one)
        if column < held.count, held[column] > 0 { pairs.append([standing[index], held[column]]) }
      }
      return pairs.sorted { $0.lexicographicallyPrecedes($1) }.flatMap(\.self)
    }
  }

  private static func columns(_ count: Int, _ content: (Int) -> [Int]) -> [Int] {
    var keys = KeyList()
    for column in 0..<count { keys.append { $0 += content(column) } }
    return keys.sorted()
  }
}
