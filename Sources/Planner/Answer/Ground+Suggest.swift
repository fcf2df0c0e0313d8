extension Ground {
  /// The exact best place of a visit with every technician in a plan, and a reason for everybody who is left out.
  ///
  /// A visit that the plan has somewhere is looked at as if it were not there.
  public func suggest(_ visit: Int, in plan: Plan) -> Suggestion {
    var search = PlaceSearch(self, plan, visit: visitRank[visit])
    return search.answer()
  }
}

/// One question: the routes without the visit, and the memory to time them in.
private struct PlaceSearch: ~Copyable {
  let ground: Ground
  let visit: Int
  let penalty: Int
  private let home: (one: Int, position: Int)?
  private let sequences: [[Int]]
  private let work: [Int]
  private let totalWork: Int
  private let shares: Shares
  private var timetable: Timetable

  init(_ ground: Ground, _ plan: Plan, visit: Int) {
    self.ground = ground
    self.visit = visit
    penalty = ground.visits[visit].penalty
    var sequences = ground.sequences(of: plan)
    var home: (one: Int, position: Int)?
    for one in sequences.indices {
      guard let position = sequences[one].firstIndex(of: visit) else { continue }
      home = (one, position)
      sequences[one].remove(at: position)
    }
    self.home = home
    self.sequences = sequences
    let work = sequences.indices.map { ground.work(of: sequences[$0], $0) }
    totalWork = work.reduce(0, +)
    self.work = work
    shares = Shares(work)
    timetable = Timetable(ground)
  }

  mutating func answer() -> Suggestion {
    var suggestion = Suggestion(
      visit: ground.visitOrder[visit], places: [], leftOut: [], leavingOut: penalty)
    for technician in ground.crewOrder.indices {
      switch best(ground.crewRank[technician]) {
      case .place(let place): suggestion.places.append(place)
      case .reason(let reason):
        suggestion.leftOut.append(Suggestion.LeftOut(technician: technician, reason: reason))
      }
    }
    suggestion.places.sort { ($0.cost.total, $0.technician) < ($1.cost.total, $1.technician) }
    if let home {
      suggestion.now = place(
        home.one, home.position, ground.stops(sequences[home.one], home.one, &timetable))
    }
    return suggestion
  }
}

extension PlaceSearch {
  private enum Answer {
    case place(Suggestion.Place)
    case reason(Reason)
  }

  private mutating func best(_ one: Int) -> Answer {
    let problem = ground.problem
    let technician = ground.crewOrder[one]
    let asked = problem.visits[ground.visitOrder[visit]]
    if let misfit = problem.misfit(
      of: asked, with: problem.technicians[technician], numbered: technician)
    {
      return .reason(.misfit(misfit))
    }
    let sequence = sequences[one]
    let opening = ground.openings[one].filter { $0 != visit }.count
    guard let before = timetable.cost(one, sequence) else {
      return .reason(.full(overtime: nil, moving: nil))
    }
    let shortage = ground.shortage(of: visit, one, with: sequence)
    if shortage == nil {
      var best: (cost: Int, position: Int)?
      let fit = Int(ground.fit[visit * ground.crewCount + one])
      for position in min(opening, sequence.count)...sequence.count {
        let detour = detour(one, position, sequence)
        let bare = problem.weights.travel * detour + fit + uneven(one, detour)
        // A way that is longer makes nothing earlier, so the hours add nothing below nought.
        if let best, detour >= 0, bare >= best.cost { continue }
        guard ground.fits(sequence, one, with: visit, at: position) else { continue }
        var longer = sequence
        longer.insert(visit, at: position)
        guard let late = timetable.cost(one, longer) else { continue }
        let cost = bare + late - before
        if best.map({ cost < $0.cost }) ?? true { best = (cost, position) }
      }
      if let best {
        if best.cost >= penalty { return .reason(.dearer(cost: best.cost, leavingOut: penalty)) }
        let bareStops = timetable.stops(one, sequence) ?? []
        return .place(place(one, best.position, bareStops))
      }
    }
    return .reason(reason(one, shortage))
  }

