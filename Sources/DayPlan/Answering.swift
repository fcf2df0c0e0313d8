public import Domain
import Planner

extension Office {
  /// Works out what a question comes to. Pure: the same office, instant and rules give the same answer.
  ///
  /// `isCancelled` is asked now and then; then there is no answer. `first` hears of an answer that may get better.
  public func answer(
    _ question: PlanQuestion, at now: Timestamp, rules: PlanRules = .usual,
    isCancelled: @escaping () -> Bool = { false }, first: (PlanAnswer) -> Void = { _ in }
  ) -> PlanAnswer? {
    let asking = Asking(
      office: self, now: now, rules: rules, index: scheduleIndex(at: now), isCancelled: isCancelled)
    var punctual: Set<Technician.ID> = []
    // Work may run into a break and put it off; whoever would begin something in his break takes it first.
    for _ in 0..<3 {
      guard let answer = asking.answer(question, punctual, first) else { return nil }
      let resting = answer.options.flatMap(\.changes).filter { $0.broken.contains(where: \.isBreak) }
        .compactMap(\.to.technician)
      if punctual.isSuperset(of: resting) { return answer }
      punctual.formUnion(resting)
    }
    return asking.answer(question, punctual, first)
  }
}

/// One question on its way.
struct Asking {
  let office: Office
  let now: Timestamp
  let rules: PlanRules
  let index: ScheduleIndex
  let isCancelled: () -> Bool

  func answer(
    _ question: PlanQuestion, _ punctual: Set<Technician.ID>, _ first: (PlanAnswer) -> Void
  ) -> PlanAnswer? {
    switch question {
    case .waiting(let orders): waiting(orders, punctual, first)
    case .away(let technician): away(technician, punctual, first)
    case .route(let technician): route(technician, punctual)
    case .late(let technician): late(technician, punctual)
    case .urgent(let order): urgent(order, punctual)
    case .fill(let technician, let instant): fill(technician, at: instant, punctual)
    case .together(let order): together(order, punctual)
    }
  }

  func day(
    taking: [WorkOrder.ID] = [], without: Set<Technician.ID> = [], punctual: Set<Technician.ID>,
    onCallFor trade: Trade? = nil
  ) -> RunningDay? {
    RunningDay(
      office, at: now, rules: rules, taking: taking, without: without, punctual: punctual, onCallFor: trade,
      index: index)
  }
}

extension PlanAnswer {
  init(_ question: PlanQuestion, _ options: [PlanOption], else nothing: Nothing) {
    self.init(question: question, options: options, nothing: options.isEmpty ? nothing : nil)
  }
}

extension Office {
  /// The orders that nobody has and that can be done today.
  func waiting(at now: Timestamp) -> [WorkOrder.ID] {
    let today = today(at: now)
    return orders.unordered.filter { order in
      order.isUnassigned && order.hold == nil && order.postponedTo.map { $0 <= today } ?? true
        && order.window.map { zone.date(at: $0.start) <= today } ?? true
        && (order.openVisit?.start).map { zone.date(at: $0) <= today } ?? true
    }.sorted { ($0.priority, $0.number) < ($1.priority, $1.number) }.map(\.id)
  }
}

extension Asking {
  private func waiting(
    _ orders: [WorkOrder.ID], _ punctual: Set<Technician.ID>, _ first: (PlanAnswer) -> Void
  ) -> PlanAnswer? {
    let question = PlanQuestion.waiting(orders)
    let taking = orders.isEmpty ? office.waiting(at: now) : orders
    guard let day = day(taking: taking, punctual: punctual) else {
      return PlanAnswer(question, [], else: .nobodyWorks)
    }
    guard day.jobs.contains(where: { $0.holder == nil && $0.order != nil }) else {
      return PlanAnswer(question, [], else: .nothingWaits)
    }
    return day.homes(for: question, else: .nothingWaits, isCancelled, first)
  }

