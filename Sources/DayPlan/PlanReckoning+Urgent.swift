import Domain
import Planner

extension PlanReckoning {
  func urgent(_ id: WorkOrder.ID, _ question: PlanQuestion) -> PlanAnswer? {
    guard let order = office.order(id), !order.isEnded,
      order.openVisit?.activeAssignment?.status.isAhead ?? true
    else { return PlanAnswer(question, [], else: .underWay(id)) }
    guard let day = day(taking: [id]), let piece = day.places[id] else {
      return nothing(question, .nobodyWorks)
    }
    // What is right after somebody's present work is called so, even where nothing gives way for it.
    var options: [PlanOption] = []
    if let next = day.next(piece, isCancelled, later) { options.append(next) }
    if isCancelled() { return nil }
    if let fits = day.fitting(piece) { options.append(fits) }
    if let instead = day.instead(piece, isCancelled, later) { options.append(instead) }
    if isCancelled() { return nil }
    let costs = options.unlike.map { ($0, $0.cost) }.enumerated()
      .sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }.map(\.element)
    let best = costs.map { option, cost -> PlanOption in
      var option = option
      option.weight = .seconds(Int64((cost - day.costWithout(piece)) / rules.unitsASecond))
      return option
    }
    let nothing = order.technician.map { PlanAnswer.Nothing.bestAlready($0) } ?? .nobodyCan(id)
    return on(planned, PlanAnswer(question, best, else: nothing))
  }

  /// Where a visit goes that gives way and finds no room today: the cheapest place of the first day within a week that
  /// holds it between what stands, as the office would take it.
  private func later(_ id: WorkOrder.ID) -> MovePreview.Spot? {
    guard let order = office.order(id) else { return nil }
    for offset in 1...7 {
      if isCancelled() { return nil }
      let date = planned.day.adding(days: offset)
      guard
        let day = RunningDay(
          office, at: now, on: date, rules: rules, taking: [id], rehoming: .orders([id]), for: role,
          index: index),
        let piece = day.places[id]
      else { continue }
      let places = day.ranked(
        day.ground.suggest(piece, in: day.plan).places.filter(\.moved.isEmpty), for: piece)
      for (place, _) in places.prefix(PlanReckoning.mostLater) {
        let spot = day.spot(RunningDay.Spot(member: place.technician, start: place.start), of: piece)
        guard let technician = office.technician(spot.technician), let start = spot.start else { continue }
        let broken = office.brokenRules(
          order: order, technician: technician, start: start, length: spot.length, in: index, for: role)
        if broken.isEmpty { return spot }
      }
    }
    return nil
  }

  /// So many people are asked of a later day before the next one is looked at.
  private static let mostLater = 6
}

extension PlanOption {
  /// What the whole day costs with it.
  fileprivate var cost: Int {
    var spots = day.spots(of: day.plan)
    for change in changes {
      guard let piece = day.places[change.id] else { continue }
      spots[piece] = day.spot(of: change)
    }
    return day.problem.score(day.plan(at: spots)).cost.total
  }
}

extension RunningDay {
  /// The best place between what stands that the office would take.
  fileprivate func fitting(_ piece: Int) -> PlanOption? {
    RunningDay.passable(ranked(ground.suggest(piece, in: plan).places, for: piece).map(\.place)) { place in
      option(
        .fits(crew[place.technician].technician.id, at: instant(place.start)),
        spots(of: with(piece, at: place, in: plan)))
    }
  }

  /// Of ways in the order of what they cost the first that the office would take and that lies over nothing; else the
  /// first that it would take, and where it refuses all that are tried, the first of them, which says why.
  static func passable<Way>(_ ways: [Way], _ option: (Way) -> PlanOption?) -> PlanOption? {
    var over: PlanOption?
    var refused: PlanOption?
    for way in ways.prefix(mostWays) {
      guard let found = option(way) else { continue }
      let isOver = found.changes.contains { found.day.overlap(of: $0) != nil }
      if found.refused.isEmpty, !isOver { return found }
      if found.refused.isEmpty { over = over ?? found } else { refused = refused ?? found }
    }
    return over ?? refused
  }

  /// So many ways are tried before all of them count as refused.
  private static let mostWays = 24

  /// Right after what somebody is on, with whom that costs least; what no longer fits his day finds another home or
  /// goes back to the queue.
  fileprivate func next(
    _ piece: Int, _ isCancelled: () -> Bool, _ later: (WorkOrder.ID) -> MovePreview.Spot?
  ) -> PlanOption? {
    var ways: [(cost: Int, member: Int, plan: Plan)] = []
    for member in crew.indices where mayGo(piece, member) && !crew[member].underWay.isEmpty {
      if isCancelled() { return nil }
      guard let after = first(piece, of: member) else { continue }
      ways.append((problem.score(after).cost.total, member, after))
    }
    ways.sort { ($0.cost, $0.member) < ($1.cost, $1.member) }
    return RunningDay.passable(ways) { way in
      guard let at = start(of: piece, in: way.plan) else { return nil }
      let member = crew[way.member]
      return option(.next(member.technician.id, after: member.underWay.last?.number, at: at), way.plan, later)
    }
  }

