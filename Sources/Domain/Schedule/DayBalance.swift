/// How a technician's day is filled: what is still free, and what is too much.
public struct DayBalance: Hashable, Sendable, Identifiable {
  public let id: Technician.ID
  public let name: String
  /// How much of his time in the shift day of that date is taken, in percent.
  public let loadPercent: Int
  /// His time in it for work: less breaks and absences.
  public let working: Span
  public let visits: Int
  /// Free stretches of half an hour or more that are not over, in order.
  public let gaps: [TimeRange]
  public let excess: [Excess]

  /// Where a day holds more than it can.
  public enum Excess: Hashable, Sendable {
    /// Two visits at the same time.
    case overlap(Int, Int, TimeRange)
    /// A visit at a time when he does not work.
    case outsideHours(Int, TimeRange)
    /// A visit that goes on through his break.
    case overBreak(Int, TimeRange)
    /// More work than working time.
    case overload(by: Span)
  }

  public static let leastGap = Span.minutes(30)
}

extension Office {
  /// How everybody's day is filled, by name.
  public func balance(of day: CivilDate, at now: Timestamp) -> [DayBalance] {
    let index = ScheduleIndex(self, at: now)
    return technicians.inOrder.filter(\.isActive)
      .sorted { ($0.name.words, $0.id) < ($1.name.words, $1.id) }
      .map { balance(of: $0, on: day, in: index) }
  }

  /// How one technician's day is filled.
  public func balance(
    of technician: Technician, on day: CivilDate, in index: ScheduleIndex
  ) -> DayBalance {
    let stops = schedule(of: technician, in: shiftDay(day), index)
    let load = load(of: technician, on: day, in: index)
    let taken = stops.flatMap { [$0.travelRange, $0.visit.range] }
    let gaps = load.duty.times.without(taken).compactMap { gap -> TimeRange? in
      let left = TimeRange(start: max(gap.start, min(index.now, gap.end)), end: gap.end)
      return left.length >= DayBalance.leastGap ? left : nil
    }
    return DayBalance(
      id: technician.id, name: technician.name.words, loadPercent: load.percent, working: load.duty.open,
      visits: stops.count, gaps: gaps,
      excess: excess(of: technician, stops, shifts(of: technician, around: day), load))
  }

  /// When he works on a day and on the ones beside it, whole over midnight.
  private func shifts(of technician: Technician, around day: CivilDate) -> [TimeRange] {
    [-1, 0, 1].flatMap { workingRanges(of: technician, on: day.adding(days: $0)) }.merged
  }

  private func excess(
    of technician: Technician, _ stops: [ScheduleStop], _ working: [TimeRange], _ load: DayLoad
  ) -> [DayBalance.Excess] {
    let ahead = stops.map(\.visit).filter(\.isActive)
    var excess: [DayBalance.Excess] = []
    for (number, visit) in ahead.enumerated() {
      for other in ahead.dropFirst(number + 1) {
        if let common = visit.range.overlap(other.range) {
          excess.append(.overlap(visit.number, other.number, common))
        }
      }
    }
    for visit in ahead where !working.contains(where: { $0.contains(visit.range) }) {
      let outside = [visit.range].without(working)
      if let first = outside.first, let last = outside.last {
        excess.append(.outsideHours(visit.number, TimeRange(start: first.start, end: last.end)))
      }
    }
    let work = stops.filter(\.visit.isActive).map(\.engagement)
    for visit in ahead {
      excess += usualBreaks(of: technician, in: visit.range)
        .filter { time(of: $0, of: technician, around: work) == nil }
        .map { .overBreak(visit.number, $0) }
    }
    if let more = load.excess { excess.append(.overload(by: more)) }
    return excess
  }
}

extension [TimeRange] {
  /// What is left of these times without the others, in order.
  func without(_ others: [TimeRange]) -> [TimeRange] {
    others.reduce(merged) { left, other in
      left.flatMap { range -> [TimeRange] in
        guard range.overlaps(other) else { return [range] }
        return [
          TimeRange(start: range.start, end: Swift.min(range.end, Swift.max(range.start, other.start))),
          TimeRange(start: Swift.max(range.start, Swift.min(range.end, other.end)), end: range.end)
        ].filter { !$0.isEmpty }
      }
    }
  }
}
