import Domain
import Terminal
import Verbs

extension ChoicePopup {
  /// The windows and jobs that have no pane.
  static func menu(_ model: Model) -> ChoicePopup {
    ChoicePopup(
      "Menu",
      [
        Choice(words: "log a call", action: LogVerb.name),
        Choice(words: "find an order", action: FindVerb.name),
        Choice(words: "customers, sites, equipment, people, drafts, health", action: "window.records"),
        Choice(words: "filter this pane", action: Action.filter.rawValue),
        Choice(words: "sort this pane", action: Action.sort.rawValue),
        Choice(words: "command line", action: Action.openLine.rawValue),
        Choice(words: "keys and help", action: Action.openHelp.rawValue),
        Choice(words: "zoom this pane", action: Action.zoom.rawValue),
        Choice(words: "let the mouse select text, or take it back", action: Action.toggleMouse.rawValue),
        Choice(words: "handover to the next shift", action: HandoverVerb.name),
        Choice(words: "counters of the shift", action: CountersVerb.name),
        Choice(words: "tour of the four panes", action: TourVerb.name),
        Choice(words: "lock the desk", action: LockVerb.name),
        Choice(words: "somebody else acts here", action: IAmVerb.name),
        Choice(words: "orders looked at last", action: RecentVerb.name),
        Choice(words: "done work that awaits review", action: ReviewVerb.name),
        Choice(words: "follow-ups", action: FollowUpsVerb.name),
        Choice(words: "who is at which console", action: ConsolesVerb.name),
        Choice(words: "views of this pane", action: ViewVerb.name),
        Choice(words: "mark all shown, or none again", action: Action.markAll.rawValue),
        // The last one, with no digit: nothing is left by a slip.
        Choice(words: "leave Callout", action: "leave")
      ])
  }
}

extension ChoicePopup {
  /// For how long alerts are put off.
  static func snooze(_ alerts: [Alert], _ model: Model) -> ChoicePopup {
    let terms = AlertSnoozeVerb.Term.allCases.map { term in
      let until = model.now + term.span
      let isLate = alerts.contains { model.wording.runsOut($0, before: until) != nil }
      return Choice(
        words: "\(term.rawValue), to \(model.words(until))\(isLate ? ": a clock runs out before" : "")",
        action: "alert.snooze.\(term.rawValue)")
    }
    let until = Choice(words: "until a time", action: "alert.snooze-until")
    let what = alerts.count == 1 ? alerts.first.map { Wording.kind($0.id.kind) } : nil
    return ChoicePopup("Put off: \(what ?? "\(alerts.count) alerts")", terms + [until])
  }
}

extension Model {
  /// What the focused pane can be sorted by, and what stands together.
  mutating func openSort() -> [Effect] {
    switch focus {
    case .queue: return open(SortPopup(self))
    case .technicians:
      let orders = TechnicianOrder.allCases.map { order in
        let isCurrent = order == technicians.order
        let way = isCurrent && technicians.isReversed ? ", reversed" : ""
        return ChoicePopup.Choice(
          words: "by \(order.rawValue)\(way)", action: "sort.\(order.rawValue)", isCurrent: isCurrent)
      }
      let groups = TechnicianGroup.allCases.map { group in
        ChoicePopup.Choice(
          words: technicians.group == group
            ? "\(group.rawValue)s mixed again" : "\(group.rawValue)s together",
          action: "sort.group-\(group.rawValue)")
      }
      return open(ChoicePopup("Sort the technicians; again: the other way", orders + groups))
    case .timeline, .alerts:
      say(.note, "\(focus.title) has one order.")
      return []
    }
  }

  /// What a choice of these popups does; false for what is none of them.
  mutating func take(choice: String) -> [Effect]? {
    if choice == "leave" { return [.quit] }
    if choice == "alert.snooze-until", !alertsInPane.isEmpty {
      let words = verbContext().words(for: alertsInPane)
      line = LineEditor("alert snooze \(words.joined(separator: " ")) until ")
      return []
    }
    if let effects = take(settling: choice) { return effects }
    if let order = ChoicePopup.opened(by: choice) { return show(.open(order)) }
    if let window = window(named: choice) { return open(window) }
    if let effects = take(viewChoice: choice) { return effects }
    guard choice.hasPrefix("sort.") else { return nil }
    let word = String(choice.dropFirst(5))
    switch focus {
    case .queue:
      if word == "grouped" { queue.isGrouped.toggle() }
      if let order = QueueOrder(rawValue: word) { sort(by: order) }
    case .technicians:
      if word.hasPrefix("group-"), let group = TechnicianGroup(rawValue: String(word.dropFirst(6))) {
        technicians.group = technicians.group == group ? nil : group
      }
      if let order = TechnicianOrder(rawValue: word) { sort(by: order) }
    case .timeline, .alerts: break
    }
    refresh(focus)
    return []
  }
}
