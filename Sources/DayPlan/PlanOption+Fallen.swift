public import Domain
import Planner

extension PlanOption {
  /// The moves that fall with lines that are struck out: visits that somebody has and that would begin at another hour
  /// or change hands only for the sake of those. What still makes the day better, and what is `kept` by a word, goes on.
  public func fallen(
    with dropped: Set<WorkOrder.ID>, keeping kept: Set<WorkOrder.ID> = []
  ) -> Set<WorkOrder.ID> {
    let struck = changes.filter { dropped.contains($0.id) }
    guard kind.movesForOthers, !struck.isEmpty else { return [] }
    let loose = near(
      struck, changes.filter { !dropped.contains($0.id) && !kept.contains($0.id) && isHeld($0) })
    if loose.isEmpty { return [] }
    let all = Set(loose.map(\.id))
    let bare = cost(without: dropped.union(all))
    guard var least = cost(without: dropped) else { return bare == nil ? [] : all }
    if let bare, bare <= least { return all }
    var fallen: Set<WorkOrder.ID> = []
    for change in loose.prefix(PlanOption.mostLoose).reversed() {
      let without = dropped.union(fallen).union([change.id])
      guard let found = cost(without: without), found <= least else { continue }
      least = found
      fallen.insert(change.id)
    }
    return fallen
  }

  /// So many moves are looked at one by one.
  private static let mostLoose = 40

  private func isHeld(_ change: PlanChange) -> Bool {
    day.places[change.id].map { day.pieces[$0].holder != nil } ?? false
  }

  /// Those of some moves that hang together with lines by who has what.
  private func near(_ lines: [PlanChange], _ moves: [PlanChange]) -> [PlanChange] {
    func people(_ change: PlanChange) -> [Technician.ID] {
      [change.from.technician, change.to.technician].compactMap(\.self)
    }
    var reached = Set(lines.flatMap(people))
    var near: [PlanChange] = []
    var left = moves
    while let next = left.firstIndex(where: { !reached.isDisjoint(with: people($0)) }) {
      reached.formUnion(people(left[next]))
      near.append(left.remove(at: next))
    }
    return near
  }

  /// What the day costs without some lines; nil where something else would have to begin at another hour then.
  private func cost(without dropped: Set<WorkOrder.ID>) -> Int? {
    let standing = day.standing
    var spots = standing
    for change in changes where !dropped.contains(change.id) {
      guard let piece = day.places[change.id] else { continue }
      spots[piece] = day.spot(of: change)
    }
    let plan = day.plan(at: spots)
    let timed = day.spots(of: plan)
    let stays = standing.allSatisfy { piece, spot in spots[piece] != spot || timed[piece] == spot }
    return stays ? day.problem.score(plan).cost.total : nil
  }
}

extension PlanOption.Kind {
  /// Whether its lines may be there for the sake of one another.
  fileprivate var movesForOthers: Bool {
    switch self {
    case .given, .givenWithRoom, .rearranged, .reordered, .shared, .fits, .next, .instead: true
    case .told, .givenAway, .pushed, .fills, .filled, .together: false
    }
  }
}
