extension Ground {
  /// Seconds of driving of a route; nought when there is nothing to drive to.
  func travel(_ sequence: [Int], _ one: Int) -> Int {
    guard !sequence.isEmpty else { return 0 }
    let travel = problem.travel
    var place = Int(crew[one].start)
    var seconds = 0
    for visit in sequence {
      let next = Int(visits[visit].place)
      seconds += travel[place, next]
      place = next
    }
    return seconds + travel[place, Int(crew[one].end)]
  }

  /// Seconds of work of a technician with a route, what he did before included.
  func work(of sequence: [Int], _ one: Int) -> Int {
    crew[one].priorWork + travel(sequence, one) + sequence.reduce(0) { $0 + Int(visits[$1].duration) }
  }

  /// The hours of a route, or none when it cannot be driven.
  func stops(_ sequence: [Int], _ one: Int, _ timetable: inout Timetable) -> [Plan.Stop] {
    timetable.stops(one, sequence) ?? []
  }

  /// What a route with its hours costs by term, balance and what is left out apart.
  func terms(_ stops: [Plan.Stop], _ one: Int) -> Cost {
    var cost = Cost()
    let weights = problem.weights
    let row = crew[one]
    var place = Int(row.start)
    var now = Int(row.shiftStart)
    var seconds = 0
    for stop in stops {
      guard let visit = stop.visit else {
        now = (stop.start ?? now) + Int(row.lunch)
        continue
      }
      let asked = problem.visits[visit]
      seconds += problem.travel[place, asked.place]
      place = asked.place
      let start = stop.start ?? now
      if let due = asked.due, start > due { cost.late += weights.late[asked.priority] * (start - due) }
      if !asked.preferred.isEmpty, !asked.preferred.contains(crewOrder[one]) {
        cost.preference += weights.notPreferred
      }
      if let told = asked.published {
        if told.technician != crewOrder[one] {
          cost.change += weights.changedTechnician
        } else if abs(start - told.start) > weights.movedStartTolerance {
          cost.change += weights.movedStart
        }
      }
      now = start + asked.duration
    }
    guard stops.contains(where: { $0.visit != nil }) else { return cost }
    let way = problem.travel[place, Int(row.end)]
    cost.travel = weights.travel * (seconds + way)
    cost.overtime = weights.overtime * max(0, now + way - Int(row.shiftEnd))
    return cost
  }

  /// The first part that runs out when a visit joins others, as a reason.
  func shortage(of visit: Int, _ one: Int, with sequence: [Int]) -> Reason? {
    let row = visits[visit]
    for index in Int(row.partsFirst)..<Int(row.partsFirst + row.partsCount) {
      let need = needs[index]
      var left = stock[one * parts + Int(need.begin)]
      for other in sequence {
        let its = visits[other]
        for index in Int(its.partsFirst)..<Int(its.partsFirst + its.partsCount)
        where needs[index].begin == need.begin {
          left -= needs[index].end
        }
      }
      if left < need.end { return .partsUsed(part: Int(need.begin), left: Int(left), needs: Int(need.end)) }
    }
    return nil
  }

  /// Why a visit cannot be done even when nothing but what is fixed comes before it.
  func outOfReach(_ visit: Int, _ one: Int, after opening: [Int]) -> Reason {
    let row = visits[visit]
    let technician = crew[one]
    var place = technician.start
    var now = technician.shiftStart
    for other in opening {
      now =
        visits[other].start(now &+ Int32(problem.travel[Int(place), Int(visits[other].place)]), spans.base)
        &+ visits[other].duration
      place = visits[other].place
    }
    let reached = now &+ Int32(problem.travel[Int(place), Int(row.place)])
    let start = row.start(reached, spans.base)
    guard start < VisitRow.never else { return .tooFar(reached: Int(reached), lastWindow: Int(row.lastEnd)) }
    let home = start &+ row.duration &+ Int32(problem.travel[Int(row.place), Int(technician.end)])
    return home > technician.limit ? .homeTooLate(at: Int(home), limit: Int(technician.limit)) : .noLunch
  }

  /// When somebody is home at the earliest, however long he may work; nil when a window or lunch is missed.
  ///
  /// With `visit` before what is at `position`, and without what is at `skipped`: no list is made for either.
  func earliestHome(
    _ sequence: [Int], _ one: Int, with visit: Int = -1, at position: Int = -1, without skipped: Int = -1
  ) -> Int32? {
    let row = crew.base[one]
    let (seconds, places) = (travelBase, travelPlaces)
    var pace = Board.departure(row)
    var place = Int(row.start)
    for index in 0...sequence.count {
      if index == position { reach(visit, row, seconds + place &* places, &pace, &place) }
      if index < sequence.count, index != skipped {
        reach(sequence[index], row, seconds + place &* places, &pace, &place)
      }
      if min(pace.ready0, pace.ready1) >= VisitRow.never { return nil }
    }
    let way = seconds[place &* places &+ Int(row.end)]
    var home = VisitRow.never
    if pace.ready0 < VisitRow.never, pace.ready0 &+ way <= row.lunchLatest { home = pace.ready0 &+ way }
    if pace.ready1 < VisitRow.never { home = min(home, pace.ready1 &+ way) }
    return home < VisitRow.never ? home : nil
  }

  @inline(__always) private func reach(
    _ visit: Int, _ row: CrewRow, _ out: UnsafeMutablePointer<Int32>, _ pace: inout Pace, _ place: inout Int
  ) {
    let next = visits.base + visit
    let way = out[Int(next.pointee.place)]
    let start0 = next.pointee.start(pace.ready0 &+ way, spans.base)
    let start1 = next.pointee.start(pace.ready1 &+ way, spans.base)
    pace.ready0 = start0 >= VisitRow.never ? VisitRow.never : start0 &+ next.pointee.duration
    pace.ready1 = start1 >= VisitRow.never ? VisitRow.never : start1 &+ next.pointee.duration
    if pace.ready0 <= row.lunchLatest {
      pace.ready1 = min(pace.ready1, max(pace.ready0, row.lunchEarliest) &+ row.lunch)
    }
    place = Int(next.pointee.place)
  }

  /// Whether a route can be driven at all, with one visit more and one less where they are told.
  func fits(
    _ sequence: [Int], _ one: Int, with visit: Int = -1, at position: Int = -1, without skipped: Int = -1
  ) -> Bool {
    let home = earliestHome(sequence, one, with: visit, at: position, without: skipped)
    return home.map { $0 <= crew[one].limit } ?? false
  }
}
