public import Domain
import Planner

/// What a plan of the rest of the day comes to, in figures that people weigh.
public struct DayFigures: Hashable, Sendable {
  /// By how much visits begin after they are due, all together, and how many do.
  public var late: Span = .zero
  public var lateVisits = 0
  /// Clocks that would be missed and are not missed yet.
  public var breaches = 0
  /// Times promised to customers that nobody would keep.
  public var brokenPromises = 0
  public var driving: Span = .zero
  /// Along the road, where both ends are known.
  public var metres = 0
  public var overtime: Span = .zero
  /// Work that nobody has.
  public var open = 0

  public init() {}
}

extension RunningDay {
  /// The figures of a plan with its hours.
  func figures(of plan: Plan) -> DayFigures {
    var figures = DayFigures()
    var served: Set<Int> = []
    for route in plan.routes where route.stops.contains(where: { $0.visit != nil }) {
      let member = crew[route.technician]
      var place = member.place
      var time = member.free
      for stop in route.stops {
        guard let job = stop.visit else {
          if let lunch = member.lunch { time = (stop.start.map(instant) ?? time) + lunch.length }
          continue
        }
        served.insert(job)
        let to = jobs[job].order.map { office.site($0.site)?.coordinates } ?? member.technician.home
        drive(from: place, to: to, at: time, &figures)
        time = max(stop.start.map(instant) ?? time, time)
        judge(jobs[job], beginning: time, &figures)
        time += jobs[job].length
        place = to
      }
      guard let home = member.technician.home else { continue }
      drive(from: place, to: home, at: time, &figures)
      let back = time + office.travelTime(from: place, to: home, at: time)
      if member.shift.end < back { figures.overtime += back - member.shift.end }
    }
    for job in jobs.indices where !served.contains(job) && jobs[job].order != nil {
      figures.open += 1
      figures.breaches += jobs[job].clocks.isEmpty ? 0 : 1
    }
    return figures
  }

  private func drive(from: Coordinates?, to: Coordinates?, at instant: Timestamp, _ figures: inout DayFigures)
  {
    let way = office.travel(from: from, to: to, at: instant)
    figures.driving += way.span
    figures.metres += way.metres ?? 0
  }

  private func judge(_ job: Job, beginning start: Timestamp, _ figures: inout DayFigures) {
    if let due = job.due, due < start {
      figures.late += start - due
      figures.lateVisits += 1
    }
    figures.breaches += job.clocks.count { $0 < start }
    if let window = job.order?.window, window.end < start { figures.brokenPromises += 1 }
  }
}
