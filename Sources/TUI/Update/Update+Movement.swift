import Domain
import Terminal
import Verbs

/// A way for a list's cursor to go.
enum ListMove {
  case by(Int), to(Int), pages(Int), scroll(Int)
}

extension ListCursor {
  mutating func take(_ move: ListMove, in ids: some RandomAccessCollection<ID>) {
    switch move {
    case .by(let step): self.move(by: step, in: ids)
    case .to(let number): self.move(to: number, in: ids)
    case .pages(let screens): page(by: screens, in: ids)
    case .scroll(let lines): scroll(by: lines, in: ids)
    }
  }
}

extension Model {
  mutating func move(_ move: ListMove, in pane: Pane? = nil) {
    switch pane ?? focus {
    case .queue: queue.cursor.take(move, in: queue.ids)
    case .technicians: technicians.cursor.take(move, in: technicians.ids(in: board))
    case .alerts:
      alerts.leaving = nil
      alerts.cursor.take(move, in: alerts.ids(in: board))
    case .timeline: moveLane(move)
    }
  }

  /// Keeps what `-` goes back to: the order that was looked at before this one.
  ///
  /// Opened or acted on is looked at; passing over it with the cursor is not.
  mutating func visited(_ order: WorkOrder.ID, isLookedAt: Bool = true) {
    if order != current {
      last = current ?? last
      current = order
    }
    guard isLookedAt, recent.first != order else { return }
    recent = Array(([order] + recent.filter { $0 != order }).prefix(Self.recentLimit))
  }

  /// So many orders are remembered as looked at.
  private static let recentLimit = 40

  /// Selects the worst alert that is shown and not put off: the first of the highest severity.
  mutating func toWorstAlert() {
    let worst = alerts.rows.map { board.alerts[$0] }.worst
    guard let worst else {
      say(.note, alerts.rows.isEmpty ? wording.empty(.alerts) : wording.allPutOff(alerts.rows.count))
      return
    }
    focus(on: .alerts)
    alerts.cursor.move(to: worst, in: alerts.ids(in: board))
  }

  mutating func toLastOrder() -> [Effect] {
    guard let last, let order = office.order(last) else {
      say(.note, "No order was looked at before this one.")
      return []
    }
    if select(order: last) { return [] }
    say(.note, "\(order.number) is not in this pane.")
    return show(.open(last))
  }

  /// Selects an order where it is shown, in the queue before the timeline. False when it is in neither.
  mutating func select(order: WorkOrder.ID) -> Bool {
    if let number = queue.rows.firstIndex(where: { queue.source[$0].id == order }) {
      focus(on: .queue)
      queue.cursor.move(to: number, in: queue.ids)
      visited(order, isLookedAt: false)
      return true
    }
    let lanes = timeline.lanes(board)
    for (line, number) in timeline.rows.enumerated() {
      guard let bar = lanes[number].bars.first(where: { $0.order == order }) else { continue }
      focus(on: .timeline)
      timeline.cursor.move(to: line, in: timeline.rows.map { lanes[$0].id })
      timeline.visit = bar.id
      showSelectedVisit()
      visited(order, isLookedAt: false)
      return true
    }
    return false
  }

  mutating func copyNumber() -> [Effect] {
    guard let id = selectedOrder, let order = office.order(id) else {
      say(.note, "No order is selected.")
      return []
    }
    say(.done, "\(order.number) is copied.")
    return [.copy(String(order.number))]
  }
}
