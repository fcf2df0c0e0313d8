/// Ruin and recreate (slack induction by string removals, Christiaens and Vanden Berghe 2020), made for a day's work:
/// takes out a few strings of neighbouring visits, puts them back greedily in varying order, and keeps what is better
/// or, while it is warm, not much worse.
///
/// The same ground, seed, tuning and iterations give the same plan on every machine. The caller asks for a few
/// iterations at a time and may stop between any two: `best` is always a whole plan.
public struct Search: ~Copyable {
  let ground: Ground
  var board: Board
  var dice: Dice
  var tuning: Tuning
  var trail: Trail
  var hand: Hand
  /// Visits that nobody has just now.
  var open: Flat<Int32>
  var openCount = 0
  private(set) var current = 0
  var unserved = 0
  var routesCost = 0
  /// The cheapest so far.
  public private(set) var bestCost = 0
  var bestSequences: Flat<Int32>
  var bestLengths: Flat<Int32>
  public private(set) var iterations = 0
  /// Where the present cooling began and how long it is.
  private var cycleStart = 0
  private var cycleLength = 0
  private var warm = 0.0
  private var cooling = 1.0
  var temperature = 0.0

  /// Begins from `start` as far as it can still be driven; what nobody has is placed by regret or, when `mending`,
  /// with as little change as possible.
  public init(
    _ ground: Ground, seed: UInt64, tuning: Tuning = Tuning(), from start: Plan? = nil, mending: Bool = false
  ) {
    self.ground = ground
    self.tuning = tuning
    board = Board(ground)
    dice = Dice(seed: seed)
    trail = Trail(ground)
    hand = Hand(ground)
    open = Flat(ground.visitCount, VisitRow.none)
    bestSequences = Flat(ground.visitCount, VisitRow.none)
    bestLengths = Flat(ground.crewCount, 0)
    begin(from: start.map(ground.sequences) ?? [])
    if mending { mend() } else { construct() }
    tally()
    keepBest()
  }

  /// Cools from `warm` to the coldest in `count` iterations, beginning with the next.
  public mutating func cool(from warm: Double, for count: Int) {
    cycleStart = iterations
    cycleLength = max(1, count)
    self.warm = warm
    temperature = warm
    let steps = Double(max(1, cycleLength / 64))
    cooling = exponential(logarithm(max(tuning.cold, 1) / max(warm, 1)) / steps)
  }

  var isSettled: Bool { ground.visitCount == 0 || ground.crewCount == 0 }

  /// Goes on for some iterations.
  public mutating func advance(_ count: Int) {
    guard !isSettled else {
      iterations += count
      return
    }
    for _ in 0..<count {
      if (iterations &- cycleStart) & 63 == 63, temperature > tuning.cold { temperature *= cooling }
      iterate()
      iterations += 1
    }
  }

  /// Goes back to the cheapest plan so far.
  public mutating func returnToBest() {
    restore()
    tally()
  }
}

extension Search {
  private mutating func iterate() {
    trail.begin(open, openCount, unserved, routesCost)
    ruin()
    recreate()
    let cost = routesCost + unserved + board.balance()
    let allowance = temperature * -logarithmOfFraction()
    if Double(cost - current) < allowance {
      current = cost
      if cost < bestCost { keepBest() }
    } else {
      undo()
    }
  }

  private mutating func logarithmOfFraction() -> Double { Logarithms.table[Int(dice.next() >> 54)] }

  private mutating func undo() {
    trail.undo(&board)
    openCount = trail.openCount
    open.base.update(from: trail.open.base, count: openCount)
    unserved = trail.unserved
    routesCost = trail.routesCost
  }

  /// Sums anew what is otherwise kept up to date.
  mutating func tally() {
    routesCost = 0
    unserved = 0
    openCount = 0
    for one in 0..<ground.crewCount { routesCost += board.cost(one) }
    for visit in 0..<ground.visitCount where board.owner[visit] < 0 {
      unserved += ground.visits[visit].penalty
      open[openCount] = Int32(visit)
      openCount += 1
    }
    current = routesCost + unserved + board.balance()
  }

  mutating func keepBest() {
    bestCost = current
    var filled = 0
    for one in 0..<ground.crewCount {
      let count = Int(board.routes.base[one].count)
      let base = board.route(one)
      bestLengths.base[one] = Int32(truncatingIfNeeded: count)
      var index = 1
      while index <= count {
        bestSequences.base[filled] = base[index].visit
        filled += 1
        index += 1
      }
    }
  }

  private mutating func restore() {
    for one in 0..<ground.crewCount {
      let count = Int(board.routes[one].count)
      if count > 0 { board.remove(one, at: 1, count: count) }
    }
    var filled = 0
    for one in 0..<ground.crewCount {
      let count = Int(bestLengths[one])
      for index in 0..<count { board.put(Int(bestSequences[filled + index]), one, at: index + 1) }
      filled += count
      _ = board.time(one)
    }
  }
}

/// Logarithms of evenly spread fractions: the acceptance needs one an iteration.
enum Logarithms {
  static let table: [Double] = (0..<1024).map { logarithm((Double($0) + 0.5) / 1024) }
}
