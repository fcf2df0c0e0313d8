import Domain
import Planner

extension Office {
  /// That somebody is there for what cannot wait alone, so that for other work he is outside his hours.
  func onlyOnCall(
    _ technician: Technician, _ order: WorkOrder, at instant: Timestamp, for role: Role? = nil
  ) -> BrokenRule {
    let evidence = BrokenRule.Evidence.notWorking(
      .outsideShift, until: nextShift(of: technician, after: instant)?.start)
    return BrokenRule(
      rule: evidence.rule, severity: limits.severity(of: evidence.rule, for: role), order: order.number,
      technician: technician.handle, evidence: evidence)
  }
}

extension BrokenRule {
  /// Whether it is his own no, which he can take back.
  fileprivate var isHisWord: Bool { if case .hasDeclined = evidence { true } else { false } }
}

extension RunningDay {
  /// The exact answer, with the plain one for what it does not reach: other days, and the rules that say no.
  func candidates(for order: WorkOrder, besides plain: Candidates) -> Candidates {
    guard let piece = places[order.id] else { return plain }
    let suggestion = ground.suggest(piece, in: plan)
    var eligible: [Candidate] = []
    var others: [Technician.ID: NoCandidate] = [:]
    let visitors = office.visitors(of: order)
    for (place, added) in ranked(suggestion.places, for: piece) {
      var (candidate, broken) = candidate(place, for: order, piece, visitors)
      candidate.costs += added
      if broken.allSatisfy({ $0.severity == .warn }) {
        eligible.append(candidate)
      } else {
        others[candidate.id] = NoCandidate(
          crew[place.technician].technician, loadPercent: candidate.loadBefore, reasons: broken)
      }
    }
    if eligible.isEmpty, others.isEmpty { eligible = plain.eligible.filter { nextFits($0, order) } }
    let chosen = Set(eligible.map(\.id))
    var reasons: [Int: Reason] = [:]
    for (member, reason) in suggestion.reasons { reasons[member] = reason }
    let left = office.technicians.inOrder.filter { !chosen.contains($0.id) }.map { technician in
      if let known = others[technician.id] { return known }
      let reason = member(technician.id).flatMap { reasons[$0] }
      return noCandidate(technician, order, reason, plain)
    }
    return Candidates(
      order: order.id, number: order.number, eligible: eligible, others: left.sorted(by: RunningDay.isNearer))
  }

  /// Who could be made room with comes before who could not, and last who may not do it at all.
  private static func isNearer(_ left: NoCandidate, _ right: NoCandidate) -> Bool {
    func key(_ one: NoCandidate) -> (Int, Int, Int, String) {
      let lacks = one.reasons.contains { $0.rule == .skill || $0.rule == .refused && !$0.isHisWord }
      return (one.remedy == nil ? 1 : 0, lacks ? 1 : 0, one.reasons.count, one.handle)
    }
    return key(left) < key(right)
  }

  /// Whether a plain candidate is for another day than the one that has just been looked at exactly.
  private func nextFits(_ candidate: Candidate, _ order: WorkOrder) -> Bool {
    guard let member = member(candidate.id) else { return true }
    return crew[member].shift.end <= candidate.arrival
  }
}

extension RunningDay {
  private func candidate(
    _ place: Suggestion.Place, for order: WorkOrder, _ piece: Int, _ visitors: [Technician.ID: Int]
  ) -> (Candidate, [BrokenRule]) {
    let member = crew[place.technician]
    let technician = member.technician
    let start = instant(place.start)
    let length = pieces[piece].length
    let moves = moves(for: place, of: piece)
    let (after, settled) = moving(moves, with: technician, for: order, at: start, length)
    let all = office.brokenRules(
      order: order, technician: technician, start: start, length: length, in: after, for: role)
    let broken = office.unasked(all, of: order, in: index, for: role)
    let before = place.position == 0 ? nil : pieces[place.route.visits[place.position - 1]].order
    let origin = before.map { office.site($0.site)?.coordinates } ?? member.place
    let travel = office.travel(from: origin, to: office.site(order.site)?.coordinates, at: start)
    let day = planned.day
    let range = TimeRange(start: start, length: length)
    var candidate = Candidate(
      technician, range: range, travel: travel,
      from: from(member, before), skill: office.skill(of: technician, for: order, on: day),
      loads: office.loads(of: technician, taking: order, at: range, in: index),
      facts: facts(place, member, before, visitors, start: start, travel: travel, moves: moves),
      warnings: broken)
    let whole = after.placing(
      order, at: MovePreview.Spot(technician: technician.id, start: start, length: length), in: office)
    candidate.facts += office.breaksPutOff(of: technician, on: day, from: index, to: whole).map {
      .breakMoves(to: $0.start)
    }
    if office.wishes(for: order).preferred.contains(technician.id) { candidate.facts.append(.askedFor) }
    candidate.vendor = office.vendorTerms(of: technician, for: order, in: candidate.range)
    candidate.moves = settled
    candidate.costs = costs(place.cost, late: late(by: place, piece))
    // What makes room has to be allowed as much as what it makes room for.
    let refused = settled.flatMap(\.broken).filter { $0.severity != .warn }
    return (candidate, broken + refused)
  }

