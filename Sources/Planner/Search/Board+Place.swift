extension Board {
  /// The cheapest place for a visit in a route, balance apart; `nowhere` when there is none.
  func place(_ visit: Int, _ one: Int) -> Spot {
    let version = routes.base[one].version
    var best = Spot(cost: .max, seconds: 0, position: -1, version: version)
    let fit = ground.fit.base[visit &* ground.crewCount &+ one]
    if fit < 0 { return best }
    let row = ground.visits.base + visit
    if row.pointee.partsCount > 0, !hasParts(row, one) { return best }
    let travel = ground.problem.travel
    let into = travel.inwardBase + Int(row.pointee.place) &* travel.places
    let out = travel.outward.base + Int(row.pointee.place) &* travel.places
    let rate = ground.problem.weights.travel
    let head = routes.base[one]
    let crew = ground.crew.base[one]
    let base = route(one)
    let end = Int(head.count) + 1
    var index = Int(head.opening) + 1
    while index <= end {
      let before = base + index - 1
      let next = base + index
      index += 1
      if min(before.pointee.ready0, before.pointee.ready1) > row.pointee.lastEnd { break }
      let leg = into[Int(before.pointee.place)]
      let onward = out[Int(next.pointee.place)]
      let driven = leg &+ onward &- before.pointee.onward
      let bare = rate &* Int(driven) &+ Int(fit)
      if bare >= best.cost { continue }
      // A promise is waited for afterwards, where that costs nothing: here the earliest start is good enough.
      var cost0 = before.pointee.cost0
      var cost1 = before.pointee.cost1
      var ready0 = VisitRow.never
      var ready1 = VisitRow.never
      if before.pointee.ready0 < VisitRow.never {
        ready0 = begin(row, before.pointee.ready0 &+ leg, one, &cost0)
      }
      if before.pointee.ready1 < VisitRow.never {
        ready1 = begin(row, before.pointee.ready1 &+ leg, one, &cost1)
      }
      if ready0 <= crew.lunchLatest {
        let eaten = max(ready0, crew.lunchEarliest) &+ crew.lunch
        let limit = next.pointee.latest1 &- onward
        let isPossible = eaten <= limit
        let wasPossible = ready1 <= limit
        if isPossible == wasPossible
          ? (cost0 < cost1 || (cost0 == cost1 && eaten < ready1)) : isPossible
        {
          ready1 = eaten
          cost1 = cost0
        }
      }
      let reach0 = ready0 &+ onward
      let reach1 = ready1 &+ onward
      let can0 = reach0 <= next.pointee.latest0
      let can1 = reach1 <= next.pointee.latest1
      if !can0 && !can1 { continue }
      let own = min(
        can0 ? cost0 &- before.pointee.cost0 : .max,
        can1 ? cost1 &- min(before.pointee.cost0, before.pointee.cost1) : .max)
      if bare &+ own >= best.cost { continue }
      var late = Int.max
      if reach1 <= next.pointee.calm1 { late = cost1 }
      if reach0 <= next.pointee.calm0 { late = min(late, cost0) }
      if late == .max {
        let pace = Pace(
          ready0: can0 ? ready0 : VisitRow.never, ready1: can1 ? ready1 : VisitRow.never, cost0: cost0,
          cost1: cost1)
        let bound = best.cost == .max ? Int.max : best.cost &- bare &+ head.late
        late = rest(pace, onward, index - 1, end, one, below: bound)
        if late == .max { continue }
      }
      let cost = bare &+ late &- head.late
      if cost < best.cost {
        best = Spot(
          cost: cost, seconds: driven, position: Int32(truncatingIfNeeded: index - 1), version: version)
      }
    }
    return best
  }

  @inline(__always) func hasParts(_ row: UnsafeMutablePointer<VisitRow>, _ one: Int) -> Bool {
    let first = Int(row.pointee.partsFirst)
    let held = one &* ground.parts
    for index in first..<first + Int(row.pointee.partsCount) {
      let need = ground.needs.base[index]
      let part = held &+ Int(need.begin)
      if used.base[part] &+ need.end > ground.stock.base[part] { return false }
    }
    return true
  }

  @inline(__always) private func begin(
    _ row: UnsafeMutablePointer<VisitRow>, _ arrival: Int32, _ one: Int, _ cost: inout Int
  ) -> Int32 {
    let start = row.pointee.start(arrival, ground.spans.base)
    if start >= VisitRow.never { return VisitRow.never }
    if start > row.pointee.due { cost &+= row.pointee.lateRate &* Int(start &- row.pointee.due) }
    if row.pointee.toldTo == Int32(truncatingIfNeeded: one) {
      let weights = ground.problem.weights
      if Int(start) > Int(row.pointee.toldStart) + weights.movedStartTolerance { cost &+= weights.movedStart }
    }
    return start &+ row.pointee.duration
  }
}
