extension Search {
  /// Puts the visits in hand back, one by one, each where it is cheapest just then.
  mutating func recreate() {
    sort()
    let mean = board.mean
    for index in 0..<hand.count {
      let visit = Int(hand.visits.base[index])
      let row = ground.visits.base + visit
      let (one, spot) = cheapest(visit, mean)
      if one >= 0, spot.cost < row.pointee.penalty {
        trail.touch(one, board)
        routesCost -= board.cost(one)
        _ = board.insert(visit, one, at: Int(spot.position))
        routesCost += board.cost(one)
        unserved -= row.pointee.penalty
      } else {
        open.base[openCount] = Int32(truncatingIfNeeded: visit)
        openCount += 1
      }
    }
  }

  /// The route and place where a visit costs least, uneven work included; a route is overlooked now and then.
  private mutating func cheapest(_ visit: Int, _ mean: Int) -> (Int, Spot) {
    hand.look += 1
    var best = Spot.nowhere
    var chosen = -1
    let near = ground.near.base + visit * ground.nearCount
    for index in 0..<min(tuning.nearVisits, ground.nearCount) {
      consider(visit, Int(board.owner.base[Int(near[index])]), mean, &best, &chosen)
    }
    let homes = ground.homes.base + visit * ground.homeCount
    for index in 0..<min(tuning.nearHomes, ground.homeCount) {
      consider(visit, Int(homes[index]), mean, &best, &chosen)
    }
    // Where many set out from one place, the nearest homes may all be busy: one who is idle is looked at as well.
    if hand.idleCount > 0 {
      consider(visit, Int(hand.idle.base[dice.below(hand.idleCount)]), mean, &best, &chosen)
    }
    return (chosen, best)
  }

  @inline(__always) private mutating func consider(
    _ visit: Int, _ one: Int, _ mean: Int, _ best: inout Spot, _ chosen: inout Int
  ) {
    guard one >= 0, hand.looked.base[one] != hand.look else { return }
    hand.looked.base[one] = hand.look
    guard ground.fit.base[visit &* ground.crewCount &+ one] >= 0 else { return }
    let roll = dice.next() >> 54
    if roll < UInt64(truncatingIfNeeded: tuning.blinks) { return }
    var spot = self.spot(visit, one)
    guard spot.cost < best.cost else { return }
    spot.cost &+= uneven(visit, one, Int(spot.seconds), mean)
    if spot.cost < best.cost {
      best = spot
      chosen = one
    }
  }

  /// The best place in a route, remembered from the last time where the route has not changed since.
  @inline(__always) func spot(_ visit: Int, _ one: Int) -> Spot {
    guard hand.spots.count > 0 else { return board.place(visit, one) }
    let cell = hand.spots.base + (visit &* ground.crewCount &+ one)
    if cell.pointee.version == board.routes.base[one].version { return cell.pointee }
    let found = board.place(visit, one)
    cell.pointee = found
    return found
  }

  /// What the added work costs where it makes the technician's more than the mean.
  @inline(__always) func uneven(_ visit: Int, _ one: Int, _ seconds: Int, _ mean: Int) -> Int {
    let rate = ground.problem.weights.balance
    let before = board.work.base[one]
    let after = before &+ seconds &+ Int(ground.visits.base[visit].duration)
    return rate &* (max(0, after &- mean) &- max(0, before &- mean))
  }

  /// Orders the hand: by chance, by what leaving it out costs, by distance from home, by when it must begin.
  private mutating func sort() {
    let way = dice.below(10)
    for index in 0..<hand.count {
      let visit = Int(hand.visits.base[index])
      let row = ground.visits.base + visit
      let chance = Int(truncatingIfNeeded: dice.next() >> 48)
      switch way {
      case 0...2: hand.keys.base[index] = chance
      case 3...5: hand.keys.base[index] = -row.pointee.penalty &* 4 &+ chance
      case 6: hand.keys.base[index] = Int(row.pointee.lastEnd &- row.pointee.begin0)
      case 7: hand.keys.base[index] = -Int(row.pointee.duration)
      case 8: hand.keys.base[index] = -homeward(visit)
      case _: hand.keys.base[index] = homeward(visit)
      }
    }
    for index in 1..<max(1, hand.count) {
      let key = hand.keys.base[index]
      let visit = hand.visits.base[index]
      var hole = index
      while hole > 0, hand.keys.base[hole - 1] > key {
        hand.keys.base[hole] = hand.keys.base[hole - 1]
        hand.visits.base[hole] = hand.visits.base[hole - 1]
        hole -= 1
      }
      hand.keys.base[hole] = key
      hand.visits.base[hole] = visit
    }
  }

  /// Seconds from the nearest home of somebody who may do it.
  private func homeward(_ visit: Int) -> Int {
    guard ground.homeCount > 0 else { return 0 }
    let home = ground.homes.base[visit * ground.homeCount]
    return home < 0
      ? 0 : Int(board.seconds(ground.crew.base[Int(home)].start, ground.visits.base[visit].place))
  }
}
