/// A visit in the order of a day, with the way to it.
public struct ScheduleStop: Hashable, Sendable, Identifiable {
  public let visit: ScheduledVisit
  /// From the visit before it, for the first of the day from home.
  public let travel: Travel

  public var id: Visit.ID { visit.id }

  /// What it takes of the day; a way that is only guessed counts as none.
  var engagement: Engagement { Engagement(visit.range, way: travel.isGuess ? .zero : travel.span) }
  /// The way as a stretch of time that ends with the visit's beginning.
  public var travelRange: TimeRange {
    TimeRange(start: visit.range.start - travel.span, end: visit.range.start)
  }
}

extension Office {
  /// A technician's visits that touch a day, what is over included, in order and with the travel between them.
  public func schedule(of technician: Technician, on day: CivilDate, at now: Timestamp) -> [ScheduleStop] {
    schedule(of: technician, on: day, in: ScheduleIndex(self, at: now, only: technician.id))
  }

  /// The same from an index that was built for many technicians.
  public func schedule(
    of technician: Technician, on day: CivilDate, in index: ScheduleIndex
  ) -> [ScheduleStop] {
    let zone = zone
    let midnights = TimeRange(start: zone.startOfDay(day), end: zone.startOfDay(day.adding(days: 1)))
    let visits = index.pastVisits(of: technician.id) + index.visits(of: technician.id)
    let today = visits.filter { $0.range.overlaps(midnights) || midnights.contains($0.range.start) }
      .sorted { ($0.range.start, $0.number) < ($1.range.start, $1.number) }
    var place = technician.home
    var stops: [ScheduleStop] = []
    for visit in today {
      stops.append(
        ScheduleStop(visit: visit, travel: travel(from: place, to: visit.place, at: visit.range.start)))
      place = visit.place
    }
    return stops
  }

  /// Planned work of a day as a share of its working time, in percent; zero on a day without working time.
  public func loadPercent(of technician: Technician, on day: CivilDate, in index: ScheduleIndex) -> Int {
    load(of: technician, on: day, in: index).percent
  }

  /// The same without an order's visit and with it; its own visit counts as added, not as planned.
  public func loads(
    of technician: Technician, taking order: WorkOrder, length: Span, on day: CivilDate,
    in index: ScheduleIndex
  ) -> (before: Int, after: Int) {
    var load = load(of: technician, on: day, in: index)
    let own = index.visits(of: technician.id).first { $0.order == order.id }
    if let own, zone.date(at: own.range.start) == day { load.planned -= own.range.length }
    let before = load.percent
    load.planned += length
    return (before, load.percent)
  }

  func load(of technician: Technician, on day: CivilDate, in index: ScheduleIndex) -> DayLoad {
    let zone = zone
    let midnights = TimeRange(start: zone.startOfDay(day), end: zone.startOfDay(day.adding(days: 1)))
    let working = workingRanges(of: technician, on: day)
    let away = awayRanges(of: technician, on: day).map(\.range).merged
    let visits = index.pastVisits(of: technician.id) + index.visits(of: technician.id)
    return DayLoad(
      planned: visits.compactMap { $0.counted(at: index.now).overlap(midnights)?.length }.reduce(.zero, +),
      open: working.map(\.length).reduce(.zero, +) - away.map(\.length).reduce(.zero, +))
  }
}

/// What a day holds, and what it could.
struct DayLoad {
  var planned: Span
  /// Working time less breaks and absences.
  var open: Span

  var percent: Int {
    max(planned, .zero).percent(of: open)
  }
}
