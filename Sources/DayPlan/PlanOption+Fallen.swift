public import Domain
import Planner

extension PlanOption {
  /// Why a line falls with others.
  public enum Fall: Hashable, Sendable {
    /// It would only move for their sake.
    case needless
    /// Without them the office would refuse it, or it would lie over another visit.
    case blocked(BrokenRule)
  }

  /// The lines that fall with others that are struck out, each with the reason. What would only move for their sake and
  /// is `kept` by a word goes on; what cannot be done without them does not.
  public func fallen(
    with dropped: Set<WorkOrder.ID>, keeping kept: Set<WorkOrder.ID> = []
  ) -> [WorkOrder.ID: Fall] {
    var fallen: [WorkOrder.ID: Fall] = [:]
    if dropped.isDisjoint(with: changes.map(\.id)) { return fallen }
    while true {
      for id in needless(without: dropped.union(fallen.keys), keeping: kept) { fallen[id] = .needless }
      guard let (id, rule) = blocked(without: dropped.union(fallen.keys)) else { return fallen }
      fallen[id] = .blocked(rule)
    }
  }

  /// The least urgent line that cannot be done without others and could be with them.
  private func blocked(without dropped: Set<WorkOrder.ID>) -> (WorkOrder.ID, BrokenRule)? {
    let before = Set(changes.filter { obstacle(to: $0) != nil }.map(\.id))
    let found = judged(dropping: dropped).compactMap { change -> (WorkOrder.ID, BrokenRule)? in
      before.contains(change.id) ? nil : obstacle(to: change).map { (change.id, $0) }
    }
    func rank(_ id: WorkOrder.ID) -> (Int, Int) { day.places[id].map(day.rank) ?? (0, 0) }
    return found.max { rank($0.0) < rank($1.0) }
  }

  private func obstacle(to change: PlanChange) -> BrokenRule? {
    let over = kind.movesForOthers ? day.overlap(of: change) : nil
    return change.broken.first { $0.severity != .warn } ?? over
  }

  /// Visits that somebody has and that would begin at another hour or change hands only for the sake of lines that are
  /// struck out. What still makes the day better goes on.
  private func needless(
    without dropped: Set<WorkOrder.ID>, keeping kept: Set<WorkOrder.ID>
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
