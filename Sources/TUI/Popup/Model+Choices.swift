import Domain
import Terminal
import Verbs

extension ChoicePopup {
  /// The windows and jobs that have no pane.
  static func menu(_ model: Model) -> ChoicePopup {
    ChoicePopup(
      "Menu",
      [
        Choice(words: "log a call", action: "work-order.log"),
        Choice(words: "find an order", action: "work-order.find"),
        Choice(words: "customers, sites, equipment, people, drafts, health", action: "window.records"),
        Choice(words: "filter this pane", action: Action.filter.rawValue),
        Choice(words: "sort this pane", action: Action.sort.rawValue),
        Choice(words: "command line", action: Action.openLine.rawValue),
        Choice(words: "keys and help", action: Action.openHelp.rawValue),
        Choice(words: "zoom this pane", action: Action.zoom.rawValue),
        Choice(words: "let the mouse select text, or take it back", action: Action.toggleMouse.rawValue),
        Choice(words: "leave Callout", action: "leave"),
        Choice(words: "mark all shown, or none again", action: Action.markAll.rawValue)
      ])
  }
}

extension ChoicePopup {
  /// For how long an alert is put off.
  static func snooze(_ alert: Alert, _ model: Model) -> ChoicePopup {
    let terms = AlertSnooze.Term.allCases.map { term in
      Choice(
        words: "\(term.rawValue), to \(model.words(model.now + term.span))",
        action: "alert.snooze.\(term.rawValue)")
    }
    let until = Choice(words: "until a time", action: "alert.snooze-until")
    return ChoicePopup("Put off: \(Wording.kind(alert.id.kind))", terms + [until])
  }
}

extension Model {
  /// What the focused pane can be sorted by, and whether it stands by zone.
  mutating func openSort() -> [Effect] {
    switch focus {
    case .queue:
      let orders = QueueOrder.allCases.map {
        ChoicePopup.Choice(
          words: "by \($0.rawValue)", action: "sort.\($0.rawValue)", isCurrent: $0 == queue.order)
      }
      return open(ChoicePopup("Sort the queue", orders + [grouping(queue.isGrouped)]))
    case .technicians:
      let orders = TechnicianOrder.allCases.map {
        ChoicePopup.Choice(
          words: "by \($0.rawValue)", action: "sort.\($0.rawValue)", isCurrent: $0 == technicians.order)
      }
      return open(ChoicePopup("Sort the technicians", orders + [grouping(technicians.isGrouped)]))
    case .timeline, .alerts:
      say(.note, "\(focus.title) has one order.")
      return []
    }
  }

  private func grouping(_ isGrouped: Bool) -> ChoicePopup.Choice {
    ChoicePopup.Choice(words: isGrouped ? "zones mixed again" : "zones together", action: "sort.grouped")
  }

  /// What a choice of these popups does; false for what is none of them.
  mutating func take(choice: String) -> [Effect]? {
    if choice == "leave" { return [.quit] }
    if choice == "alert.snooze-until", let alert = alertInPane {
      line = LineEditor("alert snooze \(alert.id) until ")
      return []
    }
    if let window = window(named: choice) { return open(window) }
    guard choice.hasPrefix("sort.") else { return nil }
    let word = String(choice.dropFirst(5))
    switch focus {
    case .queue:
      if word == "grouped" { queue.isGrouped.toggle() }
      if let order = QueueOrder(rawValue: word) { queue.order = order }
    case .technicians:
      if word == "grouped" { technicians.isGrouped.toggle() }
      if let order = TechnicianOrder(rawValue: word) { technicians.order = order }
    case .timeline, .alerts: break
    }
    refresh(focus)
    return []
  }
}
