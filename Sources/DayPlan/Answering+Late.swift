import Domain
import Planner

extension RunningDay {
  /// What somebody has before him that he comes too late to as it stands, by the hour.
  func late(_ member: Int) -> [(job: Int, at: Timestamp)] { late(member, in: spots(of: plan)) }

  func late(_ member: Int, in spots: [Int: Spot]) -> [(job: Int, at: Timestamp)] {
    jobs.indices.compactMap { job in
      guard let spot = spots[job], spot.member == member, jobs[job].holder == member,
        let latest = jobs[job].order?.latestArrival(planned: jobs[job].start), latest < instant(spot.start)
      else { return nil }
      return (job, instant(spot.start))
    }.sorted { ($0.at, $0.job) < ($1.at, $1.job) }
  }
}

extension Asking {
  /// On a later day nobody is late yet: it is asked of the day as it is planned, and as somebody says that he will begin.
  func late(_ technician: Technician.ID, on date: CivilDate?, _ question: PlanQuestion) -> PlanAnswer {
    let lateness = planned.isToday ? office.lateness(of: technician, at: now) : nil
    let nothing = lateness.map { PlanAnswer.Nothing.nothingLate(technician, $0) }
    guard let day = day(), let member = day.member(technician),
      !day.crew[member].ahead.isEmpty
    else {
      return PlanAnswer(question, [], else: nothing ?? .nothingAhead(technician), on: planned)
    }
    let late = day.late(member)
    // Who is not late may still drive in a better order.
    if late.isEmpty, nothing == nil, case let other = route(technician, .route(technician, on: date)),
      !other.options.isEmpty
    {
      return other
    }
    let options =
      late.isEmpty
      ? []
      : [day.told(member, late), day.givenAway(member, late), day.pushed(member, late)].compactMap(\.self)
    var answer = PlanAnswer(question, options.unlike, else: nothing ?? .notLate(technician), on: planned)
    if case .over(let number, _) = lateness {
      answer.staying = PlanAnswer.Staying(
        technician: technician, number: number, span: index.staying(technician), until: day.crew[member].free)
    }
    return answer
  }
}

extension RunningDay {
  /// Everything stays in its order, and who waits for it hears when he comes.
  fileprivate func told(_ member: Int, _ late: [(job: Int, at: Timestamp)]) -> PlanOption? {
    let technician = crew[member].technician.id
    return option(.told(technician), moving: late.map { ($0.job, spot($0, technician)) })
  }

  private func spot(_ visit: (job: Int, at: Timestamp), _ technician: Technician.ID) -> MovePreview.Spot {
    MovePreview.Spot(technician: technician, start: visit.at, length: jobs[visit.job].length)
  }

  /// The first late visit that somebody else may take goes to whom it costs least, and the rest moves up.
  fileprivate func givenAway(_ member: Int, _ late: [(job: Int, at: Timestamp)]) -> PlanOption? {
    var refused: PlanOption?
    for (job, _) in late where problem.visits[job].pinned == nil {
      guard let order = jobs[job].order else { continue }
      let places = ground.suggest(job, in: plan).places.filter { $0.technician != member }
      let others = ranked(places, for: job).map(\.place)
      let found = RunningDay.passable(others) { givenAway(order.id, job, to: $0, from: member) }
      if let found, found.refused.isEmpty { return found }
      refused = refused ?? found
    }
    return refused
  }

  private func givenAway(
    _ order: WorkOrder.ID, _ job: Int, to place: Suggestion.Place, from member: Int
  ) -> PlanOption? {
    let spots = spots(of: with(job, at: place, in: plan))
    let own = crew[member].technician.id
    let changes = moves(to: spots)
    let still = late(member, in: spots).filter { one in !changes.contains { $0.job == one.job } }
    return option(
      .givenAway(order, to: crew[place.technician].technician.id),
      moving: changes + still.map { ($0.job, spot($0, own)) }, in: spots)
  }

  /// All that he has from the first late visit on by as much as that one is late. What is pinned holds, and what was
  /// promised holds unless it is late anyway.
  fileprivate func pushed(_ member: Int, _ late: [(job: Int, at: Timestamp)]) -> PlanOption? {
    guard let first = late.first, let stands = jobs[first.job].start else { return nil }
    let technician = crew[member].technician.id
    let by = Span.minutes(((first.at - stands).seconds + 299) / 300 * 5)
    let moves = jobs.indices.compactMap { job -> Move? in
      guard jobs[job].holder == member, let order = jobs[job].order, let start = jobs[job].start,
        stands <= start, order.hold == nil, !jobs[job].isPinnedInTime
      else { return nil }
      let arrival = late.first { $0.job == job }?.at
      if order.window != nil, arrival == nil { return nil }
      return (job, spot((job, max(start + by, arrival ?? start)), technician))
    }
    return option(.pushed(technician, by: by), moving: moves)
  }
}

extension [PlanOption] {
  /// Those that come to something else than the ones before them, whatever they are called.
  var unlike: [PlanOption] {
    var different: [PlanOption] = []
    for option in self where !different.contains(where: { $0.isSame(as: option) }) {
      different.append(option)
    }
    return different
  }
}

extension PlanOption {
  fileprivate func isSame(as other: PlanOption) -> Bool {
    let mine = changes.map { PlanSpot(id: $0.id, to: $0.to) }
    return Set(mine) == Set(other.changes.map { PlanSpot(id: $0.id, to: $0.to) })
  }

  private struct PlanSpot: Hashable {
    let id: WorkOrder.ID
    let to: MovePreview.Spot
  }
}
