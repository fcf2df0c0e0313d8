/// How much of a technician's time in a shift day is taken: what every load is a share of.
public struct DayLoad: Hashable, Sendable {
  public struct Work: Hashable, Sendable {
    /// Nil for one that is yet to be planned.
    let visit: Visit.ID?
    /// Of its order.
    public let number: Int
    public let time: TimeRange
  }

  public let duty: Duty
  /// Done, overrun and planned, each as far as it is in the shift day.
  public let work: [Work]

  init(_ duty: Duty, _ work: some Sequence<Work>) {
    self.duty = duty
    self.work = work.compactMap { work in
      duty.shift.overlap(work.time).map { Work(visit: work.visit, number: work.number, time: $0) }
    }
  }

  /// The same without some visits, and with one of an order at a time.
  func without(_ visits: some Sequence<Visit.ID>, adding order: WorkOrder, at time: TimeRange?) -> DayLoad {
    let gone = Set(visits)
    let added = time.map { Work(visit: nil, number: order.number, time: $0) }
    return DayLoad(
      duty, work.filter { $0.visit.map { !gone.contains($0) } ?? true } + [added].compactMap(\.self))
  }

  var taken: Span { work.map(\.time.length).reduce(.zero, +) }

  public var percent: Int { taken.percent(of: duty.open) }

  /// By how much the work is more than the time for it; nil where it is not.
  var excess: Span? { duty.open < taken ? taken - duty.open : nil }
}

/// When somebody works in a shift day: a night is one piece of it.
public struct Duty: Hashable, Sendable {
  public let shift: TimeRange
  public let working: [TimeRange]
  /// Breaks and absences in it.
  public let away: [TimelineLane.Away]

  /// When he can work.
  var times: [TimeRange] { working.without(away.map(\.range)) }

  /// His time for work.
  public var open: Span { times.map(\.length).reduce(.zero, +) }
}

extension Office {
  /// A technician's load in the shift day of a date.
  public func load(of technician: Technician, on date: CivilDate, in index: ScheduleIndex) -> DayLoad {
    let shift = shiftDay(date)
    let stops = schedule(of: technician, in: shift, index)
    return DayLoad(
      duty(of: technician, in: shift, around: stops.map(\.engagement)),
      stops.map { DayLoad.Work(visit: $0.id, number: $0.visit.number, time: $0.visit.counted(at: index.now)) }
    )
  }

  /// It in percent; zero on a day off.
  public func loadPercent(of technician: Technician, on date: CivilDate, in index: ScheduleIndex) -> Int {
    load(of: technician, on: date, in: index).percent
  }

  /// It in percent without an order's visit, and with that at a time; what he has of the order already counts as added.
  public func loads(
    of technician: Technician, taking order: WorkOrder, at time: TimeRange, in index: ScheduleIndex
  ) -> (before: Int, after: Int) {
    let load = load(of: technician, on: shiftDate(at: time.start), in: index)
    let own = index.visits(of: technician.id).filter { $0.order == order.id }.map(\.id)
    return (
      load.without(own, adding: order, at: nil).percent, load.without(own, adding: order, at: time).percent
    )
  }

  func duty(of technician: Technician, in shift: TimeRange, around work: [Engagement]) -> Duty {
    Duty(
      shift: shift, working: workingRanges(of: technician, in: shift),
      away: awayRanges(of: technician, in: shift, around: work))
  }
}
