extension Office {
  /// Who could take an order from now on: by skill, availability and distance.
  ///
  /// Somebody counts who has the skills and a gap before the office's day ends; where nobody has, whoever has one
  /// within the week. In order of arrival, then of the way, the load and the handle, where a way that is only guessed
  /// counts as the longest of those that are known. The others come with every rule that would be broken if they were sent
  /// now.
  public func candidates(for order: WorkOrder, at now: Timestamp) -> Candidates {
    candidates(for: order, in: ScheduleIndex(self, at: now))
  }

  /// The same from an index that was built for many orders; without who is only on call, where that is not counted.
  public func candidates(
    for order: WorkOrder, in index: ScheduleIndex, onCall countsOnCall: Bool = true
  ) -> Candidates {
    var wanted = Wanted(
      length: order.openVisit?.estimate ?? order.estimate, place: site(order.site)?.coordinates)
    let putOff = order.postponedTo.map { zone.startOfDay($0) }
    let from = max(index.now, putOff ?? index.now)
    wanted.notBefore =
      order.window?.start ?? openRanges(for: order, from: from, days: 8)?.first?.start ?? putOff
    wanted.order = order.id
    wanted.trade = order.trade
    wanted.countsOnCall = countsOnCall
    let ranking = Ranking(
      office: self, order: order, wanted: wanted, index: index, visitors: visitors(of: order),
      shift: BoardDay(self, at: index.now).shift)
    return ranking.candidates
  }
}

/// One ranking on its way.
private struct Ranking {
  let office: Office
  let order: WorkOrder
  let wanted: Wanted
  let index: ScheduleIndex
  let visitors: [Technician.ID: Int]
  /// The running shift day.
  let shift: TimeRange

  var candidates: Candidates {
    let technicians = office.technicians.inOrder
    var eligible = technicians.compactMap { candidate($0, days: 0) }.filter { $0.arrival < shift.end }
    if eligible.isEmpty { eligible = technicians.compactMap { candidate($0, days: 8) } }
    let chosen = Set(eligible.map(\.id))
    let others = technicians.filter { !chosen.contains($0.id) }.map(refusal)
    let longest = eligible.filter { !$0.travel.isGuess }.map(\.travel.span).max() ?? .zero
    func key(_ one: Candidate) -> (Timestamp, Int, Int, String) {
      let caution = one.travel.isGuess ? max(.zero, longest - one.travel.span) : .zero
      return (one.arrival + caution, one.travel.metres ?? .max, one.loadBefore, one.handle)
    }
    return Candidates(
      order: order.id, number: order.number, eligible: eligible.sorted { key($0) < key($1) },
      others: others.sorted { $0.handle < $1.handle })
  }
}

extension Ranking {
  private func candidate(_ technician: Technician, days: Int) -> Candidate? {
    guard technician.isActive, !lacksSkill(technician) else { return nil }
    guard let gap = office.firstGap(for: technician, wanted, in: index, days: days) else { return nil }
    let broken = office.brokenRules(
      order: order, technician: technician, start: gap.arrival, length: wanted.length, in: index)
    if broken.contains(where: { $0.severity != .warn }) { return nil }
    let day = office.zone.date(at: gap.arrival)
    let load = office.loads(of: technician, taking: order, at: gap.range, in: index)
    var candidate = Candidate(
      technician, range: gap.range, travel: gap.travel, from: gap.from,
      skill: office.skill(of: technician, for: order, on: day), loads: load, facts: facts(technician, gap),
      warnings: broken)
    candidate.vendor = office.vendorTerms(of: technician, for: order, in: gap.range)
    return candidate
  }

  /// Decided first, because it is quick and rules out most.
  private func lacksSkill(_ technician: Technician) -> Bool {
    let check = RuleCheck(
      office: office, order: order, technician: technician,
      range: TimeRange(start: index.now, length: wanted.length),
      index: index)
    return office.limits.severity(of: .skill) != .warn && !check.skills.isEmpty
  }

  private func refusal(of technician: Technician) -> NoCandidate {
    let place =
      index.visits(of: technician.id).first { $0.status == .onSite }?.place
      ?? office.site(technician.lastPlace?.site)?.coordinates ?? technician.home
    let arrival = (index.now + office.travel(from: place, to: wanted.place).span).wholeMinute
    let broken = office.brokenRules(
      order: order, technician: technician, start: arrival, length: wanted.length, in: index
    ).filter { $0.rule != .pinned && $0.rule != .underWay }
    return NoCandidate(
      technician,
      loadPercent: office.loadPercent(of: technician, on: office.shiftDate(at: index.now), in: index),
      reasons: broken.isEmpty ? [full(technician, arrival)] : broken)
  }

  /// Nothing stands against the very minute, and yet no gap takes the whole work with the way on.
  private func full(_ technician: Technician, _ arrival: Timestamp) -> BrokenRule {
    let end = arrival + wanted.length
    let next = index.visits(of: technician.id).first { arrival <= $0.range.start && $0.order != order.id }
    let evidence: BrokenRule.Evidence =
      if let next {
        .overlap(order: next.number, next.range, freeFrom: next.range.end)
      } else {
        .overtime(until: end, shiftEnds: office.shiftEnd(of: technician, at: arrival) ?? end)
      }
    return BrokenRule(
      rule: evidence.rule, severity: office.limits.severity(of: evidence.rule), order: order.number,
      technician: technician.handle, evidence: evidence)
  }

  private func facts(_ technician: Technician, _ gap: Gap) -> [Candidate.Fact] {
    var facts: [Candidate.Fact] = []
    let leaves = gap.arrival - gap.travel.span
    let present: Int? = if case .visit(let number) = gap.from { number } else { nil }
    let isFree = present == nil && leaves <= index.now + .seconds(59)
    if let late = index.overrun(of: technician.id) {
      facts.append(.overrunning(late.number, by: late.by))
    } else {
      facts.append(isFree ? .freeNow : .freeFrom(leaves, after: present))
    }
    if office.wishes(for: order).preferred.contains(technician.id) { facts.append(.askedFor) }
    if let times = visitors[technician.id] { facts.append(.hereBefore(times: times)) }
    if office.shift(of: technician, at: gap.arrival) == nil { facts.append(.onCall) }
    return facts + [.nothingMoves]
  }
}

extension Office {
  /// The trade an order needs and the level somebody has in it on a day; nil for an order without a trade.
  public func skill(of technician: Technician, for order: WorkOrder, on day: CivilDate) -> SkillRequirement? {
    guard let trade = order.trade ?? order.skills.first?.trade else { return nil }
    return technician.level(in: trade, on: day).map { SkillRequirement(trade: trade, level: $0) }
  }

  /// How often each technician has been at an order's site, by the running day's orders and the equipment's history.
  public func visitors(of order: WorkOrder) -> [Technician.ID: Int] {
    guard let site = order.site else { return [:] }
    var numbers: [Technician.ID: Set<Int>] = [:]
    orders.forEach { other in
      guard other.site == site else { return }
      for visit in other.visits {
        for assignment in visit.assignments where assignment.onSiteAt != nil || assignment.status == .done {
          numbers[assignment.technician, default: []].insert(other.number)
        }
      }
    }
    equipment.forEach { equipment in
      guard equipment.site == site else { return }
      for record in equipment.history {
        if let technician = record.technician { numbers[technician, default: []].insert(record.order) }
      }
    }
    return numbers.mapValues(\.count)
  }
}
