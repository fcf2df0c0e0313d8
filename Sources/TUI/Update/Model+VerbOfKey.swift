import Domain
import Verbs

extension Model {
  /// One letter owns: in the alerts it takes the alert, anywhere else the order.
  func owned(_ action: String) -> String {
    action == ClaimVerb.name && popups.isEmpty && focus == .alerts ? AlertOwnVerb.name : action
  }

  /// The verb of a keymap's action, with what the selection says; `technician.set-presence.break` is a verb and
  /// one of its choices.
  func verb(for action: String) -> (any Verb.Type, Arguments)? {
    var name = action
    var choice: String?
    if Verbs.verb(named: name) == nil, let dot = action.lastIndex(of: ".") {
      name = String(action[..<dot])
      choice = String(action[action.index(after: dot)...])
    }
    guard let verb = Verbs.verb(named: name) else { return nil }
    var arguments = selected(for: verb, choice)
    if verb == AlertOwnVerb.self, alertsInPane.allSatisfy({ $0.standing.owner == person }) {
      arguments.set("off", to: ["yes"])
    }
    // The sheet of the day that the timeline shows.
    if verb == DayVerb.self, popups.isEmpty, focus == .timeline {
      arguments.set("day", to: [timeline.day.iso])
    }
    if let day = dayToPlan(verb) { arguments.set("day", to: [day.iso]) }
    if verb == ClaimVerb.self, areMine(selectedOrders) { arguments.set("off", to: ["yes"]) }
    return (verb, arguments)
  }

  /// What the selection says of each place that a verb has for words.
  private func selected(for verb: any Verb.Type, _ choice: String?) -> Arguments {
    var arguments = Arguments()
    for parameter in verb.parameters where parameter.place == .turn {
      // Without marks the whole queue is planned, and what is in trouble is what the keys here are about.
      if verb == PlanDayVerb.self, marks.isEmpty { continue }
      if verb == ReplanVerb.self, parameter.name == "subject",
        !paneContexts.contains("technician") || !popups.isEmpty, let id = selectedOrder,
        let order = office.order(id)
      {
        arguments.set(parameter.name, to: [String(order.number)])
        continue
      }
      if parameter == .alert {
        arguments.set(parameter.name, to: alertsInPane.map(\.id.description))
      } else if parameter.kind == .order || parameter.kind == .orders {
        // Looking at one order means the one under the cursor, whatever is marked.
        let one = orderToMove(by: verb) ?? (parameter.kind == .order ? selectedOrder : nil)
        let orders = one.map { [$0] } ?? (parameter.kind == .orders ? selectedOrders : [])
        arguments.set(parameter.name, to: orders.compactMap { office.order($0).map { String($0.number) } })
      } else if parameter.kind == .technician, let technician = office.technician(selectedTechnician) {
        arguments.set(parameter.name, to: [technician.handle])
      } else if case .choice(let choices) = parameter.kind, let choice, choices.contains(choice) {
        arguments.set(parameter.name, to: [choice])
      }
    }
    return arguments
  }

  /// The day that the timeline shows, where a verb plans a day or what is done on it.
  private func dayToPlan(_ verb: any Verb.Type) -> CivilDate? {
    guard popups.isEmpty, focus == .timeline, timeline.day > office.today(at: now) else { return nil }
    let plans: [any Verb.Type] = [
      PlanDayVerb.self, OptimiseVerb.self, ForecastVerb.self, TogetherVerb.self, ReplanVerb.self
    ]
    return plans.contains { $0 == verb } ? timeline.day : nil
  }

  /// On the alert of a visit that takes too long it is the next one that has to move.
  private func orderToMove(by verb: any Verb.Type) -> WorkOrder.ID? {
    guard popups.isEmpty, marks.isEmpty, focus == .alerts, let alert = alertInPane, verb == MoveVerb.self,
      case .overrun(_, _, let next?) = alert.evidence
    else { return nil }
    return office.order(number: next)?.id
  }

  /// Whether whoever is at the console has claimed all of them, so that the same key gives them free.
  private func areMine(_ orders: [WorkOrder.ID]) -> Bool {
    !orders.isEmpty && orders.allSatisfy { office.order($0)?.claim.map { $0.by == person } ?? false }
  }

  /// What somebody would have typed so far.
  static func words(of verb: any Verb.Type, _ arguments: Arguments) -> String {
    var words = [verb.words.joined(separator: " ")]
    for parameter in verb.parameters where parameter.place == .turn { words += arguments.all(parameter.name) }
    return words.joined(separator: " ")
  }
}
