public import Domain
import Planner

/// A line of a plan given to somebody else, before any of it is done.
extension PlanOption {
  /// Who could take what a line is about while everything else of the plan stays, the cheapest first; whoever has it
  /// in the plan is among them.
  public func takers(of id: WorkOrder.ID, dropping dropped: Set<WorkOrder.ID> = []) -> [Technician.ID] {
    guard let found = places(of: id, dropping: dropped) else { return [] }
    return found.places.prefix(PlanOption.mostTakers).compactMap { place in
      let technician = day.crew[place.technician].technician.id
      let moved = moved(id, to: found.spot(place), dropping: dropped).first { $0.id == id }
      return moved?.broken.allSatisfy { $0.severity == .warn } ?? true ? technician : nil
    }
  }

  /// The same plan with that work in somebody else's day, between what else he has in it; nil where he cannot take it.
  public func giving(
    _ id: WorkOrder.ID, to technician: Technician.ID, dropping dropped: Set<WorkOrder.ID> = []
  ) -> PlanOption? {
    guard let found = places(of: id, dropping: dropped), let member = day.member(technician),
      let place = found.places.first(where: { $0.technician == member })
    else { return nil }
    var option = self
    option.changes = moved(id, to: found.spot(place), dropping: [])
    option.complete = whole.figures(with: option.changes, from: shares)
    return option
  }

  /// So many are asked about.
  private static let mostTakers = 12

  private func moved(
    _ id: WorkOrder.ID, to spot: MovePreview.Spot, dropping dropped: Set<WorkOrder.ID>
  ) -> [PlanChange] {
    day.judged(
      changes.filter { !dropped.contains($0.id) }.compactMap { change in
        day.places[change.id].map { ($0, change.id == id ? spot : change.to) }
      })
  }

  /// Where a line's work could go while all else of the plan stands to the minute.
  private func places(of id: WorkOrder.ID, dropping dropped: Set<WorkOrder.ID>) -> Found? {
    guard let piece = day.places[id], changes.contains(where: { $0.id == id }) else { return nil }
    var spots = day.standing
    for change in changes where !dropped.contains(change.id) {
      guard let other = day.places[change.id] else { continue }
      spots[other] = day.spot(of: change)
    }
    spots[piece] = nil
    var held = day
    held.problem = day.holding(spots)
    guard let ground = held.problem.ground else { return nil }
    held.ground = ground
    let places = ground.suggest(piece, in: held.plan(at: spots)).places.filter(\.moved.isEmpty)
    return Found(day: day, piece: piece, places: places)
  }

  private struct Found {
    let day: RunningDay
    let piece: Int
    let places: [Suggestion.Place]

    func spot(_ place: Suggestion.Place) -> MovePreview.Spot {
      day.spot(RunningDay.Spot(member: place.technician, start: place.start), of: piece)
    }
  }
}
