import Domain
import Terminal
public import Verbs

extension Model {
  /// What verbs may know.
  public var verbContext: VerbContext {
    VerbContext(
      office: office, now: now, person: person, selection: selectedOrders, last: current ?? last,
      identifiers: identifiers,
      olderOrder: { [recalled] reference in recalled.first { reference.means($0) } }, rules: rules)
  }

  /// Runs the verb of a key on what is selected: by its window, at once, or by the line where words are missing.
  mutating func runVerb(_ pressed: String) -> [Effect] {
    if let effects = faceVerb(pressed) { return effects }
    let action = owned(pressed)
    guard let (verb, arguments) = verb(for: action) else {
      say(.refused, "\"\(action)\" is nothing this console can do.")
      return []
    }
    if Self.needsOrder(verb), !selectedOrders.isEmpty, let order = selectedOrder { visited(order) }
    if let sentence = obstacle(to: verb, arguments) {
      if past != nil { return refuseInPast() }
      say(.refused, sentence)
      return []
    }
    if let popup = opening(verb.name, arguments) { return open(popup) }
    if verb == CustomerShowVerb.self, let order = selectedOrder.flatMap({ office.order($0) }) {
      let edit = key(for: EditVerb.name, in: paneContexts).map { ": \($0) sets one" } ?? ""
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

  private static func needsOrder(_ verb: any Verb.Type) -> Bool {
    verb.parameters.contains { $0.isRequired && ($0.kind == .order || $0.kind == .orders) }
  }

  /// Why there is nothing here that a verb could be about; nil where there is.
  private func obstacle(to verb: any Verb.Type, _ arguments: Arguments) -> String? {
    if let sentence = notOffered(verb) { return sentence }
    if Self.needsOrder(verb), selectedOrders.isEmpty { return Sentences.nothingSelected(verb, self) }
    if verb.parameters.contains(.alert), alertInPane == nil {
      return "No alert is selected. \(key(for: "pane.alerts", in: paneContexts) ?? "4") goes to them."
    }
    return notLate(verb) ?? waits(verb) ?? notMovable(verb, arguments) ?? nothingToDo(verb, arguments)
  }

  /// That it takes another role: nobody fills in a form that is refused at its end. Nil where his has the verb.
  func notOffered(_ verb: any Verb.Type) -> String? {
    guard !mayOffer(verb.name), let role = office.person(person)?.role,
      let permission = verb.permissions.first
    else { return nil }
    let orders = selectedOrders.compactMap { office.order($0)?.number }
    return Sentences.refusal(
      .notAllowed(permission, role: role), self, verb: verb.name, orders: Self.needsOrder(verb) ? orders : [])
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

  /// That the bar under the cursor is a further visit, where a verb is about the one in hand.
  private func waits(_ verb: any Verb.Type) -> String? {
    let about = [
      AssignVerb.name, UnassignVerb.name, PinVerb.name, CrewVerb.name, DispatchVerb.name, SeenVerb.name,
      AcceptVerb.name,
      DeclineVerb.name, "work-order.travel", OnSiteVerb.name, CompleteVerb.name, NotDoneVerb.name,
      PostponeVerb.name, MoveVerb.name,
      FitsVerb.name, ReplanVerb.name
    ]
    guard about.contains(verb.name), let order = selectedOrder.flatMap({ office.order($0) })
    else {
      return nil
    }
    return Sentences.waits(order, self)
  }

  /// Why the visit of one order is not grabbed; nil for another verb, and where it can be.
  private func notMovable(_ verb: any Verb.Type, _ arguments: Arguments) -> String? {
    let numbers = arguments.all("order")
    guard verb == MoveVerb.self, numbers.count == 1, let number = numbers.first.flatMap({ Int($0) }),
      let order = office.order(number: number)
    else { return nil }
    return Sentences.underWay(order, self)
  }

  /// Why one order has nothing that the verb could be about, so that no line is opened for it; nil for another verb.
  private func nothingToDo(_ verb: any Verb.Type, _ arguments: Arguments) -> String? {
    let numbers = arguments.all("order")
    let number = numbers.count == 1 ? numbers.first.flatMap { Int($0) } : nil
    guard let order = number.flatMap({ office.order(number: $0) }) else { return nil }
    let tellsOfVisit = verb == CompleteVerb.self || verb == NotDoneVerb.self || verb == DeclineVerb.self
    if tellsOfVisit, mayChange, !order.visits.contains(where: { $0.assignment != nil }) {
      return Sentences.refusal(
        .wrongState(order.number, order.status, wanted: .assigned), self, verb: verb.name)
    }
    guard order.openVisit == nil else { return nil }
    if verb == MoveVerb.self, order.isEnded {
      return Sentences.refusal(.workEnded(order.number, order.status), self, verb: verb.name)
    }
    guard verb == PinVerb.self else { return nil }
    return Sentences.refusal(.wrongState(order.number, order.status, wanted: .planned), self, verb: verb.name)
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
}
