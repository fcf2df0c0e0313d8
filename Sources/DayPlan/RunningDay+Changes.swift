import Domain
import Planner

extension RunningDay {
  /// What another plan would have elsewhere than the plan as it is.
  func changes(to after: Plan) -> [PlanChange] {
    let before = spots(of: plan)
    let now = spots(of: after)
    var moved: [(job: Int, to: MovePreview.Spot)] = []
    for job in jobs.indices where jobs[job].order != nil && before[job] != now[job] {
      var to = MovePreview.Spot(technician: nil, start: nil, length: jobs[job].length)
      if let spot = now[job] {
        to.technician = crew[spot.member].technician.id
        to.start = instant(spot.start)
      } else if jobs[job].order?.technician == nil {
        continue
      }
      moved.append((job, to))
    }
    return judged(moved)
  }

  /// What nobody can do who has it, back to the queue.
  func givenBack(_ plan: Plan) -> [PlanChange] {
    let served = spots(of: plan)
    return judged(
      jobs.indices.filter { jobs[$0].holder == nil && served[$0] == nil && jobs[$0].order?.technician != nil }
        .map { ($0, MovePreview.Spot(technician: nil, start: nil, length: jobs[$0].length)) })
  }

  /// Each change with the rules that it would break where all of them are done, by the hour.
  func judged(_ moved: [(job: Int, to: MovePreview.Spot)]) -> [PlanChange] {
    var index = index
    for (job, to) in moved {
      if let order = jobs[job].order { index = index.placing(order, at: to, in: office) }
    }
    let changes = moved.compactMap { job, to -> PlanChange? in
      guard let order = jobs[job].order else { return nil }
      let from = MovePreview.Spot(
        technician: order.technician, start: order.technician == nil ? nil : jobs[job].start,
        length: jobs[job].length)
      if from == to { return nil }
      var broken: [BrokenRule] = []
      if let technician = office.technician(to.technician), let start = to.start {
        broken = office.brokenRules(
          order: order, technician: technician, start: start, length: to.length, in: index)
      }
      return PlanChange(id: order.id, number: order.number, from: from, to: to, broken: broken)
    }
    let late = Timestamp(seconds: .max)
    return changes.sorted { ($0.to.start ?? late, $0.number) < ($1.to.start ?? late, $1.number) }
  }

  private struct Spot: Equatable {
    let member, start: Int
  }

  private func spots(of plan: Plan) -> [Int: Spot] {
    var spots: [Int: Spot] = [:]
    for route in plan.routes {
      for stop in route.stops {
        if let job = stop.visit { spots[job] = Spot(member: route.technician, start: stop.start ?? 0) }
      }
    }
    return spots
  }

  /// The plan as it is with some changes, with its hours.
  func plan(with changes: [PlanChange]) -> Plan {
    var stops = spots(of: plan)
    for change in changes {
      guard let job = places[change.id] else { continue }
      stops[job] = nil
      guard let to = change.to.technician, let member = member(to), let start = change.to.start else {
        continue
      }
      stops[job] = Spot(member: member, start: seconds(start))
    }
    let routes = crew.indices.map { member in
      let mine = stops.filter { $0.value.member == member }
        .sorted { ($0.value.start, $0.key) < ($1.value.start, $1.key) }
      return Plan.Route(
        technician: member, stops: mine.map { Plan.Stop(visit: $0.key, start: $0.value.start) })
    }
    let given = Plan(routes: routes, unassigned: jobs.indices.filter { stops[$0] == nil })
    var timed = ground.hours(of: given)
    // What cannot be driven keeps the hours that were asked for.
    for index in timed.routes.indices where timed.routes[index].stops.contains(where: { $0.start == nil }) {
      timed.routes[index] = given.routes[index]
    }
    return timed
  }

  /// Why the plan leaves work out: of those who came nearest, who could do it with what.
  func left(in plan: Plan, _ ground: Ground) -> [PlanLeft] {
    let served = spots(of: plan)
    let open = jobs.indices.filter { served[$0] == nil && jobs[$0].order != nil }
      .sorted { rank($0) < rank($1) }
    return open.prefix(RunningDay.mostReasons).compactMap { job in
      jobs[job].order.map { PlanLeft(id: $0.id, number: $0.number, verdict: verdict(job, plan, ground)) }
    }.sorted { $0.number < $1.number }
  }

  /// Reasons are looked for in so many cases, the urgent first; nobody reads more.
  private static let mostReasons = 60

  private func rank(_ job: Int) -> (Int, Int) {
    (jobs[job].order?.priority.rawValue ?? 0, jobs[job].number)
  }

  private func verdict(_ job: Int, _ plan: Plan, _ ground: Ground) -> PlanLeft.Verdict {
    let suggestion = ground.suggest(job, in: plan)
    var best: (Span, Technician.ID)?
    for (member, reason) in suggestion.reasons {
      guard case .full(let overtime, let moving) = reason else { continue }
      if let moving, let other = jobs[moving].order, let mine = jobs[job].order,
        mine.priority < other.priority
      {
        return .ifMoved(number: other.number, other.priority, crew[member].technician.id)
      }
      guard let overtime else { continue }
      let span = Span.seconds(Int64(overtime))
      if best.map({ span < $0.0 }) ?? true { best = (span, crew[member].technician.id) }
    }
    if let best { return .withOvertime(best.0, best.1) }
    switch suggestion.verdict {
    case .fits, .dearerThanLeavingOut: return .dearer
    case .nobodyMay: return .nobodyMay
    case .nobodyReaches: return .nobodyReaches
    case .onlyByDisplacing: return .full
    }
  }
}
