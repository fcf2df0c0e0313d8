extension Office {
  /// What an order's open visit would come to somewhere else; nil for an order without one.
  public func preview(
    _ order: WorkOrder, to spot: MovePreview.Spot, for role: Role?, at now: Timestamp
  ) -> MovePreview? {
    preview(order, to: spot, for: role, in: ScheduleIndex(self, at: now))
  }

  /// The same from an index that was built for many questions.
  public func preview(
    _ order: WorkOrder, to spot: MovePreview.Spot, for role: Role?, in index: ScheduleIndex
  ) -> MovePreview? {
    guard let visit = order.openVisit else { return nil }
    let from = MovePreview.Spot(technician: order.technician, start: visit.start, length: visit.estimate)
    let reckoning = MoveReckoning(office: self, order: order, from: from, to: spot, role: role, index: index)
    let broken = reckoning.broken
    return MovePreview(
      order: order.id, number: order.number, from: from, to: spot, broken: broken,
      kept: reckoning.applying.filter { rule in !broken.contains { $0.rule == rule } },
      waysOut: broken.contains { $0.rule != .pinned && $0.rule != .moneyLimit && $0.rule != .underWay }
        ? reckoning.waysOut(insteadOf: broken) : [],
      loads: reckoning.loads,
      clocks: spot.range.map { clockChanges(of: order, visit: $0, at: index.now) } ?? [],
      promise: reckoning.promise)
  }

  /// What the visits that a group of commands would move come to, each as if it moved alone.
  public func previews(of commands: [Command], by person: Person.ID, at now: Timestamp) -> [MovePreview] {
    let role = self.person(person)?.role
    var index: ScheduleIndex?
    return commands.compactMap { command in
      guard let (id, spot) = spot(of: command), let order = order(id) else { return nil }
      let known = index ?? ScheduleIndex(self, at: now)
      index = known
      return preview(order, to: spot, for: role, in: known)
    }
  }

  /// Where a command would put an order's open visit; nil for one that moves none.
  private func spot(of command: Command) -> (WorkOrder.ID, MovePreview.Spot)? {
    let id: WorkOrder.ID
    let wanted: (technician: Technician.ID?, start: Timestamp?, length: Span?)
    if case .moveVisit(let order, let rule) = command {
      (id, wanted) = (order, (rule.technician ?? self.order(order)?.technician, rule.start, rule.length))
    } else if case .assignVisit(let order, let rule) = command {
      (id, wanted) = (order, (rule.technician, rule.start, rule.length))
    } else {
      return nil
    }
    guard command.furtherVisit == nil, let visit = order(id)?.openVisit else { return nil }
    return (
      id,
      MovePreview.Spot(
        technician: wanted.technician, start: wanted.start, length: wanted.length ?? visit.estimate)
    )
  }

  /// When the running clocks of an order would be met by a visit at this time. What is missed already nobody can
  /// save, and is left out.
  public func clockChanges(
    of order: WorkOrder, visit: TimeRange, at now: Timestamp
  ) -> [MovePreview.ClockChange] {
    let isAnswered = contract(of: order)?.response == .assigned
    return clocks(of: order, at: now).compactMap { clock in
      guard clock.isTicking, clock.state != .breached else { return nil }
      switch clock.kind {
      case .response where isAnswered: return nil
      case .response:
        return MovePreview.ClockChange(kind: clock.kind, dueAt: clock.dueAt, reachedAt: visit.start)
      case .fix: return MovePreview.ClockChange(kind: clock.kind, dueAt: clock.dueAt, reachedAt: visit.end)
      }
    }
  }
}

/// One preview on its way.
private struct MoveReckoning {
  let office: Office
  let order: WorkOrder
  let from: MovePreview.Spot
  let to: MovePreview.Spot
  let role: Role?
  let index: ScheduleIndex

  var broken: [BrokenRule] {
    guard let technician = office.technician(to.technician), let start = to.start else { return [] }
    return office.brokenRules(
      order: order, technician: technician, start: start, length: to.length, in: index, for: role)
  }

  /// The rules that have something to say about such a visit.
  var applying: [Rule] {
    guard to.technician != nil, to.start != nil else { return [] }
    return Rule.allCases.filter { rule in
      switch rule {
      case .overlap, .notWorking, .travel, .overtime: true
      case .breaks: !(office.technician(to.technician)?.breaks.isEmpty ?? true)
      case .held: order.hold != nil
      case .past: false
      case .skill: !office.skillsNeeded(for: order).isEmpty
      case .outsideWindow:
        order.window != nil || office.openRanges(for: order, from: index.now, days: 0) != nil
      case .moneyLimit: order.moneyLimit != nil
      case .claimed, .underWay: false
      case .pinned: order.openVisit?.pin.map { $0 != .nothing } ?? false
      case .refused: office.wishes(for: order).hasObjections
      }
    }
  }

  /// When the same technician could, and who else could then: of several the one with the lowest load.
  func waysOut(insteadOf broken: [BrokenRule]) -> [MovePreview.WayOut] {
    let mayWarn = broken.first?.severity != .warn
    guard let start = to.start else { return [] }
    var ways: [MovePreview.WayOut] = []
    var wanted = Wanted(length: to.length, place: office.site(order.site)?.coordinates)
    wanted.notBefore = start
    wanted.order = order.id
    wanted.trade = order.trade
    if let technician = office.technician(to.technician),
      let gap = office.firstGap(for: technician, wanted, in: index), gap.arrival != start,
      isPassable(technician, gap.arrival, mayWarn: mayWarn)
    {
      ways.append(.later(gap.arrival))
    }
    let day = office.shiftDate(at: start)
    if start < index.now - VisitSheet.grace { return ways }
    let others = office.technicians.inOrder.filter {
      $0.id != to.technician && isPassable($0, start, mayWarn: mayWarn)
    }
    let least = others.min { left, right in
      (office.loadPercent(of: left, on: day, in: index), left.handle)
        < (office.loadPercent(of: right, on: day, in: index), right.handle)
    }
    if let least { ways.append(.another(least.id)) }
    return ways
  }

  /// Whether it would break nothing, or where something blocks nothing that weighs as much.
  private func isPassable(_ technician: Technician, _ start: Timestamp, mayWarn: Bool) -> Bool {
    guard technician.isActive else { return false }
    let other = office.brokenRules(
      order: order, technician: technician, start: start, length: to.length, in: index, for: role
    ).filter { $0.rule != .pinned && $0.rule != .underWay }
    return mayWarn ? other.allSatisfy { $0.severity == .warn } : other.isEmpty
  }

  /// Of both technicians and both days, each once.
  var loads: [MovePreview.LoadChange] {
    var changes: [MovePreview.LoadChange] = []
    for spot in [from, to] {
      guard let technician = office.technician(spot.technician), let start = spot.start else { continue }
      let day = office.shiftDate(at: start)
      if changes.contains(where: { $0.technician == technician.id && $0.day == day }) { continue }
      let load = office.load(of: technician, on: day, in: index)
      let after = load.without(
        [order.openVisit?.id].compactMap(\.self), adding: order,
        at: to.technician == technician.id ? to.range : nil)
      changes.append(
        MovePreview.LoadChange(
          technician: technician.id, day: day, before: load.percent, after: after.percent))
    }
    return changes
  }

  var promise: MovePreview.PromiseChange? {
    guard let window = order.window, let arrival = to.start else { return nil }
    return MovePreview.PromiseChange(
      window: window, arrival: arrival,
      wasKept: from.start.map { window.start <= $0 && $0 <= window.end } ?? false,
      isKept: window.start <= arrival && arrival <= window.end)
  }
}
