import Testing

@testable import Planner

@Suite("A compiled problem to which something happens")
struct ChangeTests {
  @Test(
    "is the changed problem compiled from nothing, whatever happens and however often",
    arguments: 0..<12)
  func patched(seed: Int) throws {
    var made = MadeDay(seed)
    // Larger than the lists of neighbours and homes, and smaller.
    let (crew, visits) = seed % 3 == 0 ? (4, 9) : (13, 88)
    var problem = made.problem(technicians: crew, visits: visits, isPublished: seed % 2 == 0)
    var ground = try Ground(problem)
    for _ in 0..<14 {
      let change = Events.any(problem, &made)
      try problem.apply(change)
      ground = try ground.after(change)
      let fresh = try Ground(problem)
      #expect(Parts(ground) == Parts(fresh), "\(change)")
      #expect(Parts(ground.searched) == Parts(try Planning.ground(of: problem)), "\(change)")
    }
    var one = Planning(problem, on: ground.searched, seed: 5)
    var other = try Planning(problem, seed: 5)
    one.advance(60)
    other.advance(60)
    let plan = one.finish()
    #expect(plan == other.finish() && one.bestCost == other.bestCost)
    let fresh = try Ground(problem)
    for visit in problem.visits.indices.prefix(20) {
      #expect(ground.suggest(visit, in: plan) == fresh.suggest(visit, in: plan))
    }
  }

  @Test("is refused by the field, and left as it is, when the change is one that cannot be")
  func refused() throws {
    var made = MadeDay(3)
    let problem = made.problem()
    let ground = try Ground(problem)
    func fault(_ change: Problem.Change) -> ProblemFault? {
      do throws(ProblemFault) { _ = try ground.after(change) } catch { return error }
      return nil
    }
    #expect(fault(.visitRemoved(7))?.field == "index")
    #expect(fault(.technicianRemoved(-1))?.field == "index")
    #expect(fault(.technician(3, problem.technicians[0]))?.subject == .technician(3))
    var visit = problem.visits[2]
    visit.duration = -1
    #expect(fault(.visit(2, visit))?.field == "durationS")
    #expect(fault(.visitAdded(visit))?.subject == .visit(7))
    var one = problem.technicians[0]
    one.opening = [1, 1]
    #expect(fault(.technician(0, one))?.field == "opening")
    #expect(fault(.placesAdded(Travel(places: 2) { _, _ in 1 }))?.field == "travel")
    #expect(ground.problem == problem)
  }

  @Test("forgets a technician who goes, and an opening visit that goes")
  func forgotten() throws {
    var made = MadeDay(1)
    var problem = made.problem(technicians: 3, visits: 4)
    problem.visits[0].preferred = [0, 1]
    problem.visits[1].pinned = 2
    problem.visits[1].forbidden = [1]
    problem.visits[2].published = Problem.Promise(technician: 1, start: 30_000)
    problem.technicians[2].opening = [1, 3]
    try problem.apply(.technicianRemoved(1))
    #expect(problem.visits[0].preferred == [0, Problem.nobody])
    #expect(problem.visits[1].pinned == 1 && problem.visits[1].forbidden == [Problem.nobody])
    #expect(problem.visits[2].published?.technician == Problem.nobody)
    try problem.apply(.visitRemoved(1))
    #expect(problem.technicians[1].opening == [2])
  }
}

/// Everything that a ground is made of, to be compared.
private struct Parts: Equatable {
  let problem: Problem
  let orders: [[Int]]
  let visits: [VisitRow]
  let crew: [CrewRow]
  let lists: [[Int32]]
  let spans: [[Span]]
  let openings: [[Int]]

  init(_ ground: Ground) {
    func list<Element>(_ flat: borrowing Flat<Element>) -> [Element] { (0..<flat.count).map { flat[$0] } }
    problem = ground.problem
    orders = [ground.visitOrder, ground.visitRank, ground.crewOrder, ground.crewRank]
    visits = list(ground.visits)
    crew = list(ground.crew)
    lists = [list(ground.fit), list(ground.near), list(ground.homes), list(ground.stock)]
    spans = [list(ground.spans), list(ground.needs)]
    openings = ground.openings
  }
}

/// Things that happen on a day, by chance.
private enum Events {
  static func any(_ problem: Problem, _ made: inout MadeDay) -> Problem.Change {
    let visit = made.below(max(1, problem.visits.count))
    let one = made.below(max(1, problem.technicians.count))
    let place = made.below(problem.travel.places)
    if problem.visits.count < 3 { return .visitAdded(made.visit(at: place, problem.technicians.count)) }
    if problem.technicians.count < 3 { return .technicianAdded(made.technician(at: place)) }
    var asked = problem.visits[visit]
    var technician = problem.technicians[one]
    switch made.below(11) {
    case 0: return .visitAdded(made.visit(at: place, problem.technicians.count))
    case 1: return .visitRemoved(visit)
    case 2:
      asked.windows = [30_000...31_000 + made.below(20_000)]
      asked.published = Problem.Promise(technician: one, start: 30_000 + made.below(9_000))
      return .visit(visit, asked)
    case 3:
      asked.place = place
      asked.parts = [Problem.Need(made.below(2), 1)]
      return .visit(visit, asked)
    case 4: return .technicianAdded(made.technician(at: place))
    case 5: return .technicianRemoved(one)
    case 6:
      // Gone home ill.
      (technician.shiftEnd, technician.maxOvertime) = (technician.shiftStart, 0)
    case 7: technician.start = place
    case 8:
      // Late.
      technician.shiftStart += 600 + made.below(7_200)
    case 9:
      // A visit has begun.
      let isFree = problem.technicians.allSatisfy { !$0.opening.contains(visit) }
      if isFree { technician.opening.append(visit) }
    case _:
      let old = problem.travel
      let far = made.below(4_000)
      return .placesAdded(
        Travel(places: old.places + 1) { from, to in
          from == to ? 0 : from < old.places && to < old.places ? old[from, to] : far + 7 * (from + to)
        })
    }
    return .technician(one, technician)
  }
}
