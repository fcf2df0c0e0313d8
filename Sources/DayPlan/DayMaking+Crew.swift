import Domain
import Planner

extension DayMaking {
  /// When all who come along to an order are free; nil where nobody does.
  func commonTime(for order: WorkOrder) -> [TimeRange]? {
    guard let helpers = order.openVisit?.helpers, !helpers.isEmpty else { return nil }
    let free = helpers.map { helper in
      office.technician(helper).map { office.balance(of: $0, on: planned.day, in: index).gaps } ?? []
    }
    return free.dropFirst().reduce(free[0]) { common, other in
      common.flatMap { range in other.compactMap { range.overlap($0) } }
    }
  }
}

extension [ClosedRange<Int>] {
  /// What lies in one of these and in one of the others.
  func common(with others: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    flatMap { range in others.filter { $0.overlaps(range) }.map { $0.clamped(to: range) } }
  }
}
