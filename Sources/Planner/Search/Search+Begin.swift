extension Search {
  /// What opens each route, then the routes that are given as far as they can be driven.
  mutating func begin(from start: [[Int]]) {
    for one in 0..<ground.crewCount {
      for visit in ground.openings[one] where board.insert(visit, one, at: Int(board.routes[one].count) + 1) {
        board.routes.base[one].opening += 1
      }
    }
    for (one, sequence) in start.enumerated() where one < ground.crewCount {
      for visit in sequence where board.owner[visit] < 0 { append(visit, one) }
    }
  }

  /// Puts a visit at the end of a route where that is allowed.
  private mutating func append(_ visit: Int, _ one: Int) {
    let row = ground.visits.base + visit
    guard ground.fit[visit * ground.crewCount + one] >= 0, board.hasParts(row, one) else { return }
    let last = Int(board.routes[one].count) + 1
    guard !board.insert(visit, one, at: last) else { return }
    board.remove(one, at: last, count: 1)
    _ = board.time(one)
  }

  /// Regret-2 over a short list of the most urgent: by priority, by how few can do it, by when it must begin.
  mutating func construct() {
    var waiting = (0..<ground.visitCount).filter { board.owner[$0] < 0 }
    let able = waiting.map { visit in
      (0..<ground.crewCount).reduce(0) { $0 + (ground.fit[visit * ground.crewCount + $1] >= 0 ? 1 : 0) }
    }
    var keys: [Int: (Int, Int, Int)] = [:]
    for (index, visit) in waiting.enumerated() {
      keys[visit] = (-ground.visits[visit].penalty, able[index], Int(ground.visits[visit].lastEnd))
    }
    waiting = waiting.filter { keys[$0].map { $0.1 > 0 } ?? false }
    waiting.sort { one, other in
      guard let left = keys[one], let right = keys[other] else { return one < other }
      return left == right ? one < other : left < right
    }
    var list = ShortList(crew: hand.spots.count > 0 ? 0 : ground.crewCount)
    var next = 0
    while true {
      while list.hasRoom, next < waiting.count {
        list.add(waiting[next])
        next += 1
      }
      guard !list.members.isEmpty else { return }
      placeOne(&list)
    }
  }

  /// Places the visit of the list that would lose most by waiting, and drops those that have no place.
  private mutating func placeOne(_ list: inout ShortList) {
    let mean = board.mean
    var chosen: (visit: Int, one: Int, spot: Spot, regret: Int)?
    var lost: [Int] = []
    for member in list.members {
      let (one, spot, second) = bestTwo(
        member.visit, mean, list.spots.base + member.slot * list.crew, list.crew)
      let penalty = ground.visits[member.visit].penalty
      guard one >= 0, spot.cost < penalty else {
        lost.append(member.visit)
        continue
      }
      let regret = min(second, penalty) - spot.cost
      if chosen.map({ regret > $0.regret }) ?? true { chosen = (member.visit, one, spot, regret) }
    }
    if let chosen {
      _ = board.insert(chosen.visit, chosen.one, at: Int(chosen.spot.position))
      lost.append(chosen.visit)
    }
    list.drop(lost)
  }

  private func bestTwo(
    _ visit: Int, _ mean: Int, _ own: UnsafeMutablePointer<Spot>, _ ownCount: Int
  ) -> (Int, Spot, second: Int) {
    var best = Spot.nowhere
    var second = Int.max
    var chosen = -1
    for one in 0..<ground.crewCount where ground.fit.base[visit &* ground.crewCount &+ one] >= 0 {
      if ownCount > 0, own[one].version != board.routes.base[one].version {
        own[one] = board.place(visit, one)
      }
      var spot = ownCount > 0 ? own[one] : self.spot(visit, one)
      guard spot.cost < .max else { continue }
      spot.cost += uneven(visit, one, Int(spot.seconds), mean)
      if spot.cost < best.cost {
        second = best.cost
        best = spot
        chosen = one
      } else {
        second = min(second, spot.cost)
      }
    }
    return (chosen, best, second)
  }
}

/// The most urgent visits that still wait for a place. On days too huge to remember every pair each remembers its own
/// row of best places.
private struct ShortList: ~Copyable {
  private(set) var members: [(visit: Int, slot: Int)] = []
  private var free = Array(0..<ShortList.length)
  let crew: Int
  let spots: Flat<Spot>

  private static let length = 40
  private static let unknown = Spot(cost: .max, seconds: 0, position: -1, version: -1)

  /// `crew` is nought where the rows are not needed.
  init(crew: Int) {
    self.crew = crew
    spots = Flat(crew * ShortList.length, ShortList.unknown)
  }

  var hasRoom: Bool { !free.isEmpty }

  mutating func add(_ visit: Int) {
    guard let slot = free.popLast() else { return }
    (spots.base + slot * crew).update(repeating: ShortList.unknown, count: crew)
    members.append((visit, slot))
  }

  mutating func drop(_ visits: [Int]) {
    free += members.filter { visits.contains($0.visit) }.map(\.slot)
    members.removeAll { visits.contains($0.visit) }
  }
}