  /// In the place of a visit that matters less, which goes to whom it costs least, or waits.
  fileprivate func instead(
    _ piece: Int, _ isCancelled: () -> Bool, _ later: (WorkOrder.ID) -> MovePreview.Spot?
  ) -> PlanOption? {
    var ways: [(cost: Int, member: Int, bumped: WorkOrder, plan: Plan)] = []
    for (bumped, other) in pieces.enumerated() {
      if isCancelled() { return nil }
      guard let member = other.holder, let order = other.order, mayGo(piece, member),
        mayBeBumped(bumped, for: piece),
        let after = replacing(bumped, by: piece, of: member)
      else { continue }
      ways.append((problem.score(after).cost.total, member, order, after))
    }
    ways.sort { ($0.cost, $0.bumped.number) < ($1.cost, $1.bumped.number) }
    return RunningDay.passable(ways) { way in
      guard let at = start(of: piece, in: way.plan) else { return nil }
      return option(.instead(of: way.bumped.id, crew[way.member].technician.id, at: at), way.plan, later)
    }
  }
}

extension RunningDay {
  private func mayGo(_ piece: Int, _ member: Int) -> Bool {
    problem.misfit(of: problem.visits[piece], with: problem.technicians[member], numbered: member) == nil
  }

  /// Whether a visit matters less and nothing pins it.
  private func mayBeBumped(_ bumped: Int, for piece: Int) -> Bool {
    guard let order = pieces[bumped].order, let urgent = pieces[piece].order, bumped != piece else {
      return false
    }
    return urgent.priority < order.priority && problem.visits[bumped].pinned == nil
      && !pieces[bumped].isPinnedInTime && order.hold == nil
  }

  /// With what was served before and is not any more: on a later day where one has room, else why not.
  private func option(
    _ kind: PlanOption.Kind, _ after: Plan, _ later: (WorkOrder.ID) -> MovePreview.Spot?
  ) -> PlanOption? {
    let spots = spots(of: after)
    let moves = moves(to: spots).map { move -> Move in
      guard move.to.technician == nil, let order = pieces[move.piece].order, let spot = later(order.id) else {
        return move
      }
      return (move.piece, spot)
    }
    let left = left(spots, in: after, ground).filter { left in
      guard let piece = places[left.id], pieces[piece].holder != nil else { return false }
      return !moves.contains { $0.piece == piece && $0.to.technician != nil }
    }
    return option(kind, moving: moves, in: spots, left: left)
  }

  /// What the day costs as it stands, without a piece that is to be placed.
  fileprivate func costWithout(_ piece: Int) -> Int {
    var spots = spots(of: plan)
    spots[piece] = nil
    return problem.score(plan(at: spots)).cost.total
      - problem.weights.unserved[problem.visits[piece].priority]
  }

  private func start(of piece: Int, in plan: Plan) -> Timestamp? {
    plan.routes.lazy.flatMap(\.stops).first { $0.visit == piece }?.start.map(instant)
  }

  /// A plan with a piece at a place, wherever it was before.
  func with(_ piece: Int, at place: Suggestion.Place, in plan: Plan) -> Plan {
    var after = without(piece, in: plan)
    after.routes.removeAll { $0.technician == place.technician }
    after.routes.append(place.route)
    after.unassigned.removeAll { $0 == piece }
    return ground.hours(of: after)
  }

  private func without(_ piece: Int, in plan: Plan) -> Plan {
    var after = plan
    for index in after.routes.indices { after.routes[index].stops.removeAll { $0.visit == piece } }
    if !after.unassigned.contains(piece) { after.unassigned.append(piece) }
    return after
  }

  /// The piece before everything else of somebody; the least important of his other visits give way until the day holds.
  private func first(_ piece: Int, of member: Int) -> Plan? {
    var after = without(piece, in: plan)
    var others = after.routes.first { $0.technician == member }?.visits ?? []
    var gone: [Int] = []
    while true {
      let stops = ([piece] + others).map { Plan.Stop(visit: $0) }
      let timed = ground.hours(of: Plan(routes: [Plan.Route(technician: member, stops: stops)]))
      if let route = timed.routes.first, route.stops.allSatisfy({ $0.start != nil }) {
        after.routes.removeAll { $0.technician == member }
        after.routes.append(route)
        after.unassigned.removeAll { $0 == piece }
        break
      }
      let loose = others.filter { mayBeBumped($0, for: piece) }
      guard let least = loose.max(by: { rank($0) < rank($1) }) else { return nil }
      others.removeAll { $0 == least }
      gone.append(least)
    }
    return rehomed(gone, after)
  }

  private func replacing(_ bumped: Int, by piece: Int, of member: Int) -> Plan? {
    let room = without(bumped, in: without(piece, in: plan))
    guard let place = ground.suggest(piece, in: room).places.first(where: { $0.technician == member }) else {
      return nil
    }
    return rehomed([bumped], with(piece, at: place, in: room))
  }

  /// Each of these where it costs least; what nobody can take waits.
  private func rehomed(_ pieces: [Int], _ plan: Plan) -> Plan {
    var after = plan
    for piece in pieces {
      if let place = ground.suggest(piece, in: after).places.first {
        after = with(piece, at: place, in: after)
      } else {
        after = without(piece, in: after)
      }
    }
    return after
  }
}
