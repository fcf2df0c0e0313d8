import Domain
import Planner

/// Places for waiting work where nothing that stands moves.
extension RunningDay {
  /// Work that nobody has.
  var unheld: [Int] { jobs.indices.filter { jobs[$0].holder == nil && jobs[$0].order?.technician == nil } }

  /// The same day where all that somebody has stays where it stands, to the minute; what nobody has is done whole in
  /// one of `gaps`, where some are given. Nil where that cannot be planned.
  func holding(within gaps: [TimeRange]? = nil) -> RunningDay? {
    var day = self
    day.problem = holding(standing)
    if let gaps {
      for job in unheld {
        let windows = windows(of: job, within: gaps)
        if windows.isEmpty { day.problem.visits[job].pinned = Problem.nobody }
        if !windows.isEmpty { day.problem.visits[job].windows = windows }
      }
    }
    guard let ground = try? Ground(day.problem) else { return nil }
    day.ground = ground
    return day
  }

  /// When a job may begin so that it is over with the same stretch of time in which it began.
  private func windows(of job: Int, within gaps: [TimeRange]) -> [ClosedRange<Int>] {
    let visit = problem.visits[job]
    return gaps.flatMap { gap in
      visit.windows.compactMap { window in
        let first = max(window.lowerBound, seconds(gap.start))
        let last = min(window.upperBound, seconds(gap.end) - visit.duration)
        return first <= last ? first...last : nil
      }
    }
  }

  /// The best place of a job with one technician in a plan, where none of his other visits begins at another time
  /// but those in `loose`.
  func quietPlace(_ job: Int, _ member: Int, in plan: Plan, loose: Set<Int> = []) -> Suggestion.Place? {
    ground.suggest(job, in: plan).places.first { place in
      place.technician == member && place.moved.allSatisfy { loose.contains($0.visit) }
    }
  }

  /// The way to where a place is, as the office reckons it.
  func way(to place: Suggestion.Place, of job: Int) -> Domain.Travel {
    let member = crew[place.technician]
    var from = member.place
    if place.position > 0 {
      let before = jobs[place.route.visits[place.position - 1]]
      from = before.order.map { office.site($0.site)?.coordinates } ?? member.technician.home
    }
    return office.travel(
      from: from, to: jobs[job].order.flatMap { office.site($0.site)?.coordinates }, at: instant(place.start))
  }
}