  private mutating func place(
    _ one: Int, _ position: Int, _ before: [Plan.Stop]
  )
    -> Suggestion.Place
  {
    var longer = sequences[one]
    longer.insert(visit, at: position)
    let after = timetable.stops(one, longer) ?? []
    let detour = ground.travel(longer, one) - ground.travel(sequences[one], one)
    var cost = ground.terms(after, one) - ground.terms(before, one)
    cost.balance = uneven(one, detour)
    let name = ground.visitOrder[visit]
    let from = position == 0 ? ground.crew[one].start : ground.visits[longer[position - 1]].place
    let added = detour + Int(ground.visits[visit].duration)
    return Suggestion.Place(
      technician: ground.crewOrder[one], position: position,
      start: after.first { $0.visit == name }?.start ?? 0,
      approach: ground.problem.travel[Int(from), Int(ground.visits[visit].place)], detour: detour,
      workBefore: work[one], workAfter: work[one] + added, cost: cost,
      moved: Ground.moves(before, after),
      route: Plan.Route(technician: ground.crewOrder[one], stops: after))
  }

  /// How many more seconds he drives with the visit at a position.
  private func detour(_ one: Int, _ position: Int, _ sequence: [Int]) -> Int {
    let travel = ground.problem.travel
    let place = Int(ground.visits[visit].place)
    let from = Int(
      position == 0 ? ground.crew[one].start : ground.visits[sequence[position - 1]].place)
    let to = Int(
      position == sequence.count ? ground.crew[one].end : ground.visits[sequence[position]].place)
    return travel[from, place] + travel[place, to] - (sequence.isEmpty ? 0 : travel[from, to])
  }

  /// What the added work costs where everybody's is compared with the mean.
  private func uneven(_ one: Int, _ detour: Int) -> Int {
    let rate = ground.problem.weights.balance
    guard rate > 0 else { return 0 }
    let added = detour + Int(ground.visits[visit].duration)
    let count = work.count
    let before = (totalWork + count - 1) / count
    let after = (totalWork + added + count - 1) / count
    let own = max(0, work[one] + added - after) - max(0, work[one] - after)
    return rate * (shares.above(after) + own - shares.above(before))
  }

  private func reason(_ one: Int, _ shortage: Reason?) -> Reason {
    let opening = ground.openings[one].filter { $0 != visit }
    if !ground.fits(opening + [visit], one) { return ground.outOfReach(visit, one, after: opening) }
    if let shortage { return shortage }
    return .full(overtime: overtime(one), moving: moving(one))
  }

  /// How much longer than he may he would have to work, or nil where that does not help.
  private func overtime(_ one: Int) -> Int? {
    let sequence = sequences[one]
    let opening = ground.openings[one].filter { $0 != visit }.count
    var least: Int?
    for position in min(opening, sequence.count)...sequence.count {
      guard let home = ground.earliestHome(sequence, one, with: visit, at: position) else { continue }
      least = min(least ?? .max, Int(home - ground.crew[one].limit))
    }
    return least
  }

  /// The visit of his that matters least among those that make room by going elsewhere.
  private func moving(_ one: Int) -> Int? {
    let sequence = sequences[one]
    let opening = ground.openings[one].filter { $0 != visit }.count
    var chosen: (key: (Int, Int), visit: Int)?
    let isShort = ground.shortage(of: visit, one, with: sequence) != nil
    for index in sequence.indices.dropFirst(opening) {
      let other = sequence[index]
      if let chosen, chosen.key.0 <= ground.visits[other].penalty { continue }
      if isShort {
        var shorter = sequence
        shorter.remove(at: index)
        guard ground.shortage(of: visit, one, with: shorter) == nil else { continue }
      }
      let fits = (opening...sequence.count).contains { position in
        ground.fits(sequence, one, with: visit, at: position, without: index)
      }
      if fits { chosen = ((ground.visits[other].penalty, index), other) }
    }
    return chosen.map { ground.visitOrder[$0.visit] }
  }
}
