extension Office {
  /// The scheduling rules that a visit at this time would break, with their evidence; none when all is well. What
  /// weighs most comes first. How much a rule weighs depends on the role of who asks.
  ///
  /// The order's own visit is left out, so that moving it is no conflict with itself.
  public func brokenRules(
    order: WorkOrder, technician: Technician, start: Timestamp, length: Span, at now: Timestamp,
    for role: Role? = nil
  ) -> [BrokenRule] {
    let index = ScheduleIndex(self, at: now, only: technician.id)
    return brokenRules(
      order: order, technician: technician, start: start, length: length, in: index, for: role)
  }

  /// The same from an index that was built for many questions. Of a `further` visit the one in hand is another visit.
  public func brokenRules(
    order: WorkOrder, technician: Technician, start: Timestamp, length: Span, in index: ScheduleIndex,
    for role: Role? = nil, further: Visit.ID? = nil
  ) -> [BrokenRule] {
    let check = RuleCheck(
      office: self, order: order, technician: technician, range: TimeRange(start: start, length: length),
      index: index, further: further)
    func broken(_ evidence: BrokenRule.Evidence, _ severity: Severity) -> BrokenRule {
      BrokenRule(
        rule: evidence.rule, severity: severity, order: order.number, technician: technician.handle,
        evidence: evidence)
    }
    // Two visits at one time of which he knows neither are no secret, and no reason is asked for.
    let along = (order.openVisit?.helpers ?? []).filter { $0 != technician.id }
    let broken =
      check.evidence.map { broken($0, limits.severity(of: $0.rule, for: role)) }
      + check.untoldOverlaps.map { broken($0, .warn) }
      + along.flatMap { brokenRules(helping: order, $0, in: check.range, index, for: role) }
    let heaviest = Severity.allCases.sorted { $0.weight < $1.weight }
    return heaviest.flatMap { severity in broken.filter { $0.severity == severity } }
  }

  /// What stands against somebody who comes along to an order at a time: that he is busy, away, too far or not wanted.
  /// What the work asks of whoever does it, such as skills, it does not ask of him.
  func brokenRules(
    helping order: WorkOrder, _ helper: Technician.ID, in range: TimeRange, _ index: ScheduleIndex,
    for role: Role?
  ) -> [BrokenRule] {
    guard let technician = technician(helper) else { return [] }
    // The index of one technician knows nothing of those who come along.
    let own = index.knows(helper) ? index : ScheduleIndex(self, at: index.now)
    let check = RuleCheck(office: self, order: order, technician: technician, range: range, index: own)
    func broken(_ evidence: BrokenRule.Evidence, _ severity: Severity) -> BrokenRule {
      BrokenRule(
        rule: evidence.rule, severity: severity, order: order.number, technician: technician.handle,
        evidence: evidence)
    }
    return check.presence.map { broken($0, limits.severity(of: $0.rule, for: role)) }
      + check.untoldOverlaps.map { broken($0, .warn) }
  }

  /// Rules that are broken, without the warnings that stand against the visit where it is: who planned it so was asked.
  public func unasked(
    _ broken: [BrokenRule], of order: WorkOrder, in index: ScheduleIndex, for role: Role? = nil,
    further: Visit.ID? = nil
  ) -> [BrokenRule] {
    guard broken.contains(where: { $0.severity == .warn }), let technician = technician(order.technician),
      let visit = order.openVisit, let start = visit.start
    else { return broken }
    let standing = brokenRules(
      order: order, technician: technician, start: start, length: visit.estimate, in: index, for: role,
      further: further)
    return broken.filter { $0.severity != .warn || $0.rule.isLaterWork || !standing.contains($0) }
  }

  /// Every rule that a group of commands would break and that is asked about, each command held against the office as
  /// it stands.
  public func brokenRules(of commands: [Command], by person: Person.ID, at now: Timestamp) -> [BrokenRule] {
    let role = self.person(person)?.role
    let index = scheduleIndex(at: now)
    return commands.flatMap { command -> [BrokenRule] in
      let found: (order: WorkOrder, technician: Technician.ID?, start: Timestamp?, length: Span?)
      if case .assignVisit(let id, let rule) = command, let order = order(id)?.facing(rule.furtherVisit) {
        found = (order, rule.technician, rule.start, rule.length)
      } else if case .moveVisit(let id, let rule) = command, let order = order(id) {
        found = (order, rule.technician ?? order.technician, rule.start, rule.length)
      } else {
        return []
      }
      guard let technician = technician(found.technician), let start = found.start else { return [] }
      let broken = brokenRules(
        order: found.order, technician: technician, start: start,
        length: found.length ?? found.order.openVisit?.estimate ?? found.order.estimate, in: index, for: role,
        further: waiting(command.furtherVisit, of: found.order))
      return unasked(
        broken, of: found.order, in: index, for: role, further: waiting(command.furtherVisit, of: found.order)
      )
    }
  }

