import Domain
import Planner

extension DayMaking {
  /// What is more urgent than work that is to be placed begins no later for its sake than its clocks allow; a P1 gives
  /// way to nothing but another P1.
  mutating func protect(for taking: [WorkOrder]) {
    guard let first = taking.map(\.priority).min() else { return }
    let hasLess = taking.contains { $0.priority != .p1 }
    for piece in pieces.indices where pieces[piece].holder != nil {
      guard let order = pieces[piece].order, let start = pieces[piece].start,
        order.priority < first || hasLess && order.priority == .p1,
        let latest = pieces[piece].clocks.filter({ start <= $0 }).min()
      else { continue }
      let kept = visits[piece].windows.common(with: [anyTime.lowerBound...seconds(latest)])
      if !kept.isEmpty { visits[piece].windows = kept }
    }
  }
}