  private func away(
    _ technician: Technician.ID, _ punctual: Set<Technician.ID>, _ first: (PlanAnswer) -> Void
  ) -> PlanAnswer? {
    let question = PlanQuestion.away(technician)
    guard let day = day(without: [technician], punctual: punctual) else {
      return PlanAnswer(question, [], else: .nobodyWorks)
    }
    guard day.jobs.contains(where: { $0.order?.technician == technician }) else {
      return PlanAnswer(question, [], else: .nothingAhead(technician))
    }
    return day.homes(for: question, else: .nothingAhead(technician), isCancelled, first)
  }

  func route(_ technician: Technician.ID, _ punctual: Set<Technician.ID>) -> PlanAnswer {
    let question = PlanQuestion.route(technician)
    guard let day = day(punctual: punctual), let member = day.member(technician),
      !day.crew[member].ahead.isEmpty
    else { return PlanAnswer(question, [], else: .nothingAhead(technician)) }
    guard let better = day.ground.optimise(member, in: day.plan, iterations: min(rules.tries, 3_000)),
      better.costAfter.total < better.costBefore.total
    else { return PlanAnswer(question, [], else: .bestAlready(technician)) }
    var plan = day.plan
    plan.routes.removeAll { $0.technician == member }
    plan.routes.append(better.after)
    let option = PlanOption(kind: .reordered(technician), changes: day.changes(to: plan), left: [], day: day)
    return PlanAnswer(question, option.changes.isEmpty ? [] : [option], else: .bestAlready(technician))
  }
}

extension RunningDay {
  /// Homes for all that nobody can do or has: first with nothing else moved, then with others' visits moved where that
  /// is worth more than it breaks.
  fileprivate func homes(
    for question: PlanQuestion, else nothing: PlanAnswer.Nothing, _ isCancelled: () -> Bool,
    _ first: (PlanAnswer) -> Void
  ) -> PlanAnswer? {
    guard let given = solve(standing, tries: rules.tries / 4, isCancelled) else { return nil }
    let one = option(.given, given.plan, given.ground)
    var answer = PlanAnswer(question, [one].compactMap(\.self), else: nothing)
    answer.isFirst = true
    first(answer)
    guard let free = solve(problem, tries: rules.tries, isCancelled) else { return nil }
    let two = option(.rearranged, free.plan, free.ground)
    let (costOne, costTwo) = (problem.score(given.plan).cost.total, problem.score(free.plan).cost.total)
    // Moving what people were told has to be worth a quarter of an hour's driving at least.
    let isWorth = costTwo + rules.unitsASecond * 900 < costOne
    return PlanAnswer(question, [one, isWorth ? two : nil].compactMap(\.self), else: nothing)
  }

  private func option(_ kind: PlanOption.Kind, _ plan: Plan, _ ground: Ground) -> PlanOption? {
    let back = givenBack(plan)
    let backIDs = Set(back.map(\.id))
    let changes = changes(to: plan).filter { !backIDs.contains($0.id) } + back
    let left = left(in: plan, ground)
    return changes.isEmpty && left.isEmpty
      ? nil : PlanOption(kind: kind, changes: changes, left: left, day: self)
  }

  /// The same problem where everything that stands stays where it is, to the minute.
  private var standing: Problem {
    var fixed = problem
    for route in plan.routes {
      for stop in route.stops {
        guard let job = stop.visit, let start = stop.start, jobs[job].holder != nil else { continue }
        fixed.visits[job].windows = [start...start]
        fixed.visits[job].pinned = route.technician
        // In the class that is never left out.
        fixed.visits[job].priority = fixed.weights.unserved.count - 1
      }
    }
    return fixed
  }

  /// A plan of a problem from the promises in it; nil when it was given up.
  private func solve(
    _ problem: Problem, tries: Int, _ isCancelled: () -> Bool
  ) -> (plan: Plan, ground: Ground)? {
    guard let ground = try? Planning.ground(of: problem) else { return nil }
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
