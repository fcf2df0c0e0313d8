/// The two instants and what they have cost, between two stops.
struct Pace: BitwiseCopyable {
  var ready0, ready1: Int32
  var cost0, cost1: Int
}

extension Board {
  /// Times a route anew, backwards for what is still possible and forwards for what it costs.
  ///
  /// False when it cannot be driven in this order. The cost is that of a way to drive it that there is: lunch goes
  /// where it looks cheapest on the way, which is nearly always, not always, where it is cheapest in the end.
  mutating func time(_ one: Int) -> Bool {
    let base = route(one)
    let count = Int(routes.base[one].count)
    versions += 1
    routes.base[one].version = versions
    let crew = ground.crew.base[one]
    lookBack(one, base, count, crew)
    var pace = Board.departure(crew)
    base[0].ready0 = pace.ready0
    base[0].ready1 = pace.ready1
    base[0].cost0 = 0
    base[0].cost1 = 0
    guard count > 0 else {
      routes.base[one].late = 0
      return true
    }
    let travel = base[0].onward
    guard pace.ready0 &+ travel <= base[1].latest0 || pace.ready1 &+ travel <= base[1].latest1 else {
      return false
    }
    let end = count + 1
    for index in 1..<end {
      pace = step(pace, base[index - 1].onward, base + index, one, crew)
      base[index].ready0 = pace.ready0
      base[index].ready1 = pace.ready1
      base[index].cost0 = pace.cost0
      base[index].cost1 = pace.cost1
    }
    routes.base[one].late = arrive(pace, base[count].onward, base + end, crew)
    return true
  }

  /// What the rest of a route costs after `pace`, from the stop at `index` on; `Int.max` when it is impossible.
  @inline(__always) func rest(
    _ start: Pace, _ onward: Int32, _ index: Int, _ end: Int, _ one: Int, below bound: Int
  ) -> Int {
    let base = route(one)
    let crew = ground.crew.base[one]
    var pace = start
    var onward = onward
    var index = index
    while index < end {
      if pace.cost0 >= bound, pace.cost1 >= bound { return .max }
      pace = step(pace, onward, base + index, one, crew)
      onward = base[index].onward
      index += 1
    }
    return arrive(pace, onward, base + end, crew)
  }

  @inline(__always) static func departure(_ crew: CrewRow) -> Pace {
    guard crew.lunchLatest > -VisitRow.never else {
      return Pace(ready0: VisitRow.never, ready1: crew.shiftStart, cost0: 0, cost1: 0)
    }
    let eaten =
      crew.shiftStart <= crew.lunchLatest
      ? max(crew.shiftStart, crew.lunchEarliest) &+ crew.lunch : VisitRow.never
    return Pace(ready0: crew.shiftStart, ready1: eaten, cost0: 0, cost1: 0)
  }

  /// Drives to a stop, does the visit there, and has lunch after it where that is the better of the two.
  @inline(__always) func step(
    _ pace: Pace, _ onward: Int32, _ stop: UnsafeMutablePointer<Stop>, _ one: Int, _ crew: CrewRow
  ) -> Pace {
    let row = ground.visits.base + Int(stop.pointee.visit)
    var after = Pace(ready0: VisitRow.never, ready1: VisitRow.never, cost0: pace.cost0, cost1: pace.cost1)
    if pace.ready0 < VisitRow.never {
      let arrival = pace.ready0 &+ onward
      after.ready0 = serve(row, arrival, stop.pointee.calm0, one, &after.cost0)
    }
    if pace.ready1 < VisitRow.never {
      let arrival = pace.ready1 &+ onward
      after.ready1 = serve(row, arrival, stop.pointee.calm1, one, &after.cost1)
    }
    if after.ready0 <= crew.lunchLatest {
      let eaten = max(after.ready0, crew.lunchEarliest) &+ crew.lunch
      let next = stop + 1
      let limit = next.pointee.latest1 &- stop.pointee.onward
      let isPossible = eaten <= limit
      let wasPossible = after.ready1 <= limit
      let isBetter =
        isPossible == wasPossible
        ? (after.cost0 < after.cost1 || (after.cost0 == after.cost1 && eaten < after.ready1)) : isPossible
      if isBetter {
        after.ready1 = eaten
        after.cost1 = after.cost0
      }
    }
    return after
  }

