import Domain
import Planner

extension RunningDay {
  /// Who does a piece, and from when.
  struct Spot: Equatable {
    let member, start: Int
  }

  /// A piece at another place of the day; nobody's where there is no technician.
  typealias Move = (piece: Int, to: MovePreview.Spot)

  func spots(of plan: Plan) -> [Int: Spot] {
    var spots: [Int: Spot] = [:]
    for route in plan.routes {
      for stop in route.stops {
        guard let piece = stop.visit, let start = stop.start ?? problem.visits[piece].published?.start else {
          continue
        }
        spots[piece] = Spot(member: route.technician, start: start)
      }
    }
    return spots
  }

  /// A plan of pieces at their places, with its hours.
  func plan(at spots: [Int: Spot]) -> Plan {
    let routes = crew.indices.map { member in
      let mine = spots.filter { $0.value.member == member }
        .sorted { ($0.value.start, $0.key) < ($1.value.start, $1.key) }
      return Plan.Route(
        technician: member, stops: mine.map { Plan.Stop(visit: $0.key, start: $0.value.start) })
    }
    let given = Plan(routes: routes, unassigned: pieces.indices.filter { spots[$0] == nil })
    return ground.hoursOrAsked(of: given)
  }

  /// What would be elsewhere than it is, with what nobody can do who has it back in the queue.
  func moves(to after: [Int: Spot]) -> [Move] {
    let (running, standing) = (spots(of: plan), standing)
    let after = staying(after)
    return pieces.indices.compactMap { piece in
      guard let order = pieces[piece].order else { return nil }
      guard let spot = after[piece] else {
        return order.technician == nil ? nil : (piece, nobody(piece))
      }
      // As it would run anyway, or as it was planned: it stays.
      return running[piece] == spot || standing[piece] == spot ? nil : (piece, self.spot(spot, of: piece))
    }
  }

  /// The same where what would begin a few minutes later than it stands stays, unless it would lie over what is before
  /// it: nobody is asked anew for what a way that is reckoned may be wrong by. What is pinned to an hour that
  /// nobody can keep stays as it is, too.
  private func staying(_ after: [Int: Spot]) -> [Int: Spot] {
    var after = after
    for (piece, spot) in after where pieces[piece].isPinnedInTime {
      guard let holder = pieces[piece].holder, let stands = pieces[piece].start.map(seconds),
        stands != spot.start
      else { continue }
      after[piece] = Spot(member: holder, start: stands)
    }
    for (_, own) in Dictionary(grouping: after, by: \.value.member) {
      var free = Int.min
      for (piece, spot) in own.sorted(by: { ($0.value.start, $0.key) < ($1.value.start, $1.key) }) {
        var start = spot.start
        if let stands = pieces[piece].start.map(seconds), pieces[piece].holder == spot.member,
          mayStay(stands, insteadOf: start, after: free)
        {
          start = stands
          after[piece] = Spot(member: spot.member, start: start)
        }
        free = start + Int(pieces[piece].length.seconds)
      }
    }
    return after
  }

  /// Whether a visit may stay when it stands instead of beginning a few minutes later, where he is free from an instant.
  func mayStay(_ stands: Int, insteadOf start: Int, after free: Int) -> Bool {
    free <= stands && stands < start && start - stands <= Int(rules.leeway.seconds)
  }

  func spot(_ spot: Spot, of piece: Int) -> MovePreview.Spot {
    MovePreview.Spot(
      technician: crew[spot.member].technician.id, start: instant(spot.start), length: pieces[piece].length)
  }

  func nobody(_ piece: Int) -> MovePreview.Spot {
    MovePreview.Spot(technician: nil, start: nil, length: pieces[piece].length)
  }

  /// Each change with the rules that it would break where all of them are done, by the hour.
  func judged(_ moved: [Move]) -> [PlanChange] {
    var after = index
    for (piece, to) in moved {
      if let order = pieces[piece].order { after = after.placing(order, at: to, in: office) }
    }
    let changes = moved.compactMap { piece, to -> PlanChange? in
      guard let order = pieces[piece].order else { return nil }
      let from = MovePreview.Spot(
        technician: order.technician, start: order.technician == nil ? nil : pieces[piece].start,
        length: pieces[piece].length)
      if from == to { return nil }
      var broken = office.brokenRules(takingBack: order, for: role)
      if let technician = office.technician(to.technician), let start = to.start {
        broken = office.brokenRules(
          order: order, technician: technician, start: start, length: to.length, in: after, for: role)
        broken = office.unasked(broken, of: order, in: index, for: role)
      }
      return PlanChange(
        id: order.id, number: order.number, from: from, to: to, broken: broken,
        isGuessed: isGuessed(order, to, in: after))
    }
    let late = Timestamp(seconds: .max)
    return changes.sorted { ($0.to.start ?? late, $0.number) < ($1.to.start ?? late, $1.number) }
  }

