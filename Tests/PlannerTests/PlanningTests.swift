import Planner
import Testing

@Suite("A planned day")
struct PlanningTests {
  @Test("is the same for the same problem, seed and iterations, however they are asked for")
  func determinism() throws {
    var made = MadeDay(1)
    let problem = made.problem(technicians: 5, visits: 25)
    var one = try Planning(problem, seed: 7)
    one.expect(2600)
    one.advance(2600)
    var other = try Planning(problem, seed: 7)
    other.advance(2000)
    other.expect(2600)
    for _ in 0..<60 { other.advance(10) }
    #expect(one.finish() == other.finish())
    #expect(one.iterations == other.iterations)
  }

  @Test("with nothing to do, or for nobody, is settled, and its iterations are over", arguments: [0, 3])
  func empty(technicians: Int) throws {
    var made = MadeDay(1)
    var problem = made.problem(technicians: 3, visits: 3 - technicians)
    problem.technicians.removeLast(3 - technicians)
    for visit in problem.visits.indices {
      (problem.visits[visit].preferred, problem.visits[visit].forbidden) = ([], [])
      problem.visits[visit].pinned = nil
    }
    var planning = try Planning(problem, seed: 1)
    let isSettled = planning.isSettled
    planning.advance(5_000)
    let iterations = planning.iterations
    #expect(isSettled && iterations == 5_000)
    #expect(planning.finish().unassigned == Array(problem.visits.indices))
  }

  @Test("keeps every hard rule", arguments: 0..<20)
  func feasible(seed: Int) throws {
    var made = MadeDay(seed)
    let problem = made.problem(technicians: 4, visits: 14, isPublished: seed % 2 == 1)
    let plan = try problem.planned()
    #expect(problem.score(plan).violations.isEmpty)
    #expect(Set(plan.routes.flatMap(\.visits)).union(plan.unassigned) == Set(problem.visits.indices))
  }

  @Test("leaves out nothing that fits anybody for less than leaving it out", arguments: 0..<16)
  func closure(seed: Int) throws {
    var made = MadeDay(seed)
    let problem = made.problem(visits: 9, isPublished: seed % 2 == 1)
    let plan = try problem.planned(iterations: 20)
    let brute = BruteForce(problem: problem)
    for visit in plan.unassigned {
      for (index, one) in problem.technicians.enumerated()
      where problem.misfit(of: problem.visits[visit], with: one, numbered: index) == nil {
        let told = problem.visits[visit].published == nil ? 0 : problem.weights.changedTechnician
        let penalty = problem.weights.unserved[problem.visits[visit].priority] + told
        #expect(brute.insertion(visit, index, plan.sequences(3)).map { $0 >= penalty } ?? true)
      }
    }
  }

  @Test("is the best there is on a day that can be looked through whole", arguments: 0..<6)
  func optimal(seed: Int) throws {
    var made = MadeDay(seed)
    let problem = made.problem(technicians: 2, visits: 4)
    #expect(problem.score(try problem.planned(iterations: 1000)).cost.total == everything(problem))
  }

  /// The least cost over every way to give four visits to two technicians in every order.
  private func everything(_ problem: Problem) -> Int {
    let brute = BruteForce(problem: problem)
    var least = Int.max
    func give(_ visit: Int, _ routes: [[Int]], _ unserved: Int) {
      guard visit < problem.visits.count else {
        var cost = unserved + brute.balance(routes.indices.map { brute.work($0, routes[$0]) })
        for (index, route) in routes.enumerated() {
          guard let best = brute.best(index, route) else { return }
          cost += best.total
        }
        least = min(least, cost)
        return
      }
      give(visit + 1, routes, unserved + problem.weights.unserved[problem.visits[visit].priority])
      for index in routes.indices {
        for position in 0...routes[index].count {
          var longer = routes
          longer[index].insert(visit, at: position)
          give(visit + 1, longer, unserved)
        }
      }
    }
    give(0, [[], []], 0)
    return least
  }

  @Test("leaves pins and what opens a route where they are", arguments: 0..<8)
  func pins(seed: Int) throws {
    var made = MadeDay(seed)
    var problem = made.problem(technicians: 3, visits: 12)
    for visit in 0..<4 {
      problem.visits[visit].windows = [28_800...64_800]
      (problem.visits[visit].skills, problem.visits[visit].parts) = ([], [])
      (problem.visits[visit].forbidden, problem.visits[visit].release) = ([], 0)
    }
    problem.technicians[1].opening = [2, 0]
    problem.technicians[1].shiftEnd = 64_800
    (problem.visits[0].pinned, problem.visits[2].pinned) = (nil, nil)
    problem.visits[1].pinned = 2
    problem.visits[3].pinned = 0
    problem.visits[3].windows = [40_000...40_000]
    let plan = try problem.planned()
    #expect(problem.score(plan).isFeasible)
    #expect(plan.sequences(3)[1].starts(with: [2, 0]))
    for (index, sequence) in plan.sequences(3).enumerated() {
      #expect(!sequence.contains(1) || index == 2)
      #expect(!sequence.contains(3) || index == 0)
    }
  }