  /// A further visit as long as it waits; nil once it is the one in hand.
  func waiting(_ visit: Visit.ID?, of order: WorkOrder) -> Visit.ID? {
    self.order(order.id)?.openVisit?.id == visit ? nil : visit
  }

  /// What an order needs: its trade at the trade's usual level, its own skills and those that the office's rules ask
  /// for; the higher level of a trade counts.
  public func skillsNeeded(for order: WorkOrder) -> [SkillRequirement] {
    var needed: [SkillRequirement] = []
    if let trade = order.trade {
      needed.append(SkillRequirement(trade: trade, level: trades[trade]?.level ?? 1))
    }
    let ruled = sendingRules.isEmpty ? [] : sendingRules(for: order).flatMap(\.skills)
    for skill in order.skills + ruled {
      if let index = needed.firstIndex(where: { $0.trade == skill.trade }) {
        needed[index].level = max(needed[index].level, skill.level)
      } else {
        needed.append(skill)
      }
    }
    return needed
  }
}

extension BrokenRule.Evidence {
  /// The rule that it is evidence of.
  public var rule: Rule {
    switch self {
    case .overlap: .overlap
    case .skill: .skill
    case .notWorking: .notWorking
    case .overBreak: .breaks
    case .held: .held
    case .past: .past
    case .window, .siteClosed: .outsideWindow
    case .travel: .travel
    case .overtime: .overtime
    case .moneyLimit: .moneyLimit
    case .pinned: .pinned
    case .underWay, .onSite: .underWay
    case .claimed: .claimed
    case .refused, .ruledOut, .hasDeclined: .refused
    }
  }
}

extension Office {
  /// That whoever has an order has set out to it: no undo brings his way back.
  func underWay(_ order: WorkOrder) -> BrokenRule.Evidence? {
    guard let active = order.openVisit?.activeAssignment, active.status == .travelling,
      let since = active.travellingAt, let holder = technician(active.technician)
    else { return nil }
    return .underWay(holder.handle, since: since)
  }
}

/// One visit that is wanted, held against every rule.
struct RuleCheck {
  let office: Office
  let order: WorkOrder
  let technician: Technician
  let range: TimeRange
  let index: ScheduleIndex
  /// The further visit that it is about, where it is not the one in hand.
  var further: Visit.ID?

  /// In the order in which people want to hear it: what cannot be helped first.
  var evidence: [BrokenRule.Evidence] {
    let working = notWorking.map { [$0] } ?? []
    let others = [
      refused, overBreak, held, past, outsideWindow, siteClosed, overtime, moneyLimit, pinned, underWay
    ]
    .compactMap {
      $0
    }
    return skills + working + overlaps + others + travels
  }

  /// What is about whether he can be there alone.
  var presence: [BrokenRule.Evidence] {
    [notWorking].compactMap { $0 } + overlaps + [refused, overtime].compactMap { $0 } + travels
  }

  /// His other visits: all that are not of the order itself, and of an order with several each that is not looked at.
  var others: [ScheduledVisit] {
    index.visits(of: technician.id).filter { visit in
      visit.order != order.id || further.map { visit.id != $0 } ?? visit.isFurther
    }
  }
}

extension RuleCheck {
  var skills: [BrokenRule.Evidence] {
    let day = office.zone.date(at: range.start)
    return office.skillsNeeded(for: order).compactMap { needed in
      let held = technician.level(in: needed.trade, on: day)
      if let held, held >= needed.level { return nil }
      let expired = technician.skills.filter { $0.trade == needed.trade && $0.level >= needed.level }
        .compactMap(\.expiresOn).max()
      return .skill(needed: needed, held: held, expiredOn: expired)
    }
  }

  /// Visits that he was told of and that take up the same time.
  private var overlaps: [BrokenRule.Evidence] { overlaps(isTold: true) }

