/// What the coming days hold against what they could, a day after the other, and by trade.
public struct Forecast: Hashable, Sendable {
  /// Working time of those who work, and the work that there is for it.
  public struct Figures: Hashable, Sendable {
    public internal(set) var technicians = 0
    /// Working time without breaks and absences; of today what is left of it.
    public internal(set) var open = Span.zero
    /// What is planned: what is left of visits that are not over.
    public internal(set) var planned = Span.zero
    /// Work that nobody has and that falls due then, and how many orders that is.
    public internal(set) var waiting = Span.zero
    public internal(set) var orders = 0

    public init() {}

    public var needed: Span { planned + waiting }
    /// The work as a share of the working time, in percent; nil where nobody works.
    public var percent: Int? {
      open > .zero ? needed.percent(of: open) : nil
    }
    /// Whether there is more work than time for it.
    public var isShort: Bool { open < needed }
  }

  /// A trade on a day: who has several counts in each, so that these add up to more than there is.
  public struct Line: Hashable, Sendable {
    public let trade: Trade
    public let figures: Figures
  }

  public struct Day: Hashable, Sendable, Identifiable {
    public let id: CivilDate
    public let whole: Figures
    /// By name; work without a trade is in none.
    public let trades: [Line]
  }

  public let days: [Day]
  /// How many orders that nobody has fall due after these days.
  public let later: Int
}

extension Office {
  /// The load of so many days from one on against the working time that there is. Travel is not counted.
  public func forecast(from day: CivilDate, days count: Int, at now: Timestamp) -> Forecast {
    let index = ScheduleIndex(self, at: now)
    let first = max(day, today(at: now))
    var due: [CivilDate: [WorkOrder]] = [:]
    var later = 0
    let last = first.adding(days: count - 1)
    for order in orders.unordered where order.isUnassigned && order.hold == nil {
      let day = fallsDue(order, at: now)
      if last < day { later += 1 } else { due[max(day, first), default: []].append(order) }
    }
    let days = (0..<count).map { offset -> Forecast.Day in
      let day = first.adding(days: offset)
      return forecast(of: day, due: due[day] ?? [], in: index)
    }
    return Forecast(days: days, later: later)
  }

  /// The day on which work that nobody has is to be done at the latest: by what was promised and by its clocks, and not
  /// before it may be done; without any of it the first on which it may.
  public func fallsDue(_ order: WorkOrder, at now: Timestamp) -> CivilDate {
    let earliest = max(today(at: now), order.postponedTo ?? today(at: now))
    let clocks = self.clocks(of: order, at: now).filter(\.isTicking).map(\.dueAt)
    let promised = order.window.map { [$0.end] } ?? clocks
    return promised.min().map { max(earliest, zone.date(at: $0)) } ?? earliest
  }

  private func forecast(of day: CivilDate, due: [WorkOrder], in index: ScheduleIndex) -> Forecast.Day {
    var whole = Forecast.Figures()
    var trades: [Trade: Forecast.Figures] = [:]
    let midnights = TimeRange(start: zone.startOfDay(day), end: zone.startOfDay(day.adding(days: 1)))
    let left = TimeRange(start: max(midnights.start, index.now), end: max(midnights.end, index.now))
    for technician in technicians.inOrder where technician.isActive {
      let working = workingRanges(of: technician, on: day)
      let away = awayRanges(of: technician, on: day).map(\.range)
      let open = working.without(away).compactMap { $0.overlap(left)?.length }.reduce(.zero, +)
      for visit in index.visits(of: technician.id) {
        guard let time = visit.range.overlap(left)?.length else { continue }
        whole.planned = whole.planned + time
        if let trade = order(visit.order)?.trade { trades[trade, default: .init()].planned += time }
      }
      if open == .zero { continue }
      whole.technicians += 1
      whole.open += open
      for trade in Set(technician.skills.map(\.trade)) where technician.level(in: trade, on: day) != nil {
        trades[trade, default: .init()].technicians += 1
        trades[trade, default: .init()].open += open
      }
    }
    for order in due {
      let length = order.openVisit?.estimate ?? order.estimate
      whole.orders += 1
      whole.waiting += length
      guard let trade = order.trade else { continue }
      trades[trade, default: .init()].orders += 1
      trades[trade, default: .init()].waiting += length
    }
    let lines = trades.map { Forecast.Line(trade: $0.key, figures: $0.value) }.sorted {
      $0.trade.name < $1.trade.name
    }
    return Forecast.Day(id: day, whole: whole, trades: lines)
  }
}
