import Domain
import Terminal
import Verbs

extension Pane {
  /// As verbs and saved views call it.
  var name: PaneName {
    switch self {
    case .queue: .queue
    case .technicians: .technicians
    case .timeline: .timeline
    case .alerts: .alerts
    }
  }
}

extension Model {
  /// The views of a pane by number.
  func views(of pane: Pane) -> [SavedView] { SavedView.list(pane.name, saved: views) }

  /// The focused pane as it is now, to be saved under a name.
  func currentView(_ name: String) -> SavedView {
    switch focus {
    case .queue:
      SavedView(
        name, .queue, filter: queue.filter.text, order: queue.order.rawValue, isReversed: queue.isReversed,
        group: queue.isGrouped ? "zone" : nil, columns: queue.columns?.map(\.rawValue) ?? [])
    case .technicians:
      SavedView(
        name, .technicians, filter: technicians.filter.text, order: technicians.order.rawValue,
        isReversed: technicians.isReversed, group: technicians.group?.rawValue)
    case .timeline: SavedView(name, .timeline, filter: timeline.filter.text)
    case .alerts: SavedView(name, .alerts, filter: alerts.filter.text)
    }
  }

  /// Looks at a pane through a view; words that another version knew are passed over.
  mutating func apply(_ view: SavedView) {
    let pane = Pane(view.pane)
    switch pane {
    case .queue:
      queue.order = view.order.flatMap { QueueOrder(rawValue: $0) } ?? .score
      queue.isReversed = view.isReversed
      queue.isGrouped = view.group == "zone"
      let columns = view.columns.compactMap { QueueColumn(rawValue: $0) }
      queue.columns = columns.isEmpty ? nil : columns
    case .technicians:
      technicians.order = view.order.flatMap { TechnicianOrder(rawValue: $0) } ?? .presence
      technicians.isReversed = view.isReversed
      technicians.group = view.group.flatMap { TechnicianGroup(rawValue: $0) }
    case .timeline, .alerts: break
    }
    changeFilter(of: pane) { $0.replace(with: view.filter) }
    refresh(pane)
  }

  /// How many rows a view would show now; nil where that is not counted.
  func count(of view: SavedView) -> Int? {
    switch Pane(view.pane) {
    case .queue: count(ofQueue: view.filter)
    case .technicians:
      board.technicians.count { card in
        let filter = WordFilter(view.filter)
        return filter.isEmpty || filter.passes(card.searchText) { card.text(ofField: $0) }
      }
    case .timeline, .alerts: nil
    }
  }

  private func count(ofQueue text: String) -> Int? {
    do throws(UsageFault) {
      let filter = try QueueFilter(text)
      let moment = FilterMoment(office, at: now, person: person)
      let elsewhere = filter.isOpen ? board.elsewhere.count { filter.matches($0, in: moment) } : 0
      return board.queue.count { filter.matches($0, in: moment) } + elsewhere
    } catch {
      return nil
    }
  }

  /// `view NAME`: of the focused pane first, then of the others.
  mutating func show(view name: String?) -> [Effect] {
    guard let name else { return openViews() }
    let known = views(of: focus) + Pane.allCases.filter { $0 != focus }.flatMap { views(of: $0) }
    guard let view = SavedView.named(name, in: known) else {
      let key = key(for: ViewVerb.name, in: paneContexts) ?? ":view"
      say(.refused, "No view is called \"\(name.prefix(30))\". \(key) lists them.")
      return []
    }
    popups = []
    focus(on: Pane(view.pane))
    apply(view)
    say(.note, "\(focus.title): \(view.name).")
    return []
  }

  mutating func openViews() -> [Effect] {
    guard focus == .queue || focus == .technicians else {
      say(.note, "Views are for the queue and the technicians.")
      return []
    }
    return open(ViewsPopup(focus))
  }

  /// What a choice in the popup of views comes to; nil for what is none of its choices.
  mutating func take(viewChoice: String) -> [Effect]? {
    if viewChoice.hasPrefix("view.number."), let number = Int(viewChoice.dropFirst(12)) {
      let views = views(of: focus)
      guard views.indices.contains(number) else { return [] }
      apply(views[number])
      say(.note, "\(focus.title): \(views[number].name).")
      return []
    }
    if viewChoice.hasPrefix("view.bucket."), let raw = Int(viewChoice.dropFirst(12)),
      let bucket = QueueBucket(rawValue: raw)
    {
      focus(on: .queue)
      changeFilter(of: .queue) { $0.replace(with: bucket.filter) }
      return []
    }
    return nil
  }

  /// Takes over the saved views; at the start the ones called All decide how the panes look.
  mutating func take(_ saved: [SavedView]) {
    let isFirst = !hasViews
    hasViews = true
    views = saved
    guard isFirst else { return }
    for view in saved where view.name.lowercased() == "all" { apply(view) }
  }
}
