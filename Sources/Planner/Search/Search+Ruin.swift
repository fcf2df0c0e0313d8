extension Search {
  /// Takes strings of visits out of the routes around one visit, and calls back some that were left out.
  mutating func ruin() {
    hand.count = 0
    let centre = dice.below(ground.visitCount)
    let served = ground.visitCount - openCount
    findIdle()
    let used = ground.crewCount - hand.idleCount
    let average = max(1, served / max(1, used))
    let longest = min(tuning.longestString, average)
    let strings = 1 + dice.below(max(1, 4 * tuning.removals / (1 + longest)))
    var taken = 0
    tear(centre, longest, &taken)
    let near = ground.near.base + centre * ground.nearCount
    var index = 0
    while index < ground.nearCount, taken < strings {
      tear(Int(near[index]), longest, &taken)
      index += 1
    }
    callBack(centre)
  }

  private mutating func findIdle() {
    hand.idleCount = 0
    for one in 0..<ground.crewCount where board.routes.base[one].count == 0 {
      hand.idle.base[hand.idleCount] = Int32(truncatingIfNeeded: one)
      hand.idleCount += 1
    }
  }

  /// Takes a string around `visit` out of its route, unless that route has been torn already.
  private mutating func tear(_ visit: Int, _ longest: Int, _ taken: inout Int) {
    let one = Int(board.owner.base[visit])
    guard one >= 0, !trail.isTouched(one) else { return }
    let head = board.routes.base[one]
    let opening = Int(head.opening)
    let free = Int(head.count) - opening
    guard free > 0 else { return }
    let base = board.route(one)
    var position = 1
    while base[position].visit != Int32(truncatingIfNeeded: visit) { position += 1 }
    guard position > opening else { return }
    trail.touch(one, board)
    routesCost -= board.cost(one)
    let length = 1 + dice.below(min(longest, free))
    if length > 1, length < free, dice.next() & 1 == 0 {
      tearSplit(one, position, length, opening, free)
    } else {
      let first = firstOfString(position, length, opening, free)
      pick(one, first, length)
    }
    _ = board.time(one)
    routesCost += board.cost(one)
    taken += 1
  }

  /// Where a string of a length begins that holds `position`.
  private mutating func firstOfString(_ position: Int, _ length: Int, _ opening: Int, _ free: Int) -> Int {
    let lowest = max(opening + 1, position - length + 1)
    let highest = min(position, opening + free - length + 1)
    return lowest + dice.below(highest - lowest + 1)
  }

  /// A string that leaves some visits in its middle where they are.
  private mutating func tearSplit(_ one: Int, _ position: Int, _ length: Int, _ opening: Int, _ free: Int) {
    var kept = 1
    while length + kept < free, dice.below(100) != 0 {
      if dice.next() & 1 == 0 { break }
      kept += 1
    }
    let whole = length + kept
    let first = firstOfString(position, whole, opening, free)
    let before = 1 + dice.below(length)
    if before < length { pick(one, first + before + kept, length - before) }
    pick(one, first, before)
  }

  private mutating func pick(_ one: Int, _ position: Int, _ count: Int) {
    let base = board.route(one)
    for index in position..<position + count {
      unserved += ground.visits.base[Int(base[index].visit)].penalty
      hand.take(base[index].visit)
    }
    board.remove(one, at: position, count: count)
  }

  /// Visits that were left out come back to the pool: all while they are few, else some around the centre.
  private mutating func callBack(_ centre: Int) {
    guard openCount > tuning.pool else {
      for index in 0..<openCount { hand.take(open.base[index]) }
      openCount = 0
      return
    }
    let near = ground.near.base + centre * ground.nearCount
    var called = 0
    var index = 0
    let first = hand.count
    if board.owner.base[centre] < 0, !holds(Int32(centre), below: first) {
      hand.take(Int32(centre)); called += 1
    }
    while index < ground.nearCount, called < tuning.pool {
      let visit = near[index]
      if board.owner.base[Int(visit)] < 0, !holds(visit, below: first) {
        hand.take(visit)
        called += 1
      }
      index += 1
    }
    guard called > 0 else { return }
    var kept = 0
    for index in 0..<openCount {
      let visit = open.base[index]
      if !holds(visit, from: first) {
        open.base[kept] = visit
        kept += 1
      }
    }
    openCount = kept
  }

  private func holds(_ visit: Int32, from first: Int = 0, below limit: Int? = nil) -> Bool {
    for index in first..<(limit ?? hand.count) where hand.visits.base[index] == visit { return true }
    return false
  }
}
