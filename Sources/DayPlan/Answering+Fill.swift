import Domain
import Planner

extension Asking {
  /// The waiting work that fits into somebody's free time, the urgent first and then what costs least; nothing
  /// that stands is moved.
  func fill(_ technician: Technician.ID, at instant: Timestamp?) -> PlanAnswer? {
    let question = PlanQuestion.fill(technician, at: instant)
    guard let known = office.technician(technician),
      let day = day(taking: office.waiting(at: now)), let member = day.member(technician)
    else { return PlanAnswer(question, [], else: .notHere(technician)) }
    let gaps = office.balance(of: known, on: office.today(at: now), in: index).gaps
    let wanted = instant.flatMap { instant in gaps.first { $0.contains(instant) } }
    if instant != nil, wanted == nil { return PlanAnswer(question, [], else: .noGap(technician)) }
    let filling = Filling(day: day, member: member, gaps: gaps, wanted: wanted)
    var fits: [(fit: GapFit, job: Int)] = []
    for job in day.unheld {
      if isCancelled() { return nil }
      if let fit = filling.fit(job, in: day.plan) { fits.append((fit, job)) }
    }
    fits.sort {
      ($0.fit.priority, $0.fit.worth, $0.fit.number) < ($1.fit.priority, $1.fit.worth, $1.fit.number)
    }
    var options: [PlanOption] = []
    for (fit, job) in fits where options.count(where: \.refused.isEmpty) < 8 {
      let spot = MovePreview.Spot(technician: technician, start: fit.range.start, length: fit.range.length)
      let option = day.option(.fills(fit), moving: [(job, spot)])
      if let option, option.changes.count == 1, option.mayBeMended { options.append(option) }
    }
    if isCancelled() { return nil }
    if options.count > 1, let all = filling.all(fits.map(\.job)), all.mayBeMended { options.append(all) }
    return PlanAnswer(question, options, else: .nothingFits(technician))
  }
}

extension PlanOption {
  /// Whether nothing stands against it but breaks, for which another time is looked for.
  var mayBeMended: Bool { refused.allSatisfy { $0.rest != nil } }
}

extension RunningDay {
  /// Work that nobody has.
  var unheld: [Int] { jobs.indices.filter { jobs[$0].holder == nil && jobs[$0].order?.technician == nil } }

  /// The best place of a job with one technician in a plan, where none of his other visits begins at another time
  /// but those in `loose`.
  func quietPlace(_ job: Int, _ member: Int, in plan: Plan, loose: Set<Int> = []) -> Suggestion.Place? {
    ground.suggest(job, in: plan).places.first { place in
      place.technician == member && place.moved.allSatisfy { loose.contains($0.visit) }
    }
  }

  /// A plan with a job at a place.
  func plan(_ plan: Plan, with job: Int, at place: Suggestion.Place) -> Plan {
    var after = plan
    after.routes.removeAll { $0.technician == place.technician }
    after.routes.append(place.route)
    after.unassigned.removeAll { $0 == job }
    return ground.hours(of: after)
  }

  /// The way to where a place is, as the office reckons it.
  func way(to place: Suggestion.Place, of job: Int) -> Domain.Travel {
    let member = crew[place.technician]
    var from = member.place
    if place.position > 0 {
      let before = jobs[place.route.visits[place.position - 1]]
      from = before.order.map { office.site($0.site)?.coordinates } ?? member.technician.home
    }
    return office.travel(
      from: from, to: jobs[job].order.flatMap { office.site($0.site)?.coordinates }, at: instant(place.start))
  }
}

/// One technician's free time being filled.
private struct Filling {
  let day: RunningDay
  let member: Int
  let gaps: [TimeRange]
  /// The one gap that was asked about.
  let wanted: TimeRange?

  /// Where a job goes and what speaks for it; nil where it does not fit.
  func fit(_ job: Int, in plan: Plan) -> GapFit? {
    guard let order = day.jobs[job].order else { return nil }
    let suggestion = day.ground.suggest(job, in: plan)
    guard let place = suggestion.places.first(where: { $0.technician == member }), place.moved.isEmpty else {
      return nil
    }
    let range = TimeRange(start: day.instant(place.start), length: day.jobs[job].length)
    if let wanted, !wanted.contains(range) { return nil }
    let best = suggestion.places.first { $0.technician != member }
    let saved = best.map { place.cost.total - $0.cost.total } ?? 0
    let units = day.rules.unitsASecond
    return GapFit(
      order: order.id, number: order.number, priority: order.priority,
      technician: day.crew[member].technician.id, range: range,
      gap: wanted ?? gaps.first { $0.overlaps(range) }, way: day.way(to: place, of: job),
      detour: .seconds(Int64(place.detour)), worth: .seconds(Int64(place.cost.total / units)),
      cheaper: best.flatMap { best in
        saved < units * 60
          ? nil
          : GapFit.Cheaper(
            technician: day.crew[best.technician].technician.id, by: .seconds(Int64(saved / units)))
      }, isOnlyOne: best == nil)
  }

  /// As much of it as fits one after the other, in this order.
  func all(_ jobs: [Int]) -> PlanOption? {
    var plan = day.plan
    var given: Set<Int> = []
    for job in jobs {
      guard let place = day.quietPlace(job, member, in: plan, loose: given) else { continue }
      let after = day.plan(plan, with: job, at: place)
      if let wanted, !isInside(wanted, given.union([job]), after) { continue }
      plan = after
      given.insert(job)
    }
    let kind = PlanOption.Kind.filled(day.crew[member].technician.id, count: given.count)
    guard given.count > 1, let option = day.option(kind, day.spots(of: plan)),
      option.changes.count == given.count
    else { return nil }
    return option
  }

  private func isInside(_ gap: TimeRange, _ given: Set<Int>, _ plan: Plan) -> Bool {
    plan.routes.lazy.flatMap(\.stops).allSatisfy { stop in
      guard let job = stop.visit, given.contains(job), let start = stop.start else { return true }
      return gap.contains(TimeRange(start: day.instant(start), length: day.jobs[job].length))
    }
  }
}
