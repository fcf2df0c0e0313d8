import Planner
import Testing

@Suite("A day planned anew")
struct ReplanTests {
  /// A day that was planned and told, and then somebody is ill.
  private func day(_ seed: Int) throws -> (problem: Problem, told: Plan) {
    var made = MadeDay(seed)
    var problem = made.problem(technicians: 4, visits: 16)
    let told = try problem.planned()
    for route in told.routes {
      for stop in route.stops {
        guard let visit = stop.visit, let start = stop.start else { continue }
        problem.visits[visit].published = Problem.Promise(technician: route.technician, start: start)
      }
    }
    return (problem, told)
  }

  @Test("moves nobody when nothing has happened", arguments: 0..<6)
  func quiet(seed: Int) throws {
    let (problem, _) = try day(seed)
    let least = try Planning(problem, seed: 1).best
    let score = problem.score(least)
    #expect(score.isFeasible && score.changed == 0 && score.moved == 0)
  }

  @Test("gives only the orphaned to others at first, and one more visit for each at most", arguments: 0..<10)
  func leastChange(seed: Int) throws {
    var (problem, told) = try day(seed)
    let ill = told.routes.max { $0.visits.count < $1.visits.count }?.technician ?? 0
    let orphans = told.sequences(4)[ill]
    problem.technicians[ill].shiftEnd = problem.technicians[ill].shiftStart
    problem.technicians[ill].maxOvertime = 0
    let planning = try Planning(problem, seed: 1)
    let score = problem.score(planning.best)
    #expect(score.isFeasible)
    #expect(score.changed <= 2 * orphans.count)
    #expect(planning.best.sequences(4)[ill].isEmpty)
  }

  @Test("is better for every iteration that may be spent", arguments: 0..<6)
  func better(seed: Int) throws {
    var (problem, _) = try day(seed)
    problem.technicians[0].shiftEnd -= 7200
    var planning = try Planning(problem, seed: 1)
    let first = planning.bestCost
    planning.advance(400)
    #expect(planning.bestCost <= first)
    #expect(problem.score(planning.finish()).isFeasible)
  }

  @Test("of one technician is his own visits in an order that costs no more", arguments: 0..<12)
  func optimised(seed: Int) throws {
    var made = MadeDay(seed)
    let problem = made.problem(technicians: 2, visits: 8, isPublished: seed % 3 == 0)
    let plan = try problem.planned(iterations: 1)
    let ground = try Ground(problem)
    for route in plan.routes {
      let better = try #require(ground.optimise(route.technician, in: plan, iterations: 200))
      #expect(Set(better.after.visits) == Set(route.visits))
      #expect(better.costAfter.total <= better.costBefore.total)
      var whole = plan
      whole.routes = plan.routes.map { $0.technician == route.technician ? better.after : $0 }
      #expect(problem.score(whole).isFeasible)
    }
    #expect(ground.optimise(0, in: Plan()) == nil)
  }

  @Test("of one technician is in the cheapest of all orders where there are few", arguments: 0..<12)
  func cheapest(seed: Int) throws {
    var made = MadeDay(seed)
    let problem = made.problem(technicians: 2, visits: 8, isPublished: seed % 3 == 0)
    let plan = try problem.planned(iterations: 1)
    let ground = try Ground(problem)
    let short = plan.routes.filter { (1...5).contains($0.visits.count) }
    try #require(!short.isEmpty)
    for route in short {
      let better = try #require(ground.optimise(route.technician, in: plan))
      func cost(_ visits: [Int]) -> Int? {
        var whole = plan
        whole.routes = plan.routes.map { one in
          guard one.technician == route.technician else { return one }
          return Plan.Route(technician: one.technician, stops: visits.map { Plan.Stop(visit: $0) })
        }
        let score = problem.score(ground.hours(of: whole))
        return score.isFeasible ? score.cost.total : nil
      }
      let found = try #require(cost(better.after.visits))
      for order in Self.orders(of: route.visits) {
        if let cost = cost(order) { #expect(found <= cost, "\(order)") }
      }
    }
  }

  private static func orders(of visits: [Int]) -> [[Int]] {
    if visits.count < 2 { return [visits] }
    return visits.indices.flatMap { index -> [[Int]] in
      var rest = visits
      let first = rest.remove(at: index)
      return orders(of: rest).map { [first] + $0 }
    }
  }
}
