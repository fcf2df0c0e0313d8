import Domain
import Terminal
public import Verbs

extension Model {
  /// What verbs may know.
  public var verbContext: VerbContext {
    VerbContext(
      office: office, now: now, person: person, selection: selectedOrders, last: current ?? last,
      identifiers: identifiers, rules: rules)
  }

  /// Runs the verb of a key on what is selected: by its window, at once, or by the line where words are missing.
  mutating func runVerb(_ pressed: String) -> [Effect] {
    if let effects = faceVerb(pressed) { return effects }
    let action = owned(pressed)
    guard let (verb, arguments) = verb(for: action) else {
      say(.refused, "\"\(action)\" is nothing this console can do.")
      return []
    }
    let needsOrder = verb.parameters.contains { $0.isRequired && ($0.kind == .order || $0.kind == .orders) }
    if needsOrder, selectedOrders.isEmpty {
      say(.refused, Sentences.nothingSelected(verb, self))
      return []
    }
    if needsOrder, let order = selectedOrder { visited(order) }
    if verb.parameters.contains(.alert), alertInPane == nil {
      say(.refused, "No alert is selected. \(key(for: "pane.alerts", in: paneContexts) ?? "4") goes to them.")
      return []
    }
    if let sentence = notLate(verb) ?? notMovable(verb, arguments) ?? nothingToDo(verb, arguments) {
      say(.refused, sentence)
      return []
    }
    if let popup = opening(verb.name, arguments) { return open(popup) }
    if verb == CustomerShow.self, let order = selectedOrder.flatMap({ office.order($0) }) {
      let edit = key(for: "work-order.edit", in: paneContexts).map { ": \($0) sets one" } ?? ""
      say(.refused, "\(order.number) has no customer\(edit).")
      return []
    }
    do throws(UsageFault) {
      let made = try Verbs.verb(named: verb.name, arguments, in: verbContext)
      return perform(made, arguments, from: .keys)
    } catch {
      line = LineEditor(Self.words(of: verb, arguments) + " ")
      say(.note, error.message)
      return []
    }
  }

  /// Why nobody is asked what made the selected order late: it is not; nil for another verb.
  private func notLate(_ verb: any Verb.Type) -> String? {
    let orders = selectedOrders.compactMap { office.order($0) }
    guard verb == BreachCauseVerb.self, let order = orders.first,
      !orders.contains(where: { office.clocks(of: $0, at: now).contains(where: \.isMissed) }),
      alertInPane?.remedy.verb != verb.name || orders.count > 1
    else { return nil }
    return Sentences.refusal(.wrongState(order.number, order.status, wanted: .late), self, verb: verb.name)
  }

  /// Why the visit of one order is not grabbed; nil for another verb, and where it can be.
  private func notMovable(_ verb: any Verb.Type, _ arguments: Arguments) -> String? {
    let numbers = arguments.all("order")
    guard verb == Move.self, numbers.count == 1, let number = numbers.first.flatMap({ Int($0) }),
      let order = office.order(number: number)
    else { return nil }
    return Sentences.underWay(order, self)
  }

  /// Why one order has nothing that the verb could be about, so that no line is opened for it; nil for another verb.
  private func nothingToDo(_ verb: any Verb.Type, _ arguments: Arguments) -> String? {
    let numbers = arguments.all("order")
    let number = numbers.count == 1 ? numbers.first.flatMap { Int($0) } : nil
    guard let order = number.flatMap({ office.order(number: $0) }), order.openVisit == nil else { return nil }
    if verb == Move.self, order.isEnded {
      return Sentences.refusal(.workEnded(order.number, order.status), self, verb: verb.name)
    }
    guard verb == PinVerb.self else { return nil }
    return Sentences.refusal(.wrongState(order.number, order.status, wanted: .planned), self, verb: verb.name)
  }

  /// One letter owns: in the alerts it takes the alert, anywhere else the order.
  private func owned(_ action: String) -> String {
    action == "work-order.claim" && popups.isEmpty && focus == .alerts ? "alert.own" : action
  }

