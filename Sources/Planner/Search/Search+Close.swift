extension Search {
  /// The insertion closure of the cheapest plan: goes on giving out visits that nobody has while any of them still fits
  /// anybody for less than leaving it out costs. Everybody and every place is looked at, exactly.
  public mutating func close() {
    returnToBest()
    var timetable = Timetable(ground)
    var hasPlaced = true
    while hasPlaced {
      hasPlaced = false
      for visit in openByPenalty() {
        guard let (one, position) = exactPlace(visit, &timetable) else { continue }
        hasPlaced = board.insert(visit, one, at: position) || hasPlaced
      }
    }
    tally()
    keepBest()
  }

  private func openByPenalty() -> [Int] {
    (0..<ground.visitCount).filter { board.owner[$0] < 0 }
      .sorted { (-ground.visits[$0].penalty, $0) < (-ground.visits[$1].penalty, $1) }
  }

  private func exactPlace(_ visit: Int, _ timetable: inout Timetable) -> (Int, Int)? {
    let weights = ground.problem.weights
    var best: (one: Int, position: Int)?
    var least = ground.visits[visit].penalty
    let uneven = board.balance()
    for one in 0..<ground.crewCount {
      let fit = ground.fit[visit * ground.crewCount + one]
      // What the search knows to be impossible is: only its costs are bounds.
      guard fit >= 0, spot(visit, one).cost < .max else { continue }
      let sequence = board.sequence(one)
      guard let before = timetable.cost(one, sequence) else { continue }
      let bare = ground.travel(sequence, one)
      for position in Int(board.routes[one].opening)...sequence.count {
        var longer = sequence
        longer.insert(visit, at: position)
        guard let late = timetable.cost(one, longer) else { continue }
        let detour = ground.travel(longer, one) - bare
        let added = detour + Int(ground.visits[visit].duration)
        let cost =
          weights.travel * detour + Int(fit) + late - before + board.balance(adding: added, to: one) - uneven
        if cost < least {
          least = cost
          best = (one, position + 1)
        }
      }
    }
    return best
  }
}

extension Board {
  /// What uneven work would cost with more of it for one.
  func balance(adding seconds: Int, to one: Int) -> Int {
    let rate = ground.problem.weights.balance
    let crew = work.count
    guard rate > 0, crew > 0 else { return 0 }
    let mean = (totalWork + seconds + crew - 1) / crew
    var above = max(0, work.base[one] + seconds - mean) - max(0, work.base[one] - mean)
    for other in 0..<crew { above += max(0, work.base[other] - mean) }
    return rate * above
  }
}
