/// The morning's question: the hours that the open work needs, against the hours that there are.
public struct DayCapacity: Hashable, Sendable {
  /// One trade: who has several counts in each, so these lines add up to more than there is.
  public struct Line: Hashable, Sendable {
    public let trade: Trade?
    public internal(set) var orders = 0
    public internal(set) var needed = Span.zero
    public internal(set) var technicians = 0
    /// Theirs before any of the work is given hours, so that it does not hang on what other trades need.
    public internal(set) var free = Span.zero
    /// How many of its orders find no hour.
    public internal(set) var left = 0
  }

  public let day: CivilDate
  public internal(set) var orders = 0
  public internal(set) var technicians = 0
  /// The estimates of the work that nobody has.
  public internal(set) var needed = Span.zero
  /// Working time from now on, without breaks, absences and what is planned.
  public internal(set) var free = Span.zero
  public internal(set) var lines: [Line] = []
  /// What does not fit when the most urgent work is given hours first, the most urgent first.
  public internal(set) var left: [WorkOrder.ID] = []
}

extension Office {
  /// Backlog against capacity on a day. Work is given to whoever of its trade has most hours left, by priority and
  /// then by score; travel is not counted, and nobody is promised anything by it.
  public func capacity(on day: CivilDate, at now: Timestamp) -> DayCapacity {
    var result = DayCapacity(day: day)
    var hours = freeHours(on: day, at: now)
    result.technicians = hours.count
    result.free = hours.reduce(.zero) { $0 + $1.free }
    let untaken = hours
    let backlog = backlog(on: day, at: now)
    result.orders = backlog.count
    result.needed = backlog.reduce(.zero) { $0 + $1.estimate }
    var lines: [Trade?: DayCapacity.Line] = [:]
    for order in backlog {
      let trade = order.trade
      var line = lines[trade] ?? line(of: trade, untaken, on: day)
      line.orders += 1
      line.needed = line.needed + order.estimate
      let needs = skillsNeeded(for: order)
      let able = hours.indices.filter { index in
        hours[index].free >= order.estimate
          && needs.allSatisfy { hours[index].technician.level(in: $0.trade, on: day) ?? 0 >= $0.level }
      }
      if let best = able.max(by: { hours[$0].free < hours[$1].free }) {
        hours[best].free = hours[best].free - order.estimate
      } else {
        result.left.append(order.id)
        line.left += 1
      }
      lines[trade] = line
    }
    result.lines = lines.values.sorted { ($0.trade?.name ?? "~") < ($1.trade?.name ?? "~") }
    return result
  }

  /// The next days after one on which somebody has hours left, and how many there are; of a fortnight, so that fewer come
  /// where hardly anybody works.
  public func openDays(
    after day: CivilDate, atMost count: Int, at now: Timestamp
  ) -> [(day: CivilDate, free: Span)] {
    var found: [(day: CivilDate, free: Span)] = []
    for later in (1...14).lazy.map({ day.adding(days: $0) }) where found.count < count {
      let free = freeHours(on: later, at: now).map(\.free).reduce(.zero, +)
      if free > .zero { found.append((later, free)) }
    }
    return found
  }

  /// Who has working time left on a day, and how much.
  private func freeHours(on day: CivilDate, at now: Timestamp) -> [(technician: Technician, free: Span)] {
    technicians.inOrder.filter(\.isActive).map { ($0, freeTime(of: $0, on: day, at: now)) }.filter {
      $0.1 > .zero
    }
  }

  /// The work that waits for somebody on a day: not held and not put off beyond it, the most urgent first.
  public func backlog(on day: CivilDate, at now: Timestamp) -> [WorkOrder] {
    var found: [(order: WorkOrder, score: Int)] = []
    for order in orders.unordered where order.isUnassigned && order.hold == nil {
      if let postponed = order.postponedTo, day < postponed { continue }
      if let start = order.openVisit?.start, day < zone.date(at: start) { continue }
      found.append((order, score(of: order, at: now).total))
    }
    return found.sorted { left, right in
      if left.order.priority != right.order.priority { return left.order.priority < right.order.priority }
      if left.score != right.score { return left.score > right.score }
      return left.order.number < right.order.number
    }.map(\.order)
  }

  private func line(
    of trade: Trade?, _ hours: [(technician: Technician, free: Span)], on day: CivilDate
  ) -> DayCapacity.Line {
    var line = DayCapacity.Line(trade: trade)
    for (technician, free) in hours where trade.map({ technician.level(in: $0, on: day) != nil }) ?? true {
      line.technicians += 1
      line.free = line.free + free
    }
    return line
  }

  /// Working time that is left on a day, without breaks, absences and visits that are planned.
  private func freeTime(of technician: Technician, on day: CivilDate, at now: Timestamp) -> Span {
    let stops = schedule(of: technician, on: day, at: now)
    let busy =
      awayRanges(of: technician, on: day, around: stops.map(\.engagement)).map(\.range)
      + stops.map(\.visit.range)
    var free = Span.zero
    for working in workingRanges(of: technician, on: day) {
      var from = max(working.start, now)
      for range in busy.sorted(by: { $0.start < $1.start })
      where range.end > from && range.start < working.end {
        if range.start > from { free = free + (range.start - from) }
        from = max(from, range.end)
      }
      if from < working.end { free = free + (working.end - from) }
    }
    return free
  }
}