  /// The verb of a keymap's action, with what the selection says; `technician.set-presence.break` is a verb and
  /// one of its choices.
  private func verb(for action: String) -> (any Verb.Type, Arguments)? {
    var name = action
    var choice: String?
    if Verbs.verb(named: name) == nil, let dot = action.lastIndex(of: ".") {
      name = String(action[..<dot])
      choice = String(action[action.index(after: dot)...])
    }
    guard let verb = Verbs.verb(named: name) else { return nil }
    var arguments = Arguments()
    for parameter in verb.parameters where parameter.place == .turn {
      // Without marks the whole queue is planned, and what is in trouble is what the keys here are about.
      if verb == PlanDay.self, marks.isEmpty { continue }
      if verb == Replan.self, parameter.name == "subject",
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
    if name == "alert.own", alertsInPane.allSatisfy({ $0.standing.owner == person }) {
      arguments.set("off", to: ["yes"])
    }
    // The sheet of the day that the timeline shows.
    if verb == Day.self, popups.isEmpty, focus == .timeline { arguments.set("day", to: [timeline.day.iso]) }
    if let day = dayToPlan(verb) { arguments.set("day", to: [day.iso]) }
    if verb == ClaimVerb.self, areMine(selectedOrders) { arguments.set("off", to: ["yes"]) }
    return (verb, arguments)
  }

  /// The day that the timeline shows, where a verb plans a day or what is done on it.
  private func dayToPlan(_ verb: any Verb.Type) -> CivilDate? {
    guard popups.isEmpty, focus == .timeline, timeline.day > office.today(at: now) else { return nil }
    let plans: [any Verb.Type] = [PlanDay.self, Optimise.self, ForecastVerb.self, Together.self, Replan.self]
    return plans.contains { $0 == verb } ? timeline.day : nil
  }

  /// On the alert of a visit that takes too long it is the next one that has to move.
  private func orderToMove(by verb: any Verb.Type) -> WorkOrder.ID? {
    guard popups.isEmpty, marks.isEmpty, focus == .alerts, let alert = alertInPane, verb == Move.self,
      case .overrun(_, _, let next?) = alert.evidence
    else { return nil }
    return office.order(number: next)?.id
  }

  /// Whether whoever is at the console has claimed all of them, so that the same key gives them free.
  private func areMine(_ orders: [WorkOrder.ID]) -> Bool {
    !orders.isEmpty && orders.allSatisfy { office.order($0)?.claim.map { $0.by == person } ?? false }
  }

  /// What somebody would have typed so far.
  private static func words(of verb: any Verb.Type, _ arguments: Arguments) -> String {
    var words = [verb.words.joined(separator: " ")]
    for parameter in verb.parameters where parameter.place == .turn { words += arguments.all(parameter.name) }
    return words.joined(separator: " ")
  }

  mutating func perform(_ verb: any Verb, _ arguments: Arguments? = nil, from origin: Origin) -> [Effect] {
    do throws(Refusal) {
      var act = try verb.act(in: verbContext)
      try verb.checkRole(act, in: verbContext)
      if case .submit(var proposal) = act {
        proposal.arguments = arguments
        act = .submit(proposal)
      }
      return perform(act, from: origin)
    } catch {
      say(.refused, Sentences.refusal(error, self, verb: type(of: verb).name))
      return []
    }
  }

  /// Carries out what a verb came to, whoever asked.
  mutating func perform(_ act: Act, from origin: Origin) -> [Effect] {
    switch act {
    case .submit(let proposal) where !mayChange && !mayReview(proposal): return refuseChange()
    case .chore where !mayChange: return refuseChange()
    case .submit(let proposal):
      if let number = proposal.orders.last, let order = office.order(number: number) { visited(order.id) }
      return [.submit(proposal, origin)]
    case .ask(let query): return ask(query, origin)
    case .show(let view): return show(view)
    case .chore(.actAs(let id)): return takeOver(id)
    case .chore(.setPIN(let id, let isOff)):
      return office.person(id).map { open(PINForm($0, isOff: isOff, self)) } ?? []
    case .chore(let chore): return [.chore(chore, origin)]
    }
  }

  /// A list of what a pane shows is that pane; everything else is asked for and shown as text.
  private mutating func ask(_ query: Query, _ origin: Origin) -> [Effect] {
    switch query {
    case .list(.queue, let filter): return show(.focus(.queue)) + (filter.map { show(.filter($0)) } ?? [])
    case .list(.technicians, let filter):
      return show(.focus(.technicians)) + (filter.map { show(.filter($0)) } ?? [])
    case .list(.timeline, let filter):
      return show(.focus(.timeline)) + (filter.map { show(.filter($0)) } ?? [])
    case .list(.alerts, let filter): return show(.focus(.alerts)) + (filter.map { show(.filter($0)) } ?? [])
    case .list(.drafts, _): return open(RecordList(.drafts))
    case .show(let order): return show(.open(order))
    case .history(let order): return show(.openHistory(order))
    case .why(let record, let field): return show(.openWhy(record, field: field))
    case .find(let words): return show(.find(words))
    case .day(let technician, let date): return show(.openDay(technician, date))
    case .customer(let customer): return show(.openCustomer(customer))
    case .site(let site): return show(.openSite(site))
    case .equipment(let equipment): return show(.openEquipment(equipment))
    case .help(let word): return show(.help(word))
    case .past, .then: return [.ask(query, .keys)]
    case .recent: return show(.openRecent)
    case .list(.followUps, _): return show(.openFollowUps)
    case .list(.review, _): return show(.openReview)
    case .handover: return open(PageWindow(HandoverContent()))
    case .morning(let day) where past == nil: return open(PickPopup.morning(day, self))
    case .counters: return open(PageWindow(CountersContent()))
    case .fits(let order): return past == nil ? open(FitsPopup(order, self)) : refuseInPast()
    case .plan(let question, let pick):
      return past == nil ? open(PreviewPopup(question, pick)) : refuseInPast()
    case .technician(let technician): return show(.openTechnician(technician))
    case .list, .ledger, .audit, .gaps, .explain, .contract, .office, .maps, .config, .health, .may,
      .forecast, .messages, .templates, .morning:
      return past == nil ? [.ask(query, origin)] : refuseInPast()
    }
  }

  mutating func show(_ view: ViewAction) -> [Effect] {
    if case .open(let order) = view { visited(order) }
    if let popup = opening(view) { return open(popup) }
    switch view {
    case .open, .openHistory, .openCustomer, .openSite, .openEquipment, .openTechnician, .openPerson,
      .openWhy, .openRecent, .openFollowUps, .openReview, .openDay, .find, .push:
      say(.note, "There is no window for that.")
    case .form(let verb, let arguments):
      guard let type = Verbs.verb(named: verb) else { return [] }
      line = LineEditor(Self.words(of: type, arguments) + " ")
    case .focus(let pane):
      popups = []
      focus(on: Pane(pane))
    case .filter(let words): changeFilter { $0.replace(with: words) }
    case .view(let name): return show(view: name)
    case .help(let word): return openHelp(word)
    case .lock: lock()
    case .tour: return face.isConsole ? beginTour() : []
    case .quit: return [.quit]
    }
    return []
  }
}

extension Model {
  /// The keys that fit a word; a verb that has none is said as the shell says it.
  private mutating func openHelp(_ word: String?) -> [Effect] {
    let help = HelpPopup(self, words: word ?? "")
    guard let word, help.shown.isEmpty else { return open(help) }
    do { return open(TextPopup("help \(word.prefix(24))", lines: try Papers.help(topic: word))) } catch {
      say(.refused, Wording.usage(error))
      return []
    }
  }
}

extension Pane {
  init(_ name: PaneName) {
    switch name {
    case .queue: self = .queue
    case .technicians: self = .technicians
    case .timeline: self = .timeline
    case .alerts: self = .alerts
    }
  }
}