  /// When the work at a visit is done that is reached at `arrival`; adds what the start costs.
  @inline(__always) func serve(
    _ row: UnsafeMutablePointer<VisitRow>, _ arrival: Int32, _ calm: Int32, _ one: Int, _ cost: inout Int
  ) -> Int32 {
    var start = row.pointee.start(arrival, ground.spans.base)
    if start >= VisitRow.never { return VisitRow.never }
    if row.pointee.toldTo == Int32(truncatingIfNeeded: one) { start = keep(row, start, calm, &cost) }
    if start > row.pointee.due { cost &+= row.pointee.lateRate &* Int(start &- row.pointee.due) }
    return start &+ row.pointee.duration
  }

  /// The start of a visit that was promised: waits for the promise where that makes nothing later costly.
  @inline(never) private func keep(
    _ row: UnsafeMutablePointer<VisitRow>, _ start: Int32, _ calm: Int32, _ cost: inout Int
  ) -> Int32 {
    let weights = ground.problem.weights
    let told = Int(row.pointee.toldStart)
    if Int(start) > told + weights.movedStartTolerance {
      cost &+= weights.movedStart
    } else if Int(start) < told - weights.movedStartTolerance {
      let early = Int32(truncatingIfNeeded: told - weights.movedStartTolerance)
      let held = row.pointee.start(early, ground.spans.base)
      if held <= calm { return held }
      cost &+= weights.movedStart
    }
    return start
  }

  @inline(__always) private func arrive(
    _ pace: Pace, _ onward: Int32, _ end: UnsafeMutablePointer<Stop>, _ crew: CrewRow
  ) -> Int {
    let rate = ground.problem.weights.overtime
    var best = Int.max
    let home0 = pace.ready0 &+ onward
    if home0 <= end.pointee.latest0 { best = pace.cost0 &+ rate &* Int(max(0, home0 &- crew.shiftEnd)) }
    let home1 = pace.ready1 &+ onward
    if home1 <= end.pointee.latest1 {
      best = min(best, pace.cost1 &+ rate &* Int(max(0, home1 &- crew.shiftEnd)))
    }
    return best
  }
}

extension Board {
  /// The last arrivals at each stop with which the rest can be done, and done without cost.
  @inline(__always) private func lookBack(
    _ one: Int, _ base: UnsafeMutablePointer<Stop>, _ count: Int, _ crew: CrewRow
  ) {
    let weights = ground.problem.weights
    let calmEnd = weights.overtime > 0 ? crew.shiftEnd : crew.limit
    var latest1 = crew.limit
    var latest0 = min(crew.limit, crew.lunchLatest)
    var calm1 = calmEnd
    var calm0 = min(calmEnd, crew.lunchLatest)
    var index = count + 1
    base[index].visit = VisitRow.none
    base[index].latest0 = latest0
    base[index].latest1 = latest1
    base[index].calm0 = calm0
    base[index].calm1 = calm1
    index -= 1
    while index > 0 {
      let row = ground.visits.base + Int(base[index].visit)
      let onward = base[index].onward
      let duration = row.pointee.duration
      var calmStart = row.pointee.due
      if row.pointee.toldTo == Int32(truncatingIfNeeded: one) {
        let end = Int(row.pointee.toldStart) + weights.movedStartTolerance
        calmStart = min(calmStart, Int32(clamping: end))
      }
      latest0 = Board.leave(latest0, latest1, onward, crew) &- duration
      calm0 = min(calmStart, Board.leave(calm0, calm1, onward, crew) &- duration)
      latest1 = latest1 &- onward &- duration
      calm1 = min(calmStart, calm1 &- onward &- duration)
      let spans = ground.spans.base
      latest0 = row.pointee.latestArrival(latest0, spans)
      latest1 = row.pointee.latestArrival(latest1, spans)
      calm0 = row.pointee.latestArrival(calm0, spans)
      calm1 = row.pointee.latestArrival(calm1, spans)
      base[index].latest0 = latest0
      base[index].latest1 = latest1
      base[index].calm0 = calm0
      base[index].calm1 = calm1
      index -= 1
    }
  }

  /// The last moment to be ready before lunch: it is taken here, or later.
  @inline(__always) private static func leave(
    _ last0: Int32, _ last1: Int32, _ onward: Int32, _ crew: CrewRow
  ) -> Int32 {
    let later = last0 &- onward
    let after = last1 &- onward &- crew.lunch
    guard crew.lunchEarliest <= after, crew.lunchLatest > -VisitRow.never else { return later }
    return max(later, min(crew.lunchLatest, after))
  }
}
