extension Search {
  /// Finds places for what nobody has, the dearest to leave out first, with as little change as possible: one more
  /// visit moves for it at most.
  mutating func mend() {
    var waiting = (0..<ground.visitCount).filter { board.owner[$0] < 0 }
    waiting.sort { one, other in
      let left = ground.visits[one]
      let right = ground.visits[other]
      return (-left.penalty, left.lastEnd, one) < (-right.penalty, right.lastEnd, other)
    }
    for visit in waiting {
      guard let step = cheapestStep(visit) else { continue }
      if let moved = step.ejected {
        board.remove(step.one, at: Int(step.position), count: 1)
        _ = board.time(step.one)
        let spot = board.place(visit, step.one)
        _ = board.insert(visit, step.one, at: Int(spot.position))
        let (one, place) = elsewhere(moved, but: step.one)
        if one >= 0, place.cost < ground.visits[moved].penalty {
          _ = board.insert(moved, one, at: Int(place.position))
        }
      } else {
        _ = board.insert(visit, step.one, at: Int(step.position))
      }
    }
  }

  /// A place for a visit: a route and a position, or the position of the visit that has to give way.
  private struct Step {
    var cost: Int
    var one: Int
    var position: Int32
    var ejected: Int?
  }

  private mutating func cheapestStep(_ visit: Int) -> Step? {
    let penalty = ground.visits[visit].penalty
    let mean = board.mean
    var best: Step?
    for one in 0..<ground.crewCount where ground.fit[visit * ground.crewCount + one] >= 0 {
      var spot = self.spot(visit, one)
      guard spot.cost < .max else { continue }
      spot.cost += uneven(visit, one, Int(spot.seconds), mean)
      if spot.cost < best?.cost ?? penalty { best = Step(cost: spot.cost, one: one, position: spot.position) }
    }
    // What lies far from every visit of a route is not worth an ejection there.
    for index in 0..<ground.nearCount {
      let moved = Int(ground.near[visit * ground.nearCount + index])
      let one = Int(board.owner[moved])
      guard one >= 0, ground.fit[visit * ground.crewCount + one] >= 0 else { continue }
      let bound = best?.cost ?? penalty
      if let step = ejecting(moved, from: one, for: visit, below: bound) { best = step }
    }
    return best
  }

  private mutating func ejecting(_ moved: Int, from one: Int, for visit: Int, below bound: Int) -> Step? {
    let base = board.route(one)
    var position = 1
    while base[position].visit != Int32(truncatingIfNeeded: moved) { position += 1 }
    guard position > Int(board.routes[one].opening) else { return nil }
    trail.begin(open, openCount, unserved, routesCost)
    trail.touch(one, board)
    defer { trail.undo(&board) }
    let before = board.cost(one)
    board.remove(one, at: position, count: 1)
    _ = board.time(one)
    let spot = board.place(visit, one)
    guard spot.cost < .max else { return nil }
    let gained = board.cost(one) - before + spot.cost
    guard gained < bound else { return nil }
    let (other, place) = elsewhere(moved, but: one)
    let moving = min(other < 0 ? .max : place.cost, ground.visits[moved].penalty)
    guard gained + moving < bound else { return nil }
    return Step(cost: gained + moving, one: one, position: Int32(position), ejected: moved)
  }

  private mutating func elsewhere(_ visit: Int, but not: Int) -> (Int, Spot) {
    var best = Spot.nowhere
    var chosen = -1
    for one in 0..<ground.crewCount
    where one != not && ground.fit.base[visit &* ground.crewCount &+ one] >= 0 {
      let spot = self.spot(visit, one)
      if spot.cost < best.cost {
        best = spot
        chosen = one
      }
    }
    return (chosen, best)
  }
}
