import Domain

extension Model {
  /// What is marked, as it stands in the queue, then among the alerts, then by number.
  var markedOrders: [WorkOrder.ID] {
    guard !marks.isEmpty else { return [] }
    var left = marks.ids
    var ordered = (queue.isOpen ? queue.source : board.queue).map(\.id).filter { left.remove($0) != nil }
    for case let id? in board.alerts.lazy.map(\.orderID) where left.remove(id) != nil { ordered.append(id) }
    return ordered + left.sorted { (office.order($0)?.number ?? 0) < (office.order($1)?.number ?? 0) }
  }

  /// How many marked orders have no row in the focused pane, or in the queue where that pane has no marks.
  var hiddenMarks: Int {
    guard !marks.isEmpty else { return 0 }
    if focus == .alerts {
      let shown = Set(alerts.rows.compactMap { board.alerts[$0].orderID })
      return marks.ids.count { !shown.contains($0) }
    }
    return marks.count - queue.rows.count { marks.contains(queue.source[$0].id) }
  }

  /// `4 marked`, `4 marked, 1 hidden`; nil when nothing is.
  var markedTitle: String? {
    guard !marks.isEmpty else { return nil }
    let hidden = hiddenMarks
    return "\(marks.count) marked\(hidden > 0 ? ", \(hidden) hidden" : "")"
  }

  /// What is about to be acted on: `20418`, or `4 orders, 1 not shown`.
  func words(of orders: [WorkOrder.ID]) -> String {
    if orders.count == 1, let only = office.order(orders[0]) { return String(only.number) }
    let hidden = marks.contains(orders[0]) ? hiddenMarks : 0
    return "\(orders.count) orders\(hidden > 0 ? ", \(hidden) not shown" : "")"
  }

  /// Their numbers and places, as many as find room, so that nobody acts on what he does not see.
  func lines(of orders: [WorkOrder.ID], width: Int) -> [PageLine] {
    let shown = orders.prefix(orders.count > 6 ? 5 : 6).compactMap { office.order($0) }
    let lines = shown.map { order in
      let words = [order.priority.text, siteName(of: order), order.summary].compactMap(\.self)
      return PageLine("\(order.number)  \(words.joined(separator: " · "))", .fieldNote)
    }
    let more = orders.count - shown.count
    return lines + (more > 0 ? [PageLine("and \(more) more", .dim)] : [])
  }
}
