public import Domain
import Planner

extension PlanReckoning {
  /// An order with what else waits in reach of it, for one technician: whoever can take most of it for least.
  func together(_ id: WorkOrder.ID, _ question: PlanQuestion) -> PlanAnswer? {
    guard let order = office.order(id), !order.isEnded,
      order.openVisit?.activeAssignment?.status.isAhead ?? true
    else { return PlanAnswer(question, [], else: .underWay(id)) }
    let near = office.near(order, within: rules.reach, at: now, on: planned.day)
    guard !near.isEmpty else { return nothing(question, .nothingNear(id, reach: rules.reach)) }
    let taking = [id] + near.map(\.order.id)
    guard let day = day(taking: taking), let piece = day.places[id] else {
      return nothing(question, .nobodyWorks)
    }
    let start = order.openVisit?.start
    if order.technician != nil, day.pieces[piece].holder == nil, let start, now < start,
      office.zone.date(at: start) != planned.day
    {
      return nothing(question, .anotherDay(id, start))
    }
    guard let held = day.holding() else { return nothing(question, .nobodyTakesBoth(id)) }
    var groups: [Group] = []
    for member in day.crew.indices {
      if isCancelled() { return nil }
      if let holder = day.pieces[piece].holder, holder != member { continue }
      if let group = Group(held, member, first: piece, near.compactMap { day.places[$0.order.id] }) {
        groups.append(group)
      }
    }
    groups.sort { ($1.pieces.count, $0.cost, $0.member) < ($0.pieces.count, $1.cost, $1.member) }
    var ways: [WorkOrder.ID: Domain.Travel] = [:]
    for one in near { ways[one.order.id] = one.way }
    var options: [PlanOption] = []
    for group in groups where options.count(where: \.refused.isEmpty) < 3 {
      if isCancelled() { return nil }
      let kind = PlanOption.Kind.together(day.crew[group.member].technician.id, count: group.pieces.count)
      let own = Set(group.pieces.compactMap { day.pieces[$0].order?.id })
      guard var option = day.option(kind, day.spots(of: group.plan)), option.refused.isEmpty,
        option.changes.allSatisfy({ own.contains($0.id) })
      else { continue }
      option.ways = ways
      options.append(option)
    }
    return on(planned, PlanAnswer(question, options, else: .nobodyTakesBoth(id)))
  }
}

extension Office {
  /// The other work that nobody has on a day, else today, and whose way from an order is no longer than `reach`, the
  /// nearest first.
  public func near(
    _ order: WorkOrder, within reach: Span, at now: Timestamp, on day: CivilDate? = nil, limit: Int = 8
  ) -> [(order: WorkOrder, way: Domain.Travel)] {
    let place = site(order.site)?.coordinates
    let all = waiting(on: PlannedDay(self, day, at: now), at: now).compactMap { self.order($0) }.filter {
      $0.id != order.id
    }
    let found = all.compactMap { other -> (order: WorkOrder, way: Domain.Travel)? in
      if let site = order.site, other.site == site { return (other, .none) }
      let way = travel(from: place, to: self.site(other.site)?.coordinates)
      return way.isGuess || reach < way.span ? nil : (other, way)
    }
    let sorted = found.sorted {
      ($0.way.metres ?? 0, $0.order.priority, $0.order.number)
        < ($1.way.metres ?? 0, $1.order.priority, $1.order.number)
    }
    return Array(sorted.prefix(limit))
  }
}

/// Work that lies together in one technician's day, as much of it as he has room for.
private struct Group {
  let member: Int
  let plan: Plan
  let pieces: [Int]
  let cost: Int

  /// Nil where he cannot take the first, or nothing besides. Of a day in which what stands is held.
  init?(_ day: RunningDay, _ member: Int, first: Int, _ near: [Int]) {
    var plan = day.plan
    var given: Set<Int> = [first]
    if day.pieces[first].holder == nil {
      guard let place = day.quietPlace(first, member, in: plan) else { return nil }
      plan = day.with(first, at: place, in: plan)
    } else {
      given = []
    }
    var pieces = [first]
    let visits = day.problem.visits
    for piece in near {
      // What is more urgent does not wait for it.
      let loose = given.filter { visits[piece].priority <= visits[$0].priority }
      guard let place = day.quietPlace(piece, member, in: plan, loose: loose) else { continue }
      plan = day.with(piece, at: place, in: plan)
      given.insert(piece)
      pieces.append(piece)
    }
    guard pieces.count > 1 else { return nil }
    (self.member, self.plan, self.pieces) = (member, plan, pieces)
    cost = day.problem.score(plan).cost.total
  }
}
