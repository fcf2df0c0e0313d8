import Domain
import Planner

/// Places for waiting work where nothing that stands moves.
extension RunningDay {
  /// Work that nobody has.
  var unheld: [Int] {
    pieces.indices.filter { pieces[$0].holder == nil && pieces[$0].order?.technician == nil }
  }

  /// The same day where all that somebody has stays where it stands, to the minute; what nobody has is done whole in
  /// one of `gaps`, where some are given. Nil where that cannot be planned.
  func holding(within gaps: [TimeRange]? = nil) -> RunningDay? {
    var day = self
    day.problem = holding(standing)
    if let gaps {
      for piece in unheld {
        let windows = windows(of: piece, within: gaps)
        if windows.isEmpty { day.problem.visits[piece].pinned = Problem.nobody }
        if !windows.isEmpty { day.problem.visits[piece].windows = windows }
      }
    }
    guard let ground = day.problem.ground else { return nil }
    day.ground = ground
    return day
  }

  /// When a piece may begin so that it is over with the same stretch of time in which it began.
  private func windows(of piece: Int, within gaps: [TimeRange]) -> [ClosedRange<Int>] {
    let visit = problem.visits[piece]
    return gaps.flatMap { gap in
      visit.windows.compactMap { window in
        let first = max(window.lowerBound, seconds(gap.start))
        let last = min(window.upperBound, seconds(gap.end) - visit.duration)
        return first <= last ? first...last : nil
      }
    }
  }

  /// The best place of a piece with one technician in a plan, where none of his other visits begins at another time
  /// but those in `loose`.
  func quietPlace(_ piece: Int, _ member: Int, in plan: Plan, loose: Set<Int> = []) -> Suggestion.Place? {
    ground.suggest(piece, in: plan).places.first { place in
      place.technician == member && place.moved.allSatisfy { loose.contains($0.visit) }
    }
  }

  /// The way to where a place is, as the office reckons it.
  func way(to place: Suggestion.Place, of piece: Int) -> Domain.Travel {
    let member = crew[place.technician]
    var from = member.place
    if place.position > 0 {
      let before = pieces[place.route.visits[place.position - 1]]
      from = before.order.map { office.site($0.site)?.coordinates } ?? member.technician.home
    }
    return office.travel(
      from: from, to: pieces[piece].order.flatMap { office.site($0.site)?.coordinates },
      at: instant(place.start))
  }
}