  /// Whether the way to an order is only guessed, where everything else has moved, too: its place or the one that he
  /// comes from is not known.
  private func isGuessed(_ order: WorkOrder, _ to: MovePreview.Spot, in index: ScheduleIndex) -> Bool {
    guard let member = to.technician.flatMap(member), let start = to.start else { return false }
    guard let place = office.site(order.site)?.coordinates else { return true }
    let before = index.visits(of: crew[member].technician.id).filter {
      $0.order != order.id && ($0.range.start, $0.number) < (start, order.number)
    }.max { ($0.range.start, $0.number) < ($1.range.start, $1.number) }
    return office.travel(from: before.map(\.place) ?? crew[member].place, to: place).isGuess
  }
}

extension Ground {
  /// A plan with its hours; a day that cannot be driven keeps the hours that were asked for.
  func hoursOrAsked(of given: Plan) -> Plan {
    var timed = hours(of: given)
    for index in timed.routes.indices where timed.routes[index].stops.contains(where: { $0.start == nil }) {
      timed.routes[index] = given.routes[index]
    }
    return timed
  }
}

extension RunningDay {
  /// Why a plan leaves work out: of those who came nearest, who could do it with what.
  func left(_ spots: [Int: Spot], in plan: Plan, _ ground: Ground) -> [PlanLeft] {
    let open = pieces.indices.filter { spots[$0] == nil && pieces[$0].order != nil }
      .sorted { rank($0) < rank($1) }
    return open.enumerated().compactMap { place, piece in
      pieces[piece].order.map { order in
        let isLookedAt = place < RunningDay.mostReasons
        return PlanLeft(
          id: order.id, number: order.number,
          verdict: isLookedAt ? verdict(piece, plan, ground) : .notLookedAt)
      }
    }.urgentFirst(in: office)
  }

  /// Reasons are looked for in so many cases, the urgent first.
  static let mostReasons = 60

  func rank(_ piece: Int) -> (Int, Int) {
    (pieces[piece].order?.priority.rawValue ?? 0, pieces[piece].number)
  }

  private func verdict(_ piece: Int, _ plan: Plan, _ ground: Ground) -> PlanLeft.Verdict {
    if let promise = pieces[piece].order?.openPromise, dayEnd <= promise.start { return .promised(promise) }
    if let order = pieces[piece].order, pieces[piece].waitsForSite,
      case let opens = office.opening(for: order, pieces[piece].length, from: planned.from),
      opens.map({ dayEnd <= $0 }) ?? true
    {
      return .siteClosed(opens: opens)
    }
    let suggestion = ground.suggest(piece, in: plan)
    if let place = suggestion.places.first {
      return .fits(crew[place.technician].technician.id, at: instant(place.start))
    }
    var moved: (other: WorkOrder, Technician.ID)?
    var best: (Span, Technician.ID)?
    for (member, reason) in suggestion.reasons {
      guard case .full(let overtime, let moving) = reason else { continue }
      if let moving, let other = pieces[moving].order, let mine = pieces[piece].order,
        mine.priority < other.priority,
        moved.map({ ($0.other.priority, $0.other.number) < (other.priority, other.number) }) ?? true
      {
        moved = (other, crew[member].technician.id)
      }
      guard let overtime else { continue }
      let span = Span.seconds(Int64(overtime))
      if best.map({ span < $0.0 }) ?? true { best = (span, crew[member].technician.id) }
    }
    // What matters least gives way.
    if let (other, technician) = moved { return .ifMoved(number: other.number, other.priority, technician) }
    if let best { return .withOvertime(best.0, best.1) }
    switch suggestion.verdict {
    case .fits, .dearerThanLeavingOut: return .dearer
    case .nobodyMay: return .nobodyMay
    case .nobodyReaches: return .nobodyReaches
    case .onlyByDisplacing: return .full
    }
  }
}

extension Office {
  /// When a site is next open for as long as work takes; nil where it says nothing of its hours.
  fileprivate func opening(for order: WorkOrder, _ length: Span, from instant: Timestamp) -> Timestamp? {
    openRanges(for: order, from: instant, days: 14)?.first { max(instant, $0.start) + length <= $0.end }?
      .start
  }
}
