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
    let midnights = TimeRange(start: zone.startOfDay(day), end: zone.startOfDay(day.adding(days: 1)))
    return schedule(of: technician, in: midnights, index)
  }

  /// The same of any stretch of time.
  func schedule(of technician: Technician, in range: TimeRange, _ index: ScheduleIndex) -> [ScheduleStop] {
    let visits = index.pastVisits(of: technician.id) + index.visits(of: technician.id)
    let within = visits.filter { $0.range.overlaps(range) || range.contains($0.range.start) }
      .sorted { ($0.range.start, $0.number) < ($1.range.start, $1.number) }
    var place = technician.home
    var stops: [ScheduleStop] = []
    for visit in within {
      stops.append(
        ScheduleStop(visit: visit, travel: travel(from: place, to: visit.place, at: visit.range.start)))
      place = visit.place
    }
    return stops
  }
}