  /// The same of those that he does not know of yet: what is planned can still change, and warns.
  var untoldOverlaps: [BrokenRule.Evidence] { overlaps(isTold: false) }

  private func overlaps(isTold: Bool) -> [BrokenRule.Evidence] {
    others.filter { $0.status.isTold == isTold && $0.range.overlaps(range) }.map { visit in
      var free = visit.range.end
      for next in others where next.range.start <= free { free = max(free, next.range.end) }
      return .overlap(order: visit.number, visit.range, freeFrom: free)
    }
  }

  /// The ways from the visit before and to the one after; a way that is only guessed breaks no rule.
  private var travels: [BrokenRule.Evidence] {
    let place = office.site(order.site)?.coordinates
    let before = others.filter { $0.range.end <= range.start }.max { $0.range.end < $1.range.end }
    let after = others.filter { range.end <= $0.range.start }.min { $0.range.start < $1.range.start }
    let gaps = [
      before.map { ($0, range.start - $0.range.end) }, after.map { ($0, $0.range.start - range.end) }
    ]
    return gaps.compactMap { $0 }.compactMap { visit, available in
      let travel =
        range.start < visit.range.start
        ? office.travel(from: place, to: visit.place, at: visit.range.start)
        : office.travel(from: visit.place, to: place, at: range.start)
      if travel.isGuess || travel.span <= available { return nil }
      return .travel(travel.span, from: visit.number, available: available)
    }
  }

  /// Work that is held is given to nobody unknowingly for today; it may be planned ahead, and whoever has it moved.
  private var held: BrokenRule.Evidence? {
    guard let hold = order.hold, order.technician != technician.id,
      office.zone.date(at: range.start) <= office.today(at: index.now)
    else { return nil }
    return .held(hold.reason, reviewAt: hold.reviewAt)
  }

  /// A start that is over, unless the visit stands there already: within a visit's grace it is *now*.
  private var past: BrokenRule.Evidence? {
    guard range.start < index.now - VisitSheet.grace, order.openVisit?.start != range.start else {
      return nil
    }
    return .past(start: range.start)
  }

  private var outsideWindow: BrokenRule.Evidence? {
    guard further == nil, let window = order.openPromise else { return nil }
    return range.start < window.start || range.start > window.end
      ? .window(window, arrival: range.start) : nil
  }

  /// A part of it falls into hours in which the site lets nobody in.
  private var siteClosed: BrokenRule.Evidence? {
    guard let site = office.site(order.site),
      let open = office.openRanges(for: order, from: range.start, days: 8),
      !open.contains(where: { $0.contains(range) })
    else { return nil }
    let present = open.first { $0.contains(range.start) }
    return .siteClosed(site.name, opens: present == nil ? open.first?.start : nil, closes: present?.end)
  }

  /// What somebody has pinned and this would change. A promise needs no pin here: its window is a rule of its own.
  private var pinned: BrokenRule.Evidence? {
    guard let visit = order.openVisit, let pin = visit.pin else { return nil }
    let start = visit.start.flatMap { pin.holdsTime && $0 != range.start ? $0 : nil }
    let holder = order.technician.flatMap { pin.holdsTechnician && $0 != technician.id ? $0 : nil }
    guard start != nil || holder != nil else { return nil }
    return .pinned(at: start, to: office.technician(holder)?.handle)
  }

  /// Somebody else is on his way to it.
  private var underWay: BrokenRule.Evidence? {
    order.technician == technician.id ? nil : office.underWay(order)
  }

  /// Whether the customer, or the group it belongs to, does not want him, or a rule of the office names others.
  private var refused: BrokenRule.Evidence? {
    switch office.wishes(for: order).objection(to: technician.id) {
    case .customer(let id): .refused(by: office.customer(id)?.name ?? "")
    case .rule(let name): .ruledOut(by: name)
    case .himself(let reason): .hasDeclined(reason)
    case nil: nil
    }
  }

  /// What the finished visits have cost already, where it uses up what may be spent without asking.
  private var moneyLimit: BrokenRule.Evidence? {
    guard let limit = order.moneyLimit else { return nil }
    let costs = order.visits.flatMap { $0.assignments.compactMap { $0.report?.cost } }
    let spent = costs.reduce(Money.zero, +)
    return spent > .zero && spent >= limit ? .moneyLimit(limit, spent: spent) : nil
  }
}
