public import Domain
import Terminal

extension Model {
  /// The orders that order verbs act on: the top popup's subject, else what is marked, else what is selected.
  ///
  /// On the timeline and among the technicians, where nothing can be marked, what is under the cursor counts
  /// before marks that are elsewhere.
  public var selectedOrders: [WorkOrder.ID] {
    if let top = popups.last, !top.popup.actsOnMarks { return selectedOrder.map { [$0] } ?? [] }
    if popups.isEmpty, focus == .timeline || focus == .technicians, let order = orderInPane { return [order] }
    return marks.isEmpty ? selectedOrder.map { [$0] } ?? [] : markedOrders
  }

  /// The one order under the cursor.
  public var selectedOrder: WorkOrder.ID? {
    if let top = popups.last { return top.popup.subject }
    return orderInPane
  }

  var orderInPane: WorkOrder.ID? {
    guard face.isConsole else { return orderOnFace }
    return switch focus {
    case .queue: queue.cursor.selected
    case .technicians: selectedCard?.now.flatMap { office.order(number: $0)?.id }
    case .timeline: selectedBar?.order
    case .alerts: selectedAlert?.orderID
    }
  }

  /// The technician that technician verbs act on.
  public var selectedTechnician: Technician.ID? {
    switch focus {
    case .queue: nil
    case .technicians: technicians.cursor.selected
    case .timeline: timeline.cursor.selected
    case .alerts: selectedAlert?.technicianID
    }
  }

  var selectedRow: QueueRow? { queue.rows.isEmpty ? nil : queue.row(at: queue.cursor.index) }

  var selectedCard: TechnicianCard? {
    technicians.rows.isEmpty ? nil : board.technicians[technicians.rows[technicians.cursor.index]]
  }

  var selectedLane: TimelineLane? {
    timeline.rows.isEmpty ? nil : timeline.lanes(board)[timeline.rows[timeline.cursor.index]]
  }

  var selectedBar: TimelineBar? {
    guard let visit = timeline.visit else { return nil }
    return selectedLane?.bars.first { $0.id == visit }
  }

  var selectedAlert: Alert? { alerts.rows.isEmpty ? nil : board.alerts[alerts.rows[alerts.cursor.index]] }

  /// The alert that alert verbs act on: the one under the cursor of the focused alerts.
  var alertInPane: Alert? { focus == .alerts ? selectedAlert : nil }

  /// The alerts that alert verbs act on: those of marked orders, of each all of them; else the one under the cursor.
  var alertsInPane: [Alert] {
    guard focus == .alerts else { return [] }
    if !marks.isEmpty {
      let marked = board.alerts.filter { $0.orderID.map(marks.contains) ?? false }
      if !marked.isEmpty { return marked }
    }
    return selectedAlert.map { [$0] } ?? []
  }

  /// The contexts of the keymap that are active now, innermost first.
  public var contexts: [String] {
    if gate != nil { return KeyContexts.lock }
    if line != nil { return KeyContexts.line }
    if let top = popups.last { return withTour(top.popup.contexts) }
    return isFiltering ? KeyContexts.filter : withTour(paneContexts)
  }

  /// On the tour its own key comes first, but in forms.
  func withTour(_ contexts: [String]) -> [String] {
    tour == nil || contexts.contains("form") ? contexts : KeyContexts.tour + contexts
  }

  /// The contexts of the focused pane, whatever lies over it.
  var paneContexts: [String] {
    if let own = face.contexts { return own }
    return switch focus {
    case .queue: KeyContexts.queue
    case .technicians: KeyContexts.technicians
    case .timeline: timeline.visit == nil ? KeyContexts.timelineName : KeyContexts.timelineVisit
    case .alerts:
      selectedAlert.map { $0.orderID == nil ? KeyContexts.alertOfTechnician : KeyContexts.alerts }
        ?? KeyContexts.alerts
    }
  }
}
