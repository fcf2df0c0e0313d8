import Domain
import Planner

extension RunningDay {
  /// The same problem where what is fixed stays where it is, to the minute, even where nobody could drive it so: what
  /// stands too close to what is before it takes its technician until he would be done with it, so that nothing else
  /// is laid over it.
  func holding(_ fixed: [Int: Spot]) -> Problem {
    var problem = problem
    for (piece, spot) in fixed {
      problem.visits[piece].windows = [spot.start...spot.start]
      problem.visits[piece].release = min(problem.visits[piece].release, spot.start)
      problem.visits[piece].pinned = spot.member
      problem.visits[piece].published = Problem.Promise(technician: spot.member, start: spot.start)
      problem.visits[piece].priority = 2 * rules.late.count
    }
    for (member, own) in Dictionary(grouping: fixed, by: \.value.member) {
      problem.keep(own.map { ($0.key, $0.value.start) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }, of: member)
    }
    return problem
  }
}

extension Problem {
  /// Makes a way of these visits of somebody that he can drive as they stand, from the one to the next.
  fileprivate mutating func keep(_ own: [(visit: Int, start: Int)], of member: Int) {
    var (place, ready) = (technicians[member].start, technicians[member].shiftStart)
    var before: (visit: Int, start: Int)?
    var rests = technicians[member].lunch == nil
    for (visit, start) in own {
      var way = travel[place, visits[visit].place]
      var end = max(start, ready + way) + visits[visit].duration
      if let before {
        if start < before.start + way {
          // He cannot be there at all by then: he goes on from where he was, and the way there and back counts as work.
          end += travel[visits[visit].place, place]
          (visits[visit].place, way) = (place, 0)
        }
        visits[before.visit].duration = min(visits[before.visit].duration, start - way - before.start)
      } else {
        technicians[member].shiftStart = min(ready, start - way)
      }
      rests = rests || technicians[member].canRest(from: ready, until: start - way)
      visits[visit].duration = end - start
      (place, ready, before) = (visits[visit].place, end, (visit, start))
    }
    let home = ready + travel[place, technicians[member].end]
    rests = rests || technicians[member].canRest(from: ready, until: .max)
    if !rests, let lunch = technicians[member].lunch, lunch.latest < home { technicians[member].lunch = nil }
    let over = home - technicians[member].shiftEnd
    technicians[member].maxOvertime = max(technicians[member].maxOvertime, over)
  }
}

extension Problem.Technician {
  /// Whether his break fits between two instants.
  fileprivate func canRest(from ready: Int, until leaving: Int) -> Bool {
    guard let lunch else { return true }
    let start = max(ready, lunch.earliest)
    return start <= lunch.latest && start <= leaving - lunch.duration
  }
}
