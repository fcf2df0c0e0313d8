import Domain
import Terminal
import Verbs

/// Orders as rows of a window.
extension Model {
  /// Work that has not ended, the most urgent first.
  func openOrders(where belongs: (borrowing WorkOrder) -> Bool) -> [WorkOrder] {
    var open: [WorkOrder] = []
    office.orders.forEach { order in
      if order.ending == nil, belongs(order) { open.append(copy order) }
    }
    open.sort { ($0.priority, $0.receivedAt, $0.number) < ($1.priority, $1.receivedAt, $1.number) }
    return open
  }

  /// Orders with their state and what is due, each leading to its window.
  func orderLines(_ heading: String, _ orders: [WorkOrder], width: Int) -> [PageLine] {
    [.heading("\(heading)  \(orders.count)")] + orders.map { orderLine($0, width: width) }
  }

  func orderLine(_ order: WorkOrder, width: Int) -> PageLine {
    let clock = office.clocks(of: order, at: now).filter { $0.isTicking || $0.state == .paused }.min {
      $0.dueAt < $1.dueAt
    }
    let visit = order.openVisit?.start.map { "at \(words($0))" }
    return PageLine(
      [
        ("\(order.number)  ", .plain), ("\(order.priority.text)  ", order.priority.role),
        (order.summary.fitted(to: max(12, width / 3)) + "  ", .plain),
        (stateWords(of: order) + "  ", .plain),
        (visit.map { "\($0)  " } ?? "", .dim), (clock.map { clockWords($0) } ?? "", clock?.role ?? .dim)
      ], target: .view(.open(order.id)))
  }
}
