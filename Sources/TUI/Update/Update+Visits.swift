import Domain
import Terminal

extension Model {
  /// Grabs the visit of the selected order, a quarter of an hour moved already or with its length being typed.
  mutating func grabVisit(_ action: Action) -> [Effect] {
    guard let id = selectedOrder, let order = office.order(id) else {
      say(.refused, "No order is selected.")
      return []
    }
    visited(id)
    guard let popup = MovePopup(order, self) else {
      say(.refused, Sentences.noVisit(order, self))
      return []
    }
    return open(popup) + handTop(.action(action.rawValue))
  }
}

extension Sentences {
  /// Why there is nothing to grab.
  static func noVisit(_ order: WorkOrder, _ model: Model) -> String {
    refusal(
      order.isEnded
        ? .workEnded(order.number, order.status) : .wrongState(order.number, order.status, wanted: .planned),
      model, verb: "work-order.move", orders: [order.number])
  }
}