  @Test("does not depend on the order in which technicians and visits are told", arguments: 0..<8)
  func order(seed: Int) throws {
    var made = MadeDay(seed)
    let problem = made.problem(technicians: 4, visits: 16, isPublished: seed % 2 == 0)
    var turned = problem
    turned.technicians.reverse()
    turned.visits.reverse()
    func turn(_ index: Int) -> Int { index < 0 ? index : problem.technicians.count - 1 - index }
    for visit in turned.visits.indices {
      turned.visits[visit].preferred = turned.visits[visit].preferred.map(turn)
      turned.visits[visit].forbidden = turned.visits[visit].forbidden.map(turn)
      turned.visits[visit].pinned = turned.visits[visit].pinned.map(turn)
      if let told = turned.visits[visit].published {
        turned.visits[visit].published?.technician = turn(told.technician)
      }
    }
    let one = try problem.planned()
    let other = try turned.planned()
    #expect(problem.score(one).cost == turned.score(other).cost)
    for route in one.routes {
      let same = other.sequences(4)[turn(route.technician)].map { problem.visits.count - 1 - $0 }
      #expect(same == route.visits)
    }
  }

  @Test("does not depend on the numbers that skills and parts have", arguments: 0..<8)
  func columns(seed: Int) throws {
    var made = MadeDay(seed)
    var problem = made.problem(technicians: 4, visits: 16, isPublished: seed % 2 == 0)
    for index in problem.technicians.indices { problem.technicians[index].stock.append(made.below(3)) }
    for index in stride(from: 0, to: 16, by: 3) { problem.visits[index].parts = [Problem.Need(1, 1)] }
    var turned = problem
    for index in turned.technicians.indices {
      turned.technicians[index].skills.reverse()
      turned.technicians[index].stock.reverse()
    }
    for index in turned.visits.indices {
      turned.visits[index].skills = problem.visits[index].skills.map { Problem.Need(1 - $0.index, $0.amount) }
      turned.visits[index].parts = problem.visits[index].parts.map { Problem.Need(1 - $0.index, $0.amount) }
    }
    #expect(try problem.planned() == turned.planned())
  }

  @Test("is never worse for one more technician who is idle", arguments: 0..<8)
  func idle(seed: Int) throws {
    var made = MadeDay(seed)
    var problem = made.problem(technicians: 3, visits: 12)
    problem.weights.balance = 0
    let plan = try problem.planned()
    var larger = problem
    larger.technicians.append(problem.technicians[0])
    var search = Search(try Ground(larger), seed: 3, from: plan)
    search.cool(from: 9000, for: 200)
    search.advance(200)
    search.close()
    #expect(larger.score(search.best).cost.total <= problem.score(plan).cost.total)
  }

  @Test("of nobody, of nothing or of what cannot be is a plan all the same")
  func nothing() throws {
    var made = MadeDay(2)
    var problem = made.problem()
    problem.visits = problem.visits.map { visit in
      var visit = visit
      visit.windows = []
      (visit.preferred, visit.forbidden, visit.pinned) = ([], [], nil)
      return visit
    }
    #expect(try problem.planned().unassigned == Array(problem.visits.indices))
    problem.technicians = []
    #expect(try problem.planned().routes.isEmpty)
    problem.visits = []
    #expect(try problem.planned() == Plan())
  }

  @Test("is refused for numbers that no plan can be made with, by the field")
  func faults() throws {
    var made = MadeDay(4)
    var problem = made.problem()
    problem.visits[2].windows = [28_800...Int.max]
    #expect(problem.fault?.subject == .visit(2))
    #expect(problem.fault?.field == "windows[0][1]")
    #expect(throws: ProblemFault.self) { try Ground(problem) }
    problem.visits[2].windows = []
    problem.technicians[1].lunch = Problem.Lunch(duration: 1800, earliest: 40_000, latest: 39_999)
    #expect(problem.fault?.subject == .technician(1) && problem.fault?.field == "break.latest")
    problem.technicians[1].lunch = nil
    problem.weights.late[1] = -1
    #expect(problem.fault == ProblemFault(.weights, "late[1]", -1, allowed: 0...10_000_000))
  }
}
