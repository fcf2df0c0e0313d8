import Domain
import Planner

extension RunningDay {
  /// What somebody has before him that he comes too late to as it stands, by the hour.
  func late(_ member: Int) -> [(piece: Int, at: Timestamp)] { late(member, in: spots(of: plan)) }

  func late(_ member: Int, in spots: [Int: Spot]) -> [(piece: Int, at: Timestamp)] {
    pieces.indices.compactMap { piece in
      guard let spot = spots[piece], spot.member == member, pieces[piece].holder == member,
        let latest = pieces[piece].order?.latestArrival(planned: pieces[piece].start),
        latest < instant(spot.start)
      else { return nil }
      return (piece, instant(spot.start))
    }.sorted { ($0.at, $0.piece) < ($1.at, $1.piece) }
  }
}

extension PlanReckoning {
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
  fileprivate func told(_ member: Int, _ late: [(piece: Int, at: Timestamp)]) -> PlanOption? {
    let technician = crew[member].technician.id
    return option(.told(technician), moving: late.map { ($0.piece, spot($0, technician)) })
  }

  private func spot(_ visit: (piece: Int, at: Timestamp), _ technician: Technician.ID) -> MovePreview.Spot {
    MovePreview.Spot(technician: technician, start: visit.at, length: pieces[visit.piece].length)
  }

  /// The first late visit that somebody else may take goes to whom it costs least, and the rest moves up.
  fileprivate func givenAway(_ member: Int, _ late: [(piece: Int, at: Timestamp)]) -> PlanOption? {
    var refused: PlanOption?
    for (piece, _) in late where problem.visits[piece].pinned == nil {
      guard let order = pieces[piece].order else { continue }
      let places = ground.suggest(piece, in: plan).places.filter { $0.technician != member }
      let others = ranked(places, for: piece).map(\.place)
      let found = RunningDay.passable(others) { givenAway(order.id, piece, to: $0, from: member) }
      if let found, found.refused.isEmpty { return found }
      refused = refused ?? found
    }
    return refused
  }

  private func givenAway(
    _ order: WorkOrder.ID, _ piece: Int, to place: Suggestion.Place, from member: Int
  ) -> PlanOption? {
    let spots = spots(of: with(piece, at: place, in: plan))
    let own = crew[member].technician.id
    let changes = moves(to: spots)
    let still = late(member, in: spots).filter { one in !changes.contains { $0.piece == one.piece } }
    return option(
      .givenAway(order, to: crew[place.technician].technician.id),
      moving: changes + still.map { ($0.piece, spot($0, own)) }, in: spots)
  }

  /// All that he has from the first late visit on by as much as that one is late. What is pinned holds, and what was
  /// promised holds unless it is late anyway.
  fileprivate func pushed(_ member: Int, _ late: [(piece: Int, at: Timestamp)]) -> PlanOption? {
    guard let first = late.first, let stands = pieces[first.piece].start else { return nil }
    let technician = crew[member].technician.id
    let by = Span.minutes(((first.at - stands).seconds + 299) / 300 * 5)
    let moves = pieces.indices.compactMap { piece -> Move? in
      guard pieces[piece].holder == member, let order = pieces[piece].order, let start = pieces[piece].start,
        stands <= start, order.hold == nil, !pieces[piece].isPinnedInTime
      else { return nil }
      let arrival = late.first { $0.piece == piece }?.at
      if order.window != nil, arrival == nil { return nil }
      return (piece, spot((piece, max(start + by, arrival ?? start)), technician))
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
