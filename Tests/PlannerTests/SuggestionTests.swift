import Planner
import Testing

@Suite("Who fits")
struct SuggestionTests {
  @Test("is everybody's best place to the unit, as trying everything finds it", arguments: 0..<24)
  func exact(seed: Int) throws {
    var made = MadeDay(seed)
    let problem = made.problem(visits: 6, isPublished: seed % 2 == 0)
    let plan = try problem.planned(iterations: 60)
    let ground = try Ground(problem)
    let brute = BruteForce(problem: problem)
    for visit in problem.visits.indices {
      let suggestion = ground.suggest(visit, in: plan)
      let routes = plan.sequences(3).map { $0.filter { $0 != visit } }
      for technician in problem.technicians.indices {
        let isFit =
          problem.misfit(
            of: problem.visits[visit], with: problem.technicians[technician], numbered: technician) == nil
        let least = isFit ? brute.insertion(visit, technician, routes) : nil
        let place = suggestion.places.first { $0.technician == technician }
        if let least, least < suggestion.leavingOut {
          #expect(place?.cost.total == least, "visit \(visit), technician \(technician)")
        } else {
          #expect(place == nil, "visit \(visit), technician \(technician)")
          let reason = suggestion.reasons.first { $0.technician == technician }?.reason
          try check(reason, problem, visit, technician, routes, least, suggestion.leavingOut)
        }
      }
    }
  }

  /// Holds a reason against what trying everything says.
  private func check(
    _ reason: Reason?, _ problem: Problem, _ visit: Int, _ technician: Int, _ routes: [[Int]], _ least: Int?,
    _ leavingOut: Int
  ) throws {
    let brute = BruteForce(problem: problem)
    let one = problem.technicians[technician]
    let alone = brute.best(technician, [visit])
    switch try #require(reason) {
    case .misfit(let misfit):
      #expect(problem.misfit(of: problem.visits[visit], with: one, numbered: technician) == misfit)
    case .dearer(let cost, let penalty):
      #expect(least == cost && penalty == leavingOut && cost >= penalty)
    case .partsUsed(_, let left, let needs):
      #expect(least == nil && alone != nil && left < needs)
      var stocked = problem
      stocked.technicians[technician].stock = [100]
      let used = routes[technician].flatMap { problem.visits[$0].parts }.reduce(0) { $0 + $1.amount }
      #expect(left == one.stock[0] - used)
    case .tooFar(let reached, let last):
      #expect(alone == nil && reached > last)
      #expect(reached == one.shiftStart + problem.travel[one.start, problem.visits[visit].place])
    case .homeTooLate(let at, let limit):
      #expect(alone == nil && at > limit && limit == one.shiftEnd + one.maxOvertime)
      var longer = problem
      longer.technicians[technician].maxOvertime = 86_400
      longer.technicians[technician].lunch = nil
      #expect(BruteForce(problem: longer).best(technician, [visit]) != nil)
    case .noLunch:
      #expect(alone == nil)
      var fasting = problem
      fasting.technicians[technician].lunch = nil
      #expect(BruteForce(problem: fasting).best(technician, [visit]) != nil)
    case .full(let overtime, let moving):
      #expect(least == nil && alone != nil)
      try checkBends(overtime, moving, problem, visit, technician, routes)
    }
  }

  /// The least overtime that helps, and a visit that makes room: neither too much nor, where it is nil, missed.
  private func checkBends(
    _ overtime: Int?, _ moving: Int?, _ problem: Problem, _ visit: Int, _ technician: Int, _ routes: [[Int]]
  ) throws {
    func fits(_ problem: Problem, _ routes: [[Int]]) -> Bool {
      BruteForce(problem: problem).insertion(visit, technician, routes) != nil
    }
    var bent = problem
    bent.technicians[technician].maxOvertime += overtime ?? 50_000
    #expect(fits(bent, routes) == (overtime != nil))
    if overtime != nil {
      bent.technicians[technician].maxOvertime -= 1
      #expect(!fits(bent, routes))
    }
    let helpers = routes[technician].filter { other in
      var shorter = routes
      shorter[technician].removeAll { $0 == other }
      return fits(problem, shorter)
    }
    if let moving { #expect(helpers.contains(moving)) } else { #expect(helpers.isEmpty) }
    let least = helpers.map { problem.visits[$0].priority }.max()
    if let moving {
      #expect(
        problem.weights.unserved[problem.visits[moving].priority] <= problem.weights.unserved[least ?? 0]
          + 9000)
    }
  }

  @Test("has a reason of every kind somewhere on the days that are tried")
  func kinds() throws {
    var kinds: Set<String> = []
    for seed in 0..<24 {
      var made = MadeDay(seed)
      let problem = made.problem(visits: 6, isPublished: seed % 2 == 0)
      let plan = try problem.planned(iterations: 60)
      let ground = try Ground(problem)
      for visit in problem.visits.indices {
        for one in ground.suggest(visit, in: plan).reasons {
          switch one.reason {
          case .misfit(.pinned): kinds.insert("pinned")
          case .misfit(.forbidden): kinds.insert("forbidden")
          case .misfit(.skill): kinds.insert("skill")
          case .misfit(.part): kinds.insert("part")
          case .partsUsed: kinds.insert("parts used")
          case .tooFar: kinds.insert("too far")
          case .homeTooLate: kinds.insert("home too late")
          case .noLunch: kinds.insert("no lunch")
          case .full(let overtime, let moving):
            kinds.insert("full")
            if overtime != nil { kinds.insert("overtime") }
            if moving != nil { kinds.insert("moving") }
          case .dearer: kinds.insert("dearer")
          }
        }
      }
    }
    #expect(
      kinds.sorted() == [
        "dearer", "forbidden", "full", "home too late", "moving", "no lunch", "overtime", "part",
        "parts used", "pinned",
        "skill", "too far"
      ])
  }

  @Test("says what it costs to have a visit where it is")
  func now() throws {
    var made = MadeDay(3)
    let problem = made.problem()
    let plan = try problem.planned()
    let ground = try Ground(problem)
    let whole = problem.score(plan).cost
    try #require(plan.routes.contains { !$0.visits.isEmpty })
    for route in plan.routes {
      for visit in route.visits {
        let now = try #require(ground.suggest(visit, in: plan).now)
        #expect(now.technician == route.technician && route.visits[now.position] == visit)
        let start = route.stops.first { $0.visit == visit }?.start
        #expect(now.start == start)
        let other = try Ground(problem).suggest(visit, in: plan).runnerUp
        #expect(other?.technician != now.technician)
        var without = plan.sequences(3)
        without[route.technician].removeAll { $0 == visit }
        let brute = BruteForce(problem: problem)
        let rest = without.indices.compactMap { brute.best($0, without[$0])?.total }.reduce(0, +)
        let work = without.indices.map { brute.work($0, without[$0]) }
        #expect(whole.total - whole.unserved - now.cost.total == rest + brute.balance(work))
      }
    }
  }

  @Test("is nobody, and why, for a visit that nobody may do")
  func nobody() throws {
    var made = MadeDay(5)
    var problem = made.problem()
    problem.visits[0].skills = [Problem.Need(1, 9)]
    problem.visits[0].pinned = nil
    problem.visits[0].forbidden = []
    let suggestion = try Ground(problem).suggest(0, in: try problem.planned())
    #expect(suggestion.verdict == .nobodyMay && suggestion.places.isEmpty && suggestion.now == nil)
    let reasons = suggestion.reasons.map(\.reason)
    #expect(reasons == problem.technicians.map { .misfit(.skill(1, has: $0.skills[1], needs: 9)) })
  }
}
