/// A technician's day in a better order.
public struct Reordering: Equatable, Sendable {
  public var before, after: Plan.Route
  /// What it costs by term, the others' days apart.
  public var costBefore, costAfter: Cost
  /// Seconds of driving.
  public var travelBefore, travelAfter: Int
  /// Visits that begin at another time.
  public var moved: [Suggestion.Move]
}

extension Ground {
  /// One technician's visits in the order that costs least; nobody else's day is touched and no visit is left out.
  ///
  /// Nil when he has none, or when his route cannot be driven.
  public func optimise(_ technician: Int, in plan: Plan, iterations: Int = 4_000) -> Reordering? {
    let one = crewRank[technician]
    let sequence = sequences(of: plan)[one]
    var timetable = Timetable(self)
    guard !sequence.isEmpty, let before = timetable.stops(one, sequence),
      let alone = try? Ground(alone(one, sequence))
    else { return nil }
    let start = Plan(routes: [
      Plan.Route(technician: 0, stops: sequence.indices.map { Plan.Stop(visit: $0) })
    ])
    var search = Search(alone, seed: 1, from: start)
    guard search.unserved == 0 else { return nil }
    search.cool(from: Tuning().warm, for: iterations)
    search.advance(iterations)
    let order = search.best.routes.first?.visits.map { sequence[$0] } ?? sequence
    guard order.count == sequence.count, let after = timetable.stops(one, order) else { return nil }
    return Reordering(
      before: Plan.Route(technician: technician, stops: before),
      after: Plan.Route(technician: technician, stops: after), costBefore: terms(before, one),
      costAfter: terms(after, one), travelBefore: travel(sequence, one), travelAfter: travel(order, one),
      moved: Ground.moves(before, after))
  }

  /// The problem of one technician and his visits, in which leaving one out is out of the question.
  private func alone(_ one: Int, _ sequence: [Int]) -> Problem {
    var small = problem
    let index = crewOrder[one]
    small.technicians = [problem.technicians[index]]
    small.technicians[0].opening = Array(openings[one].indices)
    small.weights.unserved = problem.weights.unserved.map { _ in 100_000_000_000 }
    small.weights.balance = 0
    small.visits = sequence.map { visit in
      var asked = problem.visits[visitOrder[visit]]
      (asked.preferred, asked.forbidden, asked.pinned) = ([], [], nil)
      if let told = asked.published {
        asked.published?.technician = told.technician == index ? 0 : Problem.nobody
      }
      return asked
    }
    return small
  }

  /// Visits that begin at another time in the second of two lists.
  static func moves(_ before: [Plan.Stop], _ after: [Plan.Stop]) -> [Suggestion.Move] {
    var old: [Int: Int] = [:]
    for stop in before { if let visit = stop.visit { old[visit] = stop.start } }
    return after.compactMap { stop in
      guard let visit = stop.visit, let from = old[visit], let to = stop.start, from != to else { return nil }
      return Suggestion.Move(visit: visit, from: from, to: to)
    }
  }
}