  /// What begins at another hour than it stands: for the sake of a piece, or because that would lie over it there.
  private func moves(for place: Suggestion.Place, of piece: Int) -> [CandidateMove] {
    let range = TimeRange(start: instant(place.start), length: pieces[piece].length)
    var moves: [CandidateMove] = []
    var free = Int.min
    for stop in place.route.stops {
      guard let visit = stop.visit, var start = stop.start else { continue }
      if visit != piece, let stands = pieces[visit].start, let other = pieces[visit].order {
        let stood = TimeRange(start: stands, length: pieces[visit].length)
        let isInTheWay = place.moved.contains { $0.visit == visit } || stood.overlaps(range)
        if pieces[visit].isPinnedInTime || mayStay(seconds(stands), insteadOf: start, after: free) {
          start = seconds(stands)
        }
        if isInTheWay, stands != instant(start) {
          moves.append(
            CandidateMove(order: other.id, number: other.number, from: stands, to: instant(start)))
        }
      }
      free = start + Int(pieces[visit].length.seconds)
    }
    return moves
  }

  /// The schedule with all in it that moves for an order, and each move with what it would break there.
  private func moving(
    _ moves: [CandidateMove], with technician: Technician, for order: WorkOrder, at start: Timestamp,
    _ length: Span
  ) -> (after: ScheduleIndex, moves: [CandidateMove]) {
    var after = index
    var settled = moves
    func place(_ move: CandidateMove) -> MovePreview.Spot? {
      office.order(move.order)?.openVisit.map {
        MovePreview.Spot(technician: technician.id, start: move.to, length: $0.estimate)
      }
    }
    for move in moves {
      guard let other = office.order(move.order), let spot = place(move) else { continue }
      after = after.placing(other, at: spot, in: office)
    }
    let own = MovePreview.Spot(technician: technician.id, start: start, length: length)
    let whole = after.placing(order, at: own, in: office)
    for number in settled.indices {
      guard let other = office.order(settled[number].order), let spot = place(settled[number]) else {
        continue
      }
      let broken = office.brokenRules(
        order: other, technician: technician, start: settled[number].to, length: spot.length, in: whole,
        for: role)
      settled[number].broken = office.unasked(broken, of: other, in: index, for: role)
    }
    return (after, settled)
  }

  private func from(_ member: CrewMember, _ before: WorkOrder?) -> StartingPlace {
    if let before { return .visit(before.number) }
    if let last = member.underWay.last { return .visit(last.number) }
    if let seen = member.technician.lastPlace, office.site(seen.site)?.coordinates == member.place {
      return .lastSeen(seen.site, at: seen.at)
    }
    return member.place == nil ? .unknown : .home
  }

  private func facts(
    _ place: Suggestion.Place, _ member: CrewMember, _ before: WorkOrder?, _ visitors: [Technician.ID: Int],
    start: Timestamp, travel: Domain.Travel, moves: [CandidateMove]
  ) -> [Candidate.Fact] {
    var facts: [Candidate.Fact] = []
    let previous = before?.number ?? member.underWay.last?.number
    let leaves = start - travel.span
    let isFree = previous == nil && leaves <= now + .seconds(59)
    if place.position == 0, let late = index.overrun(of: member.technician.id) {
      facts.append(.overrunning(late.number, by: late.by))
    } else {
      facts.append(isFree ? .freeNow : .freeFrom(leaves, after: previous))
    }
    if let times = visitors[member.technician.id] { facts.append(.hereBefore(times: times)) }
    if office.shift(of: member.technician, at: start) == nil { facts.append(.onCall) }
    if moves.isEmpty { facts.append(.nothingMoves) }
    return facts
  }

  /// The orders that come later after they are due than without a piece there.
  private func late(by place: Suggestion.Place, _ piece: Int) -> [Int] {
    let running = spots(of: plan)
    func lateness(_ visit: Int, _ start: Int?) -> Int {
      guard let start, let due = problem.visits[visit].due else { return 0 }
      return max(0, start - due)
    }
    return place.route.stops.compactMap { stop in
      guard let visit = stop.visit, let order = pieces[visit].order else { return nil }
      let before = visit == piece ? 0 : lateness(visit, running[visit]?.start)
      return before < lateness(visit, stop.start) ? order.number : nil
    }
  }

  /// What is not nought, in seconds of driving, the dearest first; `late` are the orders of the lateness.
  func costs(_ cost: Cost, late: [Int] = []) -> [PlanCost] {
    let terms: [(PlanCost.Term, Int)] = [
      (.late, cost.late), (.travel, cost.travel), (.overtime, cost.overtime), (.balance, cost.balance),
      (.preference, cost.preference), (.change, cost.change)
    ]
    return terms.filter { $0.1 != 0 }.sorted { $0.1 > $1.1 }
      .map { term, worth in
        PlanCost(
          term, .seconds(Int64(worth / rules.unitsASecond)), orders: term == .late ? late : [])
      }
  }
}
