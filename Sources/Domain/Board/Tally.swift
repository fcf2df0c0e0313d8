/// What one order, or many, add to the figures of the header.
struct Tally: Hashable, Sendable {
  var p1Open = 0
  var breached = 0
  var atRisk = 0
  var done = 0
  var planned = 0
  var queue = QueueCounts()

  static let zero = Tally()

  static func += (left: inout Tally, right: Tally) {
    left.p1Open += right.p1Open
    left.breached += right.breached
    left.atRisk += right.atRisk
    left.done += right.done
    left.planned += right.planned
    left.queue += right.queue
  }

  static func -= (left: inout Tally, right: Tally) {
    left.p1Open -= right.p1Open
    left.breached -= right.breached
    left.atRisk -= right.atRisk
    left.done -= right.done
    left.planned -= right.planned
    left.queue -= right.queue
  }
}

extension OrderSheet {
  /// Visits done in the office's shift day, of those planned in it or done all the same.
  func tally(_ view: OrderView, _ day: BoardDay) -> Tally {
    var tally = Tally()
    // What is done waits for no technician any more, though somebody has to look it over.
    if !isEnded, status != .review, priority == .p1 { tally.p1Open = 1 }
    switch view.danger {
    case .breached: tally.breached = 1
    case .atRisk: tally.atRisk = 1
    case nil: break
    }
    if let row = view.row { tally.queue = row.counted }
    for visit in visits where !visit.isHelp {
      if visit.isDone(in: day.shift) { tally.done += 1 }
      if visit.isPlanned(in: day.shift) { tally.planned += 1 }
    }
    return tally
  }
}
