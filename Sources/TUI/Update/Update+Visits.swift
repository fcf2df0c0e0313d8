import Domain
import Terminal

extension Model {
  /// Grabs the visit of the selected order, a quarter of an hour moved already or with its length being typed.
  mutating func grabVisit(_ action: Action) -> [Effect] {
    guard past == nil else { return refuseInPast() }
    guard let id = selectedOrder, let order = office.order(id) else {
      say(.refused, "No order is selected.")
      return []
    }
    visited(id)
    let isMoved = action != .visitLength
    if let sentence = Sentences.waits(order, self) ?? (isMoved ? Sentences.underWay(order, self) : nil) {
      say(.refused, sentence)
      return []
    }
    guard var popup = MovePopup(order, self) else {
      say(.refused, Sentences.noVisit(order, self))
      return []
    }
    popup.dropsTyped = action == .visitLength
    return open(popup) + handTop(.action(action.rawValue))
  }
}

extension Sentences {
  /// Why a visit stays where it is: somebody is there, and only its length can still be another; nil before that.
  static func underWay(_ order: WorkOrder, _ model: Model) -> String? {
    guard let active = order.openVisit?.activeAssignment, active.status == .onSite else { return nil }
    let who = model.technicianName(active.technician) ?? "Somebody"
    let since = active.onSiteAt.map { " since \(model.words($0))" } ?? ""
    let key = model.key(for: Action.visitLength.rawValue, in: KeyContexts.queue)
    let way = key.map { " \($0) changes its length." } ?? ""
    return "\(order.number) not moved: \(who) is on site\(since).\(way)"
  }

  /// Why nothing is done with the bar under the cursor: it is a further visit, and keys are about the one in hand.
  static func waits(_ order: WorkOrder, _ model: Model) -> String? {
    guard model.focus == .timeline, let bar = model.selectedBar, bar.order == order.id,
      let place = order.visits.firstIndex(where: { $0.id == bar.id }),
      order.furtherVisits.contains(where: { $0.id == bar.id })
    else { return nil }
    return
      "This is visit \(place + 1) of \(order.number), which waits for the one in hand: nothing is changed. "
      + ":visit \(order.number) TECHNICIAN TIME --change \(place + 1) moves it or gives it to somebody."
  }

  /// Why there is nothing to grab.
  static func noVisit(_ order: WorkOrder, _ model: Model) -> String {
    refusal(
      order.isEnded
        ? .workEnded(order.number, order.status) : .wrongState(order.number, order.status, wanted: .planned),
      model, verb: "work-order.move", orders: [order.number])
  }
}
