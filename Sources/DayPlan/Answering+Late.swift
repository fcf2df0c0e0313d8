import Domain
import Planner

extension RunningDay {
  /// Less than this behind the plan nobody needs to hear of.
  static let grace = Span.minutes(5)

  /// What somebody has before him that he will not begin when it stands, by the hour.
  func late(_ member: Int) -> [(job: Int, at: Timestamp)] {
    let route = plan.routes.first { $0.technician == member }
    return (route?.stops ?? []).compactMap { stop in
      guard let job = stop.visit, jobs[job].order != nil, let start = jobs[job].start, let at = stop.start,
        start + RunningDay.grace <= instant(at)
      else { return nil }
      return (job, instant(at))
    }
  }
}

extension Asking {
  func late(_ technician: Technician.ID, _ punctual: Set<Technician.ID>) -> PlanAnswer {
    let question = PlanQuestion.late(technician)
    guard let day = day(punctual: punctual), let member = day.member(technician),
      !day.crew[member].ahead.isEmpty
    else { return PlanAnswer(question, [], else: .nothingAhead(technician)) }
    let late = day.late(member)
    // Who is not late may still drive in a better order.
    guard !late.isEmpty else {
      let route = route(technician, punctual)
      return route.options.isEmpty ? PlanAnswer(question, [], else: .notLate(technician)) : route
    }
    let options = [
      day.told(member, late), day.givenAway(member, late), day.pushed(member, late)
    ].compactMap(\.self)
    return PlanAnswer(question, options, else: .notLate(technician))
  }
}

extension RunningDay {
  /// Everything stays in its order, and who waits for it hears when he comes.
  fileprivate func told(_ member: Int, _ late: [(job: Int, at: Timestamp)]) -> PlanOption? {
    let technician = crew[member].technician.id
    return option(.told(technician), moving: late.map { ($0.job, technician, $0.at) })
  }

  /// The first late visit goes to whoever it costs least, and the rest moves up.
  fileprivate func givenAway(_ member: Int, _ late: [(job: Int, at: Timestamp)]) -> PlanOption? {
    for (job, _) in late {
      guard problem.visits[job].pinned == nil,
        let place = ground.suggest(job, in: plan).places.first(where: { $0.technician != member }),
        let order = jobs[job].order
      else { continue }
      var after = plan
      after.routes.removeAll { $0.technician == place.technician }
      after.routes.append(place.route)
      if let own = after.routes.firstIndex(where: { $0.technician == member }) {
        after.routes[own].stops.removeAll { $0.visit == job }
      }
      after = ground.hours(of: after)
      let to = crew[place.technician].technician.id
      let still = self.late(after, member)
      let changes = changes(to: after)
      let known = Set(changes.map(\.id))
      let more = still.filter { jobs[$0.job].order.map { !known.contains($0.id) } ?? false }
      let rest =
        option(.told(to), moving: more.map { ($0.job, crew[member].technician.id, $0.at) })?.changes ?? []
      return PlanOption(
        kind: .givenAway(order.id, to: to), changes: changes + rest, left: [], day: self)
    }
    return nil
  }

  private func late(_ plan: Plan, _ member: Int) -> [(job: Int, at: Timestamp)] {
    var other = self
    other.plan = plan
    return other.late(member)
  }

  /// All that he has before him by as much as the first is late.
  fileprivate func pushed(_ member: Int, _ late: [(job: Int, at: Timestamp)]) -> PlanOption? {
    guard let first = late.first, let start = jobs[first.job].start else { return nil }
    let technician = crew[member].technician.id
    let by = Span.minutes(
      (first.at - start).seconds / 300 * 5 + ((first.at - start).seconds % 300 == 0 ? 0 : 5))
    let push = office.pushPlan(of: technician, by: by, from: start, for: nil, in: index)
    return option(
      .pushed(technician, by: by),
      moving: push.moves.compactMap { move in
        guard let job = places[move.order], let start = move.to.start else { return nil }
        return (job, technician, start)
      })
  }

  /// An option that is said visit by visit.
  func option(
    _ kind: PlanOption.Kind, moving moves: [(job: Int, to: Technician.ID, at: Timestamp)]
  ) -> PlanOption? {
    let changes = judged(
      moves.map { ($0.job, MovePreview.Spot(technician: $0.to, start: $0.at, length: jobs[$0.job].length)) })
    return changes.isEmpty ? nil : PlanOption(kind: kind, changes: changes, left: [], day: self)
  }
}
