/// A day being planned: the first plan at once, better ones for as long as somebody asks.
///
/// Begins with a short cooling that knows nothing of the time there is; from how long that took, the caller says how
/// many iterations there will be in all (`expect`), and the rest of them is one long cooling. Temperature and choice
/// depend on the iteration alone: the same problem, seed and iterations give the same plan on every machine.
public struct Planning: ~Copyable {
  /// The problem as it was given, by which plans are compared.
  public let problem: Problem
  public let ground: Ground
  private var search: Search
  private let warm: Double
  private var expected = 0
  private var nextCooling: Int

  /// Plans from nothing, or from what was promised where anything was: then what nobody has is placed first with as
  /// little change as possible, and changes stay dear.
  public init(_ problem: Problem, seed: UInt64, tuning: Tuning = Tuning()) throws(ProblemFault) {
    self.init(problem, on: try Planning.ground(of: problem), seed: seed, tuning: tuning)
  }

  /// The same on a ground that was compiled before (`ground(of:)`), which several searches may share.
  public init(_ problem: Problem, on ground: Ground, seed: UInt64, tuning: Tuning = Tuning()) {
    self.problem = problem
    self.ground = ground
    let isReplan = problem.isReplan
    warm = isReplan ? tuning.mild : tuning.warm
    search =
      isReplan
      ? Search(ground, seed: seed, tuning: tuning, from: problem.published, mending: true)
      : Search(ground, seed: seed, tuning: tuning)
    nextCooling = tuning.firstCycle
    search.cool(from: warm, for: tuning.firstCycle)
  }

  /// A problem compiled for planning.
  public static func ground(of problem: Problem) throws(ProblemFault) -> Ground {
    try Ground(problem).searched
  }

  public var iterations: Int { search.iterations }

  /// Whether there is one plan alone, because there is nothing to do or nobody to do it.
  public var isSettled: Bool { search.isSettled }

  /// How many iterations the first cooling has; before it is over nothing needs to be expected.
  public var firstCooling: Int { search.tuning.firstCycle }

  /// The cost of the cheapest plan so far, as the search counts it.
  public var bestCost: Int { search.bestCost }

  /// The cheapest plan so far.
  public var best: Plan { search.best }

  /// Says how many iterations there will be in all.
  public mutating func expect(_ total: Int) { expected = total }

  /// Goes on for some iterations.
  public mutating func advance(_ count: Int) {
    var left = count
    while left > 0 {
      if search.iterations >= nextCooling { cool() }
      let now = min(left, nextCooling - search.iterations)
      search.advance(now)
      left -= now
    }
  }

  /// The cheapest plan, after nothing more can be given to anybody for less than leaving it out costs.
  public mutating func finish() -> Plan {
    search.close()
    return search.best
  }
}

extension Planning {
  /// What comes after a cooling: the long one that is expected, and short mild ones where there is more time still.
  private mutating func cool() {
    let done = search.iterations
    let isLong = done == search.tuning.firstCycle && expected > done
    let count = isLong ? expected - done : search.tuning.firstCycle
    if !isLong { search.returnToBest() }
    search.cool(from: isLong ? warm : warm / 8, for: count)
    nextCooling = done + count
  }
}

extension Problem {
  /// Whether anything was promised.
  public var isReplan: Bool { visits.contains { $0.published != nil } }

  /// As a re-plan looks at it: a change of technician weighs two fifths more than it costs, so that what saves little
  /// stays as people were told.
  var cautious: Problem {
    var problem = self
    problem.weights.changedTechnician = weights.changedTechnician * 7 / 5
    return problem
  }
}
