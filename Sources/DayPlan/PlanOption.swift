public import Domain

/// One way to answer, as a whole: what changes, and what the day is like before and after.
public struct PlanOption: Sendable {
  public internal(set) var kind: Kind
  public internal(set) var changes: [PlanChange]
  /// Work that nobody has in it, with the reason of whoever came nearest.
  public internal(set) var left: [PlanLeft]
  /// What of it the office would refuse, and what has been left out because it would have.
  var refused: [Refused] = []
  var leftOut: [Refused] = []
  /// The day that it is a plan of, and the whole day by which all of them are weighed.
  let day: RunningDay
  var whole: RunningDay
  /// The whole day as it stands, by whose it is, and what it comes to then and with all changes: worked out with the
  /// answer, so that nobody who looks at it waits.
  var shares: [DayFigures] = []
  public internal(set) var before = DayFigures()
  var complete = DayFigures()
  /// What it adds to the cost of the day beside the work itself, in driving that weighs as much; nil where that is not
  /// what is asked.
  public internal(set) var weight: Span?
  /// How far work lies from the order that was asked about.
  public internal(set) var ways: [WorkOrder.ID: Travel] = [:]

  struct Refused: Sendable {
    let id: WorkOrder.ID
    let rule: BrokenRule
  }

  /// What the day would be like without some of the changes.
  public func after(dropping dropped: Set<WorkOrder.ID> = []) -> DayFigures {
    if dropped.isEmpty { return complete }
    return whole.figures(with: changes.filter { !dropped.contains($0.id) }, from: shares)
  }

  /// The changes that stay without some of them, each with what it would break then.
  public func judged(dropping dropped: Set<WorkOrder.ID>) -> [PlanChange] {
    if dropped.isDisjoint(with: changes.map(\.id)) { return changes }
    return day.judged(
      changes.compactMap { change in
        dropped.contains(change.id) ? nil : day.places[change.id].map { ($0, change.to) }
      })
  }
}
