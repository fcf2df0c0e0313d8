import Planner
import Testing

@Suite("The score of a plan")
struct ScorerTests {
  /// One technician at place 0, visits at 1 and 2, everything ten minutes apart.
  private func day(_ visits: [Problem.Visit], lunch: Problem.Lunch? = nil) -> Problem {
    let travel = Travel(places: 3) { from, to in from == to ? 0 : 600 }
    let one = Problem.Technician(
      start: 0, end: 0, shiftStart: 28_800, shiftEnd: 36_000, maxOvertime: 3600, lunch: lunch, stock: [1])
    return Problem(travel: travel, weights: MadeDay.weights, technicians: [one], visits: visits)
  }

  private func route(_ stops: Plan.Stop...) -> Plan {
    Plan(routes: [Plan.Route(technician: 0, stops: stops)])
  }

  @Test("of an empty plan is what leaving everything out costs")
  func empty() {
    let problem = day([
      Problem.Visit(place: 1, duration: 600, priority: 0, windows: [0...80_000]),
      Problem.Visit(place: 2, duration: 600, priority: 3, windows: [0...80_000])
    ])
    let score = problem.score(Plan())
    #expect(score.cost.unserved == 3_660_000 && score.cost.total == 3_660_000)
    #expect(score.unserved == [1, 0, 0, 1] && score.isFeasible)
  }

  @Test("adds driving, lateness and overtime to the unit")
  func terms() {
    let problem = day([
      Problem.Visit(place: 1, duration: 3600, priority: 1, due: 29_000, windows: [0...80_000]),
      Problem.Visit(place: 2, duration: 3600, priority: 3, windows: [0...80_000], preferred: [Problem.nobody])
    ])
    let score = problem.score(route(Plan.Stop(visit: 0), Plan.Stop(visit: 1)))
    // Reached at 29,400, done at 33,000, the next from 33,600 to 37,200, home at 37,800.
    #expect(score.cost.travel == 10 * 1800)
    #expect(score.cost.late == 30 * 400 && score.lateVisits == 1)
    #expect(score.cost.overtime == 20 * 1800)
    #expect(score.cost.preference == 6000)
    #expect(score.cost.total == 18_000 + 12_000 + 36_000 + 6000 && score.isFeasible)
  }

  @Test("counts a promise that is broken by the hour, by the person or by nobody coming")
  func promises() {
    let told = Problem.Promise(technician: 0, start: 32_000)
    let problem = day([
      Problem.Visit(place: 1, duration: 600, priority: 3, windows: [0...80_000], published: told),
      Problem.Visit(place: 2, duration: 600, priority: 3, windows: [0...80_000], published: told)
    ])
    let early = problem.score(route(Plan.Stop(visit: 0)))
    #expect(early.cost.change == 9000 + 3000 && early.moved == 1 && early.changed == 1)
    let waiting = problem.score(route(Plan.Stop(visit: 0, start: 31_100)))
    #expect(waiting.cost.change == 9000 && waiting.isFeasible)
  }

  @Test("spreads work over everybody, the idle included")
  func balance() {
    var problem = day([Problem.Visit(place: 1, duration: 3600, priority: 3, windows: [0...80_000])])
    problem.technicians.append(problem.technicians[0])
    let score = problem.score(route(Plan.Stop(visit: 0)))
    // 4,800 s of work, 2,400 a head.
    #expect(score.cost.balance == 2 * 2400)
  }

  @Test("names every rule that is broken")
  func violations() {
    let lunch = Problem.Lunch(duration: 1800, earliest: 30_000, latest: 31_000)
    let problem = day(
      [
        Problem.Visit(place: 1, duration: 600, windows: [0...29_000], parts: [Problem.Need(0, 1)]),
        Problem.Visit(
          place: 2, duration: 9000, windows: [0...80_000], parts: [Problem.Need(0, 1)], forbidden: [0])
      ], lunch: lunch)
    let score = problem.score(
      route(Plan.Stop(visit: 0), Plan.Stop(visit: 1, start: 100), Plan.Stop(visit: 1)))
    #expect(
      score.violations == [
        .reachedTooLate(visit: 0, at: 29_400), .outsideWindows(visit: 0, start: 29_400),
        .misfit(visit: 1, technician: 0, .forbidden), .beforePossible(visit: 1, start: 100, earliest: 30_600),
        .twice(visit: 1), .homeTooLate(technician: 0, at: 40_200), .lunches(technician: 0, count: 0),
        .parts(technician: 0, part: 0, used: 2, has: 1)
      ])
  }

  @Test("agrees with what the search believes it has found", arguments: 0..<20)
  func agreement(seed: Int) throws {
    var made = MadeDay(seed)
    let problem = made.problem(technicians: 4, visits: 12)
    var planning = try Planning(problem, seed: 1)
    planning.advance(200)
    let score = problem.score(planning.best)
    #expect(score.isFeasible, "\(score.violations)")
    #expect(score.cost.total <= planning.bestCost)
  }
}
