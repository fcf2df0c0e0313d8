import Domain
import Terminal
import Verbs

extension Model {
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
    case .list(.drafts, filter: nil): return open(RecordList(.drafts))
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
    case .draftsOfOthers, .list, .ledger, .audit, .gaps, .explain, .contract, .office, .maps, .config,
      .health, .may, .forecast, .messages, .templates, .morning, .trouble:
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
