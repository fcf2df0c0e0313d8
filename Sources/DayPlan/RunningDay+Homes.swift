import Domain
import Planner

extension RunningDay {
  /// Homes for all that nobody can do or has: first with as little change as possible, then with others' visits moved
  /// where that is worth more than it breaks.
  func homes(
    for question: PlanQuestion, else nothing: PlanAnswer.Nothing, _ isCancelled: () -> Bool,
    _ first: (PlanAnswer) -> Void
  ) -> PlanAnswer? {
    guard let (least, one) = settled(isCancelled, found: { $0.leastChange(isCancelled) }, option: .given)
    else { return nil }
    var answer = PlanAnswer(question, [one].compactMap(\.self), else: nothing)
    answer.isFirst = true
    first(answer)
    guard
      let (free, two) = settled(
        isCancelled,
        found: { day in
          day.solve(day.problem, tries: rules.tries, isCancelled).map {
            Found(spots: spots(of: $0.plan), plan: $0.plan, ground: $0.ground)
          }
        }, option: .rearranged)
    else { return nil }
    let costs = (problem.score(plan(at: least.spots)).cost.total, problem.score(free.plan).cost.total)
    // Moving what people were told has to be worth a quarter of an hour's driving at least.
    let isWorth = costs.1 + rules.unitsASecond * 900 < costs.0
    return PlanAnswer(question, [one, isWorth ? two : nil].compactMap(\.self), else: nothing)
  }

  /// A plan that was found: who is where when, with the ground that says why something is left out.
  private struct Found {
    var spots: [Int: Spot]
    var plan: Plan
    var ground: Ground
  }

  /// A plan and what it comes to; what the office refuses of it nobody gets, and the plan is made again, so that
  /// nobody makes room for what is left out. Nil when it was given up.
  private func settled(
    _ isCancelled: () -> Bool, found: (RunningDay) -> Found?, option kind: PlanOption.Kind
  ) -> (Found, PlanOption?)? {
    var day = self
    var refused: [PlanOption.Refused] = []
    while true {
      guard let plan = found(day) else { return nil }
      let option = option(kind, plan, without: refused)
      let new = option?.leftOut.filter { one in
        guard let piece = places[one.id], pieces[piece].holder == nil else { return false }
        return !refused.contains { $0.id == one.id }
      }
      guard let new, !new.isEmpty, refused.count < RunningDay.mostRefused else { return (plan, option) }
      refused += new
      for piece in new.compactMap({ places[$0.id] }) { day.problem.visits[piece].pinned = Problem.nobody }
    }
  }

  /// After so many refusals a plan stays as it is.
  private static let mostRefused = 20

  private func option(
    _ kind: PlanOption.Kind, _ found: Found, without refused: [PlanOption.Refused]
  ) -> PlanOption? {
    let ids = Set(refused.map(\.id))
    let left = left(found.spots, in: found.plan, found.ground).filter { !ids.contains($0.id) }
    let known = refused.map { one in
      PlanLeft(id: one.id, number: office.order(one.id)?.number ?? 0, verdict: .refused(one.rule))
    }
    var option = option(kind, found.spots, left: left + known, isDivisible: true)
    let moved = option?.changes.count { change in
      places[change.id].map { pieces[$0].holder != nil } ?? false
    }
    if kind == .given, let moved, moved > 0 { option?.kind = .givenWithRoom(moved) }
    return option
  }
}

extension RunningDay {
  /// As little change as possible: what is urgent first, for which others may begin at another hour but keep their
  /// technician, then everything else between what stands, to the minute.
  private func leastChange(_ isCancelled: () -> Bool) -> Found? {
    var fixed = standing
    let open = pieces.indices.filter { pieces[$0].holder == nil && pieces[$0].order != nil }
    if open.contains(where: isUrgent) {
      guard let first = solve(makingRoom(for: open), tries: rules.tries / 6, isCancelled) else { return nil }
      let spots = spots(of: first.plan)
      let helping = Set(open.filter(isUrgent).compactMap { spots[$0]?.member })
      // A plan that lost what must not be left out is none.
      if fixed.keys.allSatisfy({ spots[$0] != nil }) {
        for (piece, spot) in spots where helping.contains(spot.member) { fixed[piece] = spot }
      }
    }
    guard let found = solve(holding(fixed), tries: rules.tries / 4, isCancelled) else { return nil }
    let spots = spots(of: found.plan).filter { fixed[$0.key] == nil }
    return Found(spots: fixed.merging(spots) { known, _ in known }, plan: found.plan, ground: found.ground)
  }

  /// Where everything is that somebody has: as the day runs, and on a later day, which does not run yet, as it is
  /// planned.
  var standing: [Int: Spot] {
    var standing = spots(of: plan).filter { pieces[$0.key].holder != nil }
    guard !planned.isToday else { return standing }
    for (piece, spot) in standing {
      if let start = pieces[piece].start {
        standing[piece] = Spot(member: spot.member, start: seconds(start))
      }
    }
    return standing
  }

  private func isUrgent(_ piece: Int) -> Bool {
    pieces[piece].order.map { $0.priority == .p1 || $0.priority == .p2 } ?? false
  }

  /// The same problem with only what is urgent to place: everybody keeps his visits, and to begin one of them at
  /// another hour is dear.
  private func makingRoom(for open: [Int]) -> Problem {
    var problem = problem
    let classes = 2 * rules.late.count
    problem.weights.movedStart = rules.madeRoom
    for piece in open where !isUrgent(piece) { problem.visits[piece].pinned = Problem.nobody }
    for (piece, spot) in standing {
      problem.visits[piece].pinned = spot.member
      if problem.visits[piece].priority < classes { problem.visits[piece].priority += classes + 1 }
    }
    return problem
  }

  /// A plan in which only the visits of some change hands among them or begin at another hour; what nobody has stays
  /// so. Nil when it was given up or is worth no change.
  func shared(among members: Set<Int>, tries: Int, _ isCancelled: () -> Bool) -> [Int: Spot]? {
    let standing = standing
    var problem = holding(standing.filter { !members.contains($0.value.member) })
    let others = crew.indices.filter { !members.contains($0) }
    for piece in pieces.indices {
      if let spot = standing[piece], members.contains(spot.member) {
        problem.visits[piece].forbidden = others
        // What was told and promised to nobody may begin later: that the day becomes another one is what was asked for.
        problem.visits[piece].due = pieces[piece].due.map(seconds)
      } else if standing[piece] == nil {
        problem.visits[piece].pinned = Problem.nobody
      }
    }
    guard let found = solve(problem, tries: tries, isCancelled) else { return nil }
    let costs = (problem.score(plan(at: standing)).cost.total, problem.score(found.plan).cost.total)
    return costs.1 + rules.movedStart < costs.0 ? spots(of: found.plan) : nil
  }

  /// A plan of a problem from the promises in it; nil when it was given up.
  private func solve(
    _ problem: Problem, tries: Int, _ isCancelled: () -> Bool
  ) -> (plan: Plan, ground: Ground)? {
    guard let ground = problem.searchedGround else { return nil }
    var planning = Planning(problem, on: ground, seed: 1)
    planning.expect(tries)
    var left = tries
    while left > 0 {
      if isCancelled() { return nil }
      let some = min(left, 100)
      planning.advance(some)
      left -= some
    }
    let plan = planning.finish()
    return (ground.hours(of: plan), ground)
  }
}
